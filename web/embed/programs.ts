// <dropout-program>, as small as can be: what it is comes in a chunk, for pages that have one or ask for programs.

/** Without the chunk a block of code stays as it is. */
const wake = (block?: HTMLElement) =>
  import('./program-block.ts').then(
    ({ wake }) => wake(block),
    () => {},
  );

export function registerPrograms(): void {
  customElements.define(
    'dropout-program',
    class extends HTMLElement {
      connectedCallback() {
        wake(this);
      }
    },
  );
  if (document.querySelector('[data-programs]')) wake();
}
