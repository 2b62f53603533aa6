// The projector mode: the figure alone, as large as the window allows, for a room to read.
import { msg } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { html, nothing, type TemplateResult } from 'lit';

/** By the place of the key, since Alt changes what some keyboards write. */
const KEY = 'KeyP';

/** site.css shows the mode, by an attribute of the root. */
export class Projector implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#onKey);
    this.#set(false);
  }

  get isOn(): boolean {
    return document.documentElement.hasAttribute('data-projector');
  }

  button(): TemplateResult {
    const label = msg('Projector: the figure alone, and large (Alt+P)', { id: 'projector' });
    return html`<button
      type="button"
      class="projector"
      title=${label}
      aria-label=${label}
      aria-keyshortcuts="Alt+P"
      @click=${() => this.#set(true)}
    ></button>`;
  }

  /** The way out, for who has no keyboard at hand. */
  leave(): TemplateResult | typeof nothing {
    if (!this.isOn) return nothing;
    const label = msg('Leave the projector mode (Escape)', { id: 'projector-leave' });
    return html`<button
      type="button"
      class="projector-leave"
      title=${label}
      aria-label=${label}
      @click=${() => this.#set(false)}
    >✕</button>`;
  }

  #onKey = (event: KeyboardEvent) => {
    const isSwitch = event.altKey && !event.ctrlKey && !event.metaKey && event.code === KEY;
    const leaves = this.isOn && event.key === 'Escape' && !event.defaultPrevented;
    if (!isSwitch && !leaves) return;
    event.preventDefault();
    this.#set(!this.isOn);
  };

  #set(isOn: boolean) {
    document.documentElement.toggleAttribute('data-projector', isOn);
    if (isOn) scrollTo(0, 0);
    this.#host.requestUpdate();
  }
}
