// ShadowElement: the base of all elements that stand on other people's pages. In whichever document it is, it has
// its styles, whose unit of lengths is in rem.ts.
import { type CSSResultOrNative, LitElement } from 'lit';
import { REM } from './rem.ts';

export abstract class ShadowElement extends LitElement {
  protected override createRenderRoot(): ShadowRoot {
    const { elementStyles, shadowRootOptions } = this.constructor as typeof ShadowElement;
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions);
    root.adoptedStyleSheets = sheetsFor(this.ownerDocument, elementStyles);
    return root;
  }

  /** The browser calls it when the element has come into another document, where it lost its style sheets. */
  adoptedCallback(): void {
    const { elementStyles } = this.constructor as typeof ShadowElement;
    if (this.shadowRoot) {
      this.shadowRoot.adoptedStyleSheets = sheetsFor(this.ownerDocument, elementStyles);
    }
  }
}

const sheetsOf = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();

// A style sheet that a script makes belongs to one document. A document without a window shows nothing.
function sheetsFor(document: Document, styles: readonly CSSResultOrNative[]): CSSStyleSheet[] {
  const { defaultView } = document;
  if (!defaultView) return [];
  let sheets = sheetsOf.get(document);
  if (!sheets) {
    sheets = new Map();
    sheetsOf.set(document, sheets);
    registerRem(defaultView);
  }
  return styles.map((style) => {
    let sheet = sheets.get(style);
    if (!sheet) {
      sheet = new defaultView.CSSStyleSheet();
      sheet.replaceSync((style as { cssText: string }).cssText);
      sheets.set(style, sheet);
    }
    return sheet;
  });
}

// As a length it is computed where a figure sets it to 1em, and handed down as so many pixels. Before Firefox 128,
// which cannot register it, it is the font size of each place.
function registerRem(window: Window & typeof globalThis): void {
  try {
    window.CSS.registerProperty({
      name: REM,
      syntax: '<length>',
      inherits: true,
      initialValue: '16px',
    });
  } catch {
    // It is there already, of another version on the same page.
  }
}
