// PictureSizes: how large the pictures of an element are shown.
import type { LitElement, ReactiveController } from 'lit';
import { REM } from '../../design/rem.ts';
import type { Size } from './picture.ts';

/** Updates its host when a size changes. */
export class PictureSizes<Name extends string> implements ReactiveController {
  readonly #host: LitElement;
  readonly #selectors: Readonly<Record<Name, string>>;
  #sizes: Partial<Record<Name, Size>> = {};
  readonly #observer = new ResizeObserver(() => this.#measure());

  /** @param selectors Of the pictures in the shadow root. */
  constructor(host: LitElement, selectors: Readonly<Record<Name, string>>) {
    this.#host = host;
    this.#selectors = selectors;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  // At once, since the observer tells of it when a frame has been drawn without.
  hostUpdated(): void {
    if (Object.keys(this.#sizes).length === 0) this.#measure();
  }

  /** null before it is known. */
  of(name: Name): Size | null {
    return this.#sizes[name] ?? null;
  }

  // A picture that is not shown keeps its size.
  #measure() {
    const sizes = { ...this.#sizes };
    for (const name of Object.keys(this.#selectors) as Name[]) {
      const size = sizeOf(this.#host.renderRoot.querySelector(this.#selectors[name]));
      if (size) sizes[name] = size;
    }
    if (JSON.stringify(sizes) === JSON.stringify(this.#sizes)) return;
    this.#sizes = sizes;
    this.#host.requestUpdate();
  }
}

/** In units of which 16 are a rem of the figure; null while it is not shown. */
function sizeOf(shown: Element | null): Size | null {
  if (!shown) return null;
  const { width, height } = shown.getBoundingClientRect();
  const rem = Number.parseFloat(getComputedStyle(shown).getPropertyValue(REM)) || 16;
  if (width === 0 || height === 0) return null;
  return { width: Math.round((width / rem) * 16), height: Math.round((height / rem) * 16) };
}
