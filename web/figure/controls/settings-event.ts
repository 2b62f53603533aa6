// How a part tells the element around it that the reader has changed the settings.
import type { Settings } from '../../experiment/settings.ts';

export function fireSettings(from: HTMLElement, detail: Partial<Settings>): void {
  from.dispatchEvent(new CustomEvent('settings-change', { detail, bubbles: true }));
}
