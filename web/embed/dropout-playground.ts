// The script that other people's pages load: it registers <dropout-playground>, unless another copy
// has. It may be imported where there is no DOM, and does nothing there.
import { type DropoutChangeEvent, DropoutPlaygroundEmbed, type Settings } from './embed.ts';

const NAME = 'dropout-playground';

if (typeof customElements !== 'undefined' && !customElements.get(NAME)) {
  customElements.define(NAME, DropoutPlaygroundEmbed);
}

export { type DropoutChangeEvent, DropoutPlaygroundEmbed, type Settings };

declare global {
  interface HTMLElementTagNameMap {
    'dropout-playground': DropoutPlaygroundEmbed;
  }
  // Of every element, the document and the window: it bubbles.
  interface GlobalEventHandlersEventMap {
    'dropout-change': DropoutChangeEvent;
  }
}
