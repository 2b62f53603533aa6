// <experiment-controls>: p, seed, engine, layer and inplace.
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { LAYERS } from '../../core/index.ts';
import { ShadowElement } from '../../design/shadow-element.ts';
import { fields } from '../../design/styles/fields.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { explain } from '../../experiment/explanation.ts';
import { machineName, machineOf, machines } from '../../experiment/machines.ts';
import { ALL_OFFERED, type Control, type Offer, type Offers } from '../../experiment/offers.ts';
import { readInplace } from '../../experiment/read-settings.ts';
import { DEFAULT_SETTINGS, type FieldErrors, type Settings } from '../../experiment/settings.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import { fireSettings } from './settings-event.ts';

/** Longer than a seed that people choose. */
const LONG_SEED = 12;

/**
 * @attr slim - The fields stand in one line; what they mean and what is wrong with them is told elsewhere.
 * @fires settings-change - A Partial<Settings> after each edit.
 */
export class ExperimentControls extends ShadowElement {
  static override readonly styles = [
    tokens,
    fields,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 1rem 1.8rem;
      }

      label b {
        color: var(--_ink);
      }

      .p {
        flex: 1 1 15rem;
        max-width: 30rem;
      }

      .slider,
      .stepper {
        display: flex;
        align-items: center;
        gap: 0.4rem;
      }

      .slider {
        gap: 0.9rem;
      }

      input[type='range'] {
        flex: 1;
        width: 5rem; /* at least */
        min-width: 5rem;
        min-height: 1.7rem;
        margin: 0;
        accent-color: var(--_accent);
        cursor: pointer;
      }

      #p {
        width: 5rem;
      }

      #seed {
        width: 7rem;
      }

      /* A key of JAX. */
      .long #seed {
        width: 17rem;
      }

      .engine {
        width: 16.2rem;
      }

      .stands-for {
        margin: 0;
        color: var(--_soft);
        font-size: var(--_small);
        line-height: 1.35;
      }

      .check {
        display: flex;
        align-items: center;
        gap: 0.45rem;
        min-height: 2.3rem;
        color: var(--_ink);
        font: 500 var(--_text) var(--_mono);
        cursor: pointer;
      }

      .check input {
        width: 1.1rem;
        height: 1.1rem;
        margin: 0;
        accent-color: var(--_accent);
      }

      /* As wide as the field, so that an error does not move the neighbouring fields. */
      .error,
      .stands-for {
        width: 0;
        min-width: 100%;
      }

      /* In one line, as in a bar. */
      :host([slim]) {
        flex-wrap: nowrap;
        gap: 0 1.2rem;
      }

      :host([slim]) .field {
        display: flex;
        gap: 0.6rem;
        align-items: center;
      }

      :host([slim]) .p {
        flex: 1;
        max-width: none;
      }

      :host([slim]) .slider {
        flex: 1;
      }

      :host([slim]) :is(label span, .stands-for, .error) {
        display: none;
      }

      :host([slim]) #p {
        width: 3.8rem;
      }

      :host([slim]) #seed {
        width: 5.5rem;
      }

      @container (max-width: 34em) {
        :host([slim]) .seed {
          display: none;
        }
      }

      /* On a phone: p has a row of its own, the others share rows two by two. */
      @container (max-width: 34em) {
        :host(:not([slim])) {
          display: grid;
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          gap: 0.9rem 1rem;
        }
        .p {
          grid-column: 1 / -1;
          max-width: none;
        }
        #p {
          width: 4rem;
        }
        .p label {
          white-space: nowrap;
        }
        .engine {
          width: auto;
        }
        .seed {
          grid-row: 2;
        }
        .inplace {
          grid-area: 2 / 2;
        }
        .seed.long {
          grid-column: 1 / -1;
        }
        .long ~ .inplace {
          grid-area: auto;
        }
        #seed,
        .long #seed {
          flex: 1;
          width: 100%;
        }
        select.box {
          width: 100%;
        }
      }

      /* At the narrowest, a field for a long number or name has a row of its own. */
      @container (max-width: 22em) {
        .seed,
        .engine {
          grid-column: 1 / -1;
        }
        .inplace {
          grid-area: auto;
        }
      }
    `,
  ];

  static override readonly properties = {
    settings: { attribute: false },
    errors: { attribute: false },
    shownP: { attribute: false },
    offers: { attribute: false },
  };

  declare settings: Settings;
  declare errors: FieldErrors;
  /** The p at which the slider stands while the text of p is wrong. */
  declare shownP: number;
  declare offers: Offers;

  constructor() {
    super();
    new LanguageController(this);
    this.settings = DEFAULT_SETTINGS;
    this.errors = {};
    this.shownP = 0.5;
    this.offers = ALL_OFFERED;
  }

  override render(): TemplateResult[] {
    const fields = {
      p: () => this.#renderP(),
      seed: () => this.#renderSeed(),
      engine: () => this.#renderEngine(),
      layer: () => this.#renderLayer(),
      inplace: () => this.#renderInplace(),
    };
    const offered = Object.entries(fields).filter(([name]) => !this.#is('hidden', name));
    return offered.map(([, render]) => render());
  }

  #is(offer: Offer, name: string): boolean {
    return this.offers[name as Control] === offer;
  }

  #renderP() {
    return html`<div class="field p">
      <label for="p"
        ><b>p</b> <span>${msg('probability of dropping', { id: 'p-meaning' })}</span></label
      >
      <div class="slider">
        <input
          type="range"
          min="0"
          max="1"
          step="0.01"
          aria-label=${msg('p, probability of dropping', { id: 'p-slider' })}
          ?disabled=${this.#is('locked', 'p')}
          .value=${live(String(this.shownP))}
          @input=${(event: InputEvent) => this.#edit({ p: textOf(event) })}
        />
        ${this.#renderBox('p', 'decimal')}
      </div>
      ${this.#renderError('p')}
    </div>`;
  }

  #renderSeed() {
    const isLong = this.settings.seed.length > LONG_SEED;
    return html`<div class="field seed ${isLong ? 'long' : ''}">
      <label for="seed">${msg('seed', { id: 'seed' })}</label>
      <div class="stepper">
        ${this.#renderStep(-1n, '−', msg('Previous seed', { id: 'previous-seed' }))}
        ${this.#renderBox('seed', 'text', this.#onSeedKey)}
        ${this.#renderStep(1n, '+', msg('Next seed', { id: 'next-seed' }))}
      </div>
      ${this.#renderError('seed')}
    </div>`;
  }

  #renderEngine() {
    const { settings } = this;
    return html`<div class="field engine">
      <label for="engine">${msg('random numbers of', { id: 'draws-like' })}</label>
      <select
        id="engine"
        ?disabled=${this.#is('locked', 'engine')}
        class="box"
        aria-invalid=${this.errors.engine ? 'true' : 'false'}
        aria-describedby=${this.errors.engine ? 'engine-error' : 'stands-for'}
        .value=${live(settings.engine)}
        @change=${(event: Event) => this.#edit({ engine: textOf(event) })}
      >
        ${this.#engines().map(
          (machine) =>
            html`<option value=${machine.engine} ?selected=${machine.engine === settings.engine}>
              ${machineName(machine)}
            </option>`,
        )}
      </select>
      ${this.errors.engine ? nothing : html`<p class="stands-for" id="stands-for">${machineOf(settings.engine).standsFor}</p>`}
      ${this.#renderError('engine')}
    </div>`;
  }

  #renderLayer() {
    const { settings } = this;
    return html`<div class="field">
      <label for="layer">${msg('layer', { id: 'layer' })}</label>
      <select
        id="layer"
        ?disabled=${this.#is('locked', 'layer')}
        class="box"
        aria-invalid=${this.errors.layer ? 'true' : 'false'}
        aria-describedby=${this.errors.layer ? 'layer-error' : nothing}
        .value=${live(settings.layer)}
        @change=${(event: Event) => this.#edit({ layer: textOf(event) })}
      >
        ${LAYERS.map((layer) => html`<option ?selected=${layer === settings.layer}>${layer}</option>`)}
      </select>
      ${this.#renderError('layer')}
    </div>`;
  }

  #renderInplace() {
    const { settings } = this;
    return html`<div class="field inplace">
      <span class="label" aria-hidden="true">${msg('changes x itself', { id: 'inplace-meaning' })}</span>
      <label class="check"
        ><input
          type="checkbox"
          id="inplace"
          ?disabled=${this.#is('locked', 'inplace')}
          .checked=${live(readInplace(settings.inplace))}
          @change=${(event: Event) => this.#edit({ inplace: String((event.currentTarget as HTMLInputElement).checked) })}
        />inplace</label
      >
    </div>`;
  }

  // An engine with unusual options, which comes from a link, is added to the choice.
  #engines() {
    const { engine } = this.settings;
    const known = machines();
    const isKnown = known.some((machine) => machine.engine === engine);
    return isKnown || this.errors.engine ? known : [...known, machineOf(engine)];
  }

  #renderBox(field: 'p' | 'seed', mode: string, onKeyDown?: (event: KeyboardEvent) => void) {
    const error = this.errors[field];
    return html`<input
      id=${field}
      class="box"
      type="text"
      inputmode=${mode}
      ?readonly=${this.#is('locked', field)}
      autocomplete="off"
      aria-invalid=${error ? 'true' : 'false'}
      aria-describedby=${error ? `${field}-error` : nothing}
      .value=${live(this.settings[field])}
      @input=${(event: InputEvent) => this.#edit({ [field]: textOf(event) })}
      @keydown=${onKeyDown ?? nothing}
    />`;
  }

  #renderStep(step: bigint, text: string, label: string) {
    return html`<button type="button" title=${label} aria-label=${label} ?disabled=${this.#is('locked', 'seed')} @click=${() => this.#stepSeed(step)}>
      ${text}
    </button>`;
  }

  #renderError(field: keyof Settings) {
    const error = this.errors[field];
    return error
      ? html`<p class="error" id="${field}-error" role="alert">${explain(error)}</p>`
      : nothing;
  }

  #onSeedKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    if (this.#is('locked', 'seed')) return;
    event.preventDefault();
    this.#stepSeed(event.key === 'ArrowUp' ? 1n : -1n);
  };

  // Some engines take seeds that are no whole numbers. A step from such a seed leads to the first seed.
  #stepSeed(step: bigint) {
    const { seed } = this.settings;
    const isWhole = /^\s*[+-]?\d+\s*$/.test(seed);
    this.#edit({ seed: String(isWhole ? BigInt(seed.replace('+', '')) + step : 0n) });
  }

  #edit(settings: Partial<Settings>) {
    fireSettings(this, settings);
  }
}

function textOf(event: Event): string {
  return (event.currentTarget as HTMLInputElement).value;
}
