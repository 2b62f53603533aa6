// The script that other people's pages load: it registers <dropout-playground>, unless another copy
// has. It may be imported where there is no DOM, and does nothing there.
import { DropoutPlaygroundEmbed } from './embed.ts';

const NAME = 'dropout-playground';

if (typeof customElements !== 'undefined' && !customElements.get(NAME)) {
  customElements.define(NAME, DropoutPlaygroundEmbed);
}

export { DropoutPlaygroundEmbed };
