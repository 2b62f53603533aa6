// How large a picture is shown.
import type { LitElement } from 'lit';
import { REM } from '../../design/rem.ts';
import type { Size } from './picture.ts';

/** In units of which 16 are a rem of the figure; null while it is not shown. */
export function sizeOfPicture({ renderRoot }: LitElement, selector: string): Size | null {
  const shown = renderRoot.querySelector(selector);
  if (!shown) return null;
  const { width, height } = shown.getBoundingClientRect();
  const rem = Number.parseFloat(getComputedStyle(shown).getPropertyValue(REM)) || 16;
  if (width === 0 || height === 0) return null;
  return { width: Math.round((width / rem) * 16), height: Math.round((height / rem) * 16) };
}
