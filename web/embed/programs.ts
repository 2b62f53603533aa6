// <dropout-program>, whose chunk comes for pages that have one or ask for programs.
import { defineLater } from './define-later.ts';

/** Without the chunk a block of code stays as it is. */
const wake = (block?: HTMLElement) =>
  import('./program-block.ts').then(
    ({ wake }) => wake(block),
    () => {},
  );

export function registerPrograms(): void {
  defineLater('dropout-program', wake);
  if (document.querySelector('[data-programs]')) wake();
}
