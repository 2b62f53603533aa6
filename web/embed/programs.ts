// <dropout-program>, as small as can be: what it is comes in a chunk, for pages that have one or ask for programs.
const NAME = 'dropout-program';

/** The script that wakes each block that imports torch. */
const WAKES = 'script[data-programs]';

export function registerPrograms(): void {
  if (customElements.get(NAME)) return;
  const load = () => import('./program-block.ts');
  customElements.define(
    NAME,
    class extends HTMLElement {
      connectedCallback() {
        load().then(
          ({ offerRun }) => offerRun(this),
          () => {}, // What stands inside of the element stays as it is.
        );
      }
    },
  );
  const script = document.querySelector<HTMLElement>(WAKES);
  if (script)
    load().then(
      ({ wrapBlocks }) => wrapBlocks(script),
      () => {},
    );
}
