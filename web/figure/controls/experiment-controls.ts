// <experiment-controls>: p, seed, engine, layer and inplace.
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { LAYERS } from '../../core/index.ts';
import { rem } from '../../design/rem.ts';
import { ShadowElement } from '../../design/shadow-element.ts';
import { fields } from '../../design/styles/fields.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { explain } from '../../experiment/explanation.ts';
import { machineName, machineOf, machines } from '../../experiment/machines.ts';
import type { Control, Offer, Offers } from '../../experiment/offers.ts';
import { ALL_OFFERED } from '../../experiment/offers-of.ts';
import { readInplace } from '../../experiment/read-settings.ts';
import { DEFAULT_SETTINGS, type FieldErrors, type Settings } from '../../experiment/settings.ts';
import { stepped } from '../../experiment/stepped-p.ts';
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
        gap: ${rem(1)} ${rem(1.8)};
      }

      label b {
        color: var(--_ink);
      }

      .p:not(.stepped) {
        flex: 1 1 ${rem(15)};
        max-width: ${rem(30)};
      }

      .slider,
      .stepper {
        display: flex;
        align-items: center;
        gap: ${rem(0.4)};
      }

      .slider {
        gap: ${rem(0.9)};
      }

      input[type='range'] {
        flex: 1;
        width: ${rem(5)}; /* at least */
        min-width: ${rem(5)};
        min-height: ${rem(1.7)};
        margin: 0;
        accent-color: var(--_accent);
        cursor: pointer;
      }

      #p {
        width: ${rem(5)};
      }

      #seed {
        width: ${rem(7)};
      }

      /* A key of JAX. */
      .long #seed {
        width: ${rem(17)};
      }

      .engine {
        width: ${rem(16.2)};
      }

      .help {
        margin: 0;
        color: var(--_soft);
        font-size: var(--_small);
        line-height: 1.35;
      }

      .check {
        display: flex;
        align-items: center;
        gap: ${rem(0.45)};
        min-height: ${rem(2.3)};
        color: var(--_ink);
        font: 500 var(--_text) var(--_mono);
        cursor: pointer;
      }

      .check input {
        width: ${rem(1.1)};
        height: ${rem(1.1)};
        margin: 0;
        accent-color: var(--_accent);
      }

      /* As wide as the field, so that an error does not move the neighbouring fields. */
      .error,
      .help {
        width: 0;
        min-width: 100%;
      }

      /* In one line, as in a bar. */
      :host([slim]) {
        flex-wrap: nowrap;
        gap: 0 ${rem(1.2)};
      }

      :host([slim]) .field {
        display: flex;
        gap: ${rem(0.6)};
        align-items: center;
      }

      :host([slim]) :is(.p:not(.stepped), .slider) {
        flex: 1;
        max-width: none;
      }

      :host([slim]) :is(label span, .help, .error) {
        display: none;
      }

      :host([slim]) #p {
        width: ${rem(3.8)};
      }

      :host([slim]) #seed {
        width: ${rem(5.5)};
      }

      @container (max-width: 34em) {
        :host([slim]) :is(.seed, button) {
          display: none;
        }
      }

      /* On a phone: p has a row of its own, the others share rows two by two. */
      @container (max-width: 34em) {
        :host(:not([slim])) {
          display: grid;
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          gap: ${rem(0.9)} ${rem(1)};
        }
        .p {
          grid-column: 1 / -1;
          max-width: none;
        }
        #p {
          width: ${rem(4)};
        }
        /* The line beside it says what p is. */
        .p.stepped {
          display: flex;
          gap: ${rem(0.6)};
          align-items: center;
        }
        .p.stepped label span {
          display: none;
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
        .stepped #p {
          width: ${rem(3.2)};
        }
      }
    `,
  ];

  static override readonly properties = {
    settings: { attribute: false },
    errors: { attribute: false },
    shownP: { attribute: false },
    offers: { attribute: false },
    isBesideLine: { attribute: false },
    help: { attribute: false },
  };

  declare settings: Settings;
  declare errors: FieldErrors;
  /** The p at which the slider stands while the text of p is wrong. */
  declare shownP: number;
  declare offers: Offers;
  /** Whether p is moved on a line of draws, so that there is no slider for it here. */
  declare isBesideLine: boolean;
  /** What stands below fields, beside what the engine stands for. */
  declare help: Partial<Record<keyof Settings, string>>;

  constructor() {
    super();
    new LanguageController(this);
    this.settings = DEFAULT_SETTINGS;
    this.errors = {};
    this.shownP = 0.5;
    this.offers = ALL_OFFERED;
    this.isBesideLine = false;
    this.help = {};
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
    // Beside a slider, which has steps of its own, arrow keys stay those of the text.
    const box = this.#renderBox('p', 'decimal', this.isBesideLine ? this.#stepP : null);
    return html`<div class="field p ${this.isBesideLine ? 'stepped' : ''}">
      <label for="p"
        ><b>p</b> <span>${msg('probability of dropping', { id: 'p-meaning' })}</span></label
      >
      ${
        this.isBesideLine
          ? this.#renderStepper('p', box, this.#stepP, [
              msg('Decrease p', { id: 'decrease-p' }),
              msg('Increase p', { id: 'increase-p' }),
            ])
          : html`<div class="slider">
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
              ${box}
            </div>`
      }
      ${this.#renderBelow('p')}
    </div>`;
  }

  #renderSeed() {
    const isLong = this.settings.seed.length > LONG_SEED;
    return html`<div class="field seed ${isLong ? 'long' : ''}">
      <label for="seed">${msg('seed', { id: 'seed' })}</label>
      ${this.#renderStepper(
        'seed',
        this.#renderBox('seed', 'text', this.#stepSeed),
        this.#stepSeed,
        [msg('Previous seed', { id: 'previous-seed' }), msg('Next seed', { id: 'next-seed' })],
      )}
      ${this.#renderBelow('seed')}
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
        aria-describedby=${this.#describes('engine')}
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
      ${this.#renderBelow('engine')}
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
        aria-describedby=${this.#describes('layer')}
        .value=${live(settings.layer)}
        @change=${(event: Event) => this.#edit({ layer: textOf(event) })}
      >
        ${LAYERS.map((layer) => html`<option ?selected=${layer === settings.layer}>${layer}</option>`)}
      </select>
      ${this.#renderBelow('layer')}
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

  #renderBox(field: 'p' | 'seed', mode: string, onStep: ((step: 1 | -1) => void) | null) {
    return html`<input
      id=${field}
      class="box"
      type="text"
      inputmode=${mode}
      ?readonly=${this.#is('locked', field)}
      autocomplete="off"
      aria-invalid=${this.errors[field] ? 'true' : 'false'}
      aria-describedby=${this.#describes(field)}
      .value=${live(this.settings[field])}
      @input=${(event: InputEvent) => this.#edit({ [field]: textOf(event) })}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        if (!onStep || this.#is('locked', field)) return;
        event.preventDefault();
        onStep(event.key === 'ArrowUp' ? 1 : -1);
      }}
    />`;
  }

  #renderStepper(
    field: 'p' | 'seed',
    box: TemplateResult,
    onStep: (step: 1 | -1) => void,
    [before, after]: readonly [string, string],
  ) {
    const button = (step: 1 | -1, sign: string, label: string) =>
      html`<button type="button" title=${label} aria-label=${label} ?disabled=${this.#is('locked', field)} @click=${() => onStep(step)}>
        ${sign}
      </button>`;
    return html`<div class="stepper">${button(-1, '−', before)} ${box} ${button(1, '+', after)}</div>`;
  }

  /** What is wrong with a field or, if nothing is, what helps with it. */
  #renderBelow(field: keyof Settings) {
    const error = this.errors[field];
    if (error) return html`<p class="error" id="${field}-error" role="alert">${explain(error)}</p>`;
    const help = this.#helpOf(field);
    return help ? html`<p class="help" id="${field}-help">${help}</p>` : nothing;
  }

  #helpOf(field: keyof Settings): string | undefined {
    return field === 'engine' ? machineOf(this.settings.engine).standsFor : this.help[field];
  }

  #describes(field: keyof Settings): string | typeof nothing {
    if (this.errors[field]) return `${field}-error`;
    return this.#helpOf(field) ? `${field}-help` : nothing;
  }

  #stepP = (step: 1 | -1) => this.#edit({ p: String(stepped(this.shownP + step / 100)) });

  // Some engines take seeds that are no whole numbers. A step from such a seed leads to the first seed.
  #stepSeed = (step: 1 | -1) => {
    const { seed } = this.settings;
    const isWhole = /^\s*[+-]?\d+\s*$/.test(seed);
    this.#edit({ seed: String(isWhole ? BigInt(seed.replace('+', '')) + BigInt(step) : 0n) });
  };

  #edit(settings: Partial<Settings>) {
    fireSettings(this, settings);
  }
}

function textOf(event: Event): string {
  return (event.currentTarget as HTMLInputElement).value;
}
