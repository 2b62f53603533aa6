// Registers <dropout-playground>, <dropout-program> and <dropout-lab>, unless another copy of the script has. It may be
// called where there is no DOM, and does nothing there.
import { DropoutPlaygroundEmbed } from './embed.ts';
import { registerLabs } from './labs.ts';
import type { Defaults } from './options.ts';
import { registerPrograms } from './programs.ts';

const NAME = 'dropout-playground';

export function register(defaults: Defaults): void {
  if (typeof customElements === 'undefined' || customElements.get(NAME)) return;
  DropoutPlaygroundEmbed.defaults = defaults;
  customElements.define(NAME, DropoutPlaygroundEmbed);
  registerPrograms();
  registerLabs();
}
