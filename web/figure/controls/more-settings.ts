// <more-settings>: what is drawn between the seed and the layer, folded away until somebody wants it.
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { rem } from '../../design/rem.ts';
import { ShadowElement } from '../../design/shadow-element.ts';
import { fields } from '../../design/styles/fields.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { BEFORE_LAYER, type BeforeSettings } from '../../experiment/before-layer.ts';
import { explain } from '../../experiment/explanation.ts';
import type { Offers } from '../../experiment/offers.ts';
import { ALL_OFFERED } from '../../experiment/offers-of.ts';
import { frameworkOf } from '../../experiment/read-settings.ts';
import { DEFAULT_SETTINGS, type FieldErrors, type Settings } from '../../experiment/settings.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import { fireSettings } from './settings-event.ts';

/** @fires settings-change - A Partial<Settings> after each edit. */
export class MoreSettings extends ShadowElement {
  static override readonly styles = [
    tokens,
    fields,
    css`
      :host {
        display: block;
      }

      summary {
        width: fit-content;
        padding: ${rem(0.2)} 0;
        color: var(--_soft);
        font-size: var(--_small);
        cursor: pointer;
      }

      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, ${rem(15)}), 1fr));
        gap: ${rem(0.9)} ${rem(1.8)};
        padding-top: ${rem(0.6)};
      }

      .box {
        width: 100%;
      }

      p {
        margin: 0;
        color: var(--_soft);
        font-size: var(--_small);
        line-height: 1.35;
      }
    `,
  ];

  static override readonly properties = {
    settings: { attribute: false },
    errors: { attribute: false },
    offers: { attribute: false },
    open: { state: true },
  };

  declare settings: Settings;
  declare errors: FieldErrors;
  declare offers: Offers;
  declare open: boolean;

  constructor() {
    super();
    new LanguageController(this);
    this.settings = DEFAULT_SETTINGS;
    this.errors = {};
    this.offers = ALL_OFFERED;
    this.open = false;
  }

  // What differs from the ordinary comes into sight, by a link or an undo; the reader may close it again.
  override willUpdate(changed: Map<string, unknown>) {
    const before = (changed.get('settings') as Settings | undefined) ?? DEFAULT_SETTINGS;
    const isNew = (name: keyof BeforeSettings) =>
      this.settings[name] !== before[name] && this.settings[name] !== DEFAULT_SETTINGS[name];
    if (changed.has('settings') && BEFORE_LAYER.some(isNew)) this.open = true;
  }

  override render(): TemplateResult {
    return html`<details ?open=${this.open} @toggle=${(event: Event) => {
      this.open = (event.currentTarget as HTMLDetailsElement).open;
    }}>
      <summary>
        ${msg('More settings: what is drawn between the seed and the layer', { id: 'between-seed-and-layer' })}
      </summary>
      <div class="fields">
        ${BEFORE_LAYER.filter((name) => this.offers[name] !== 'hidden').map((name) => this.#renderField(name))}
      </div>
    </details>`;
  }

  #renderField(name: keyof BeforeSettings) {
    const error = this.errors[name];
    const { label, help } = this.#words(name);
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input
        id=${name}
        class="box"
        type="text"
        inputmode=${name === 'reseed' ? 'text' : 'decimal'}
        autocomplete="off"
        spellcheck="false"
        ?readonly=${this.offers[name] === 'locked'}
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby=${error ? `${name}-error` : `${name}-help`}
        .value=${live(this.settings[name])}
        @input=${(event: InputEvent) => this.#edit(name, event)}
      />
      ${
        error
          ? html`<p class="error" id="${name}-error" role="alert">${explain(error)}</p>`
          : help === ''
            ? nothing
            : html`<p id="${name}-help">${help}</p>`
      }
    </div>`;
  }

  #words(name: keyof BeforeSettings): { label: string; help: string } {
    switch (name) {
      case 'skip':
        return frameworkOf(this.settings.engine) === 'Flax'
          ? {
              label: msg('keys taken first', { id: 'skip-keys' }),
              help: msg('from the stream: two by each nnx.Linear', { id: 'skip-keys-help' }),
            }
          : {
              label: msg('words drawn first', { id: 'skip' }),
              help: msg('by an nn.Linear(m, n) made before: m × n + n', { id: 'skip-help' }),
            };
      case 'reseed':
        return {
          label: msg('seed again', { id: 'reseed' }),
          help: msg('after x and before the layer', { id: 'reseed-help' }),
        };
      case 'earlier':
        return {
          label: msg('p of a layer before', { id: 'earlier' }),
          help: msg('called on the same x first; of several: 0.3, 0.2', { id: 'earlier-help' }),
        };
    }
  }

  #edit(name: keyof BeforeSettings, event: InputEvent) {
    fireSettings(this, { [name]: (event.currentTarget as HTMLInputElement).value });
  }
}
