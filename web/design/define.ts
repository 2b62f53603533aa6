// Registers elements. Two copies of the script on a page do no harm: the first one's elements stay.

export function define(elements: Record<string, CustomElementConstructor>): void {
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}
