// Sets custom properties of an element. By a script, since the page's policy allows no inline styles.
import { Directive, directive, type ElementPart } from 'lit/directive.js';

type Properties = Readonly<Record<`--_${string}`, string | number>>;

class WithProperties extends Directive {
  #set: Properties = {};

  render(_properties: Properties) {}

  override update(part: ElementPart, [properties]: [Properties]) {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(properties)) {
      if (this.#set[name as keyof Properties] !== value) style.setProperty(name, String(value));
    }
    this.#set = properties;
  }
}

export const withProperties = directive(WithProperties);
