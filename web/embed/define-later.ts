// An element as small as can be: what it is comes in a chunk, for pages that have one.

/** @param wake Called with each that comes into the page. Without the chunk what stands inside of it is seen. */
export function defineLater(name: string, wake: (element: HTMLElement) => void): void {
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback() {
        wake(this);
      }
    },
  );
}
