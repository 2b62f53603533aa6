// <number-fields>: the numbers of a program as fields with steps, for keys, screen readers and fingers.
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { rem } from '../design/rem.ts';
import { ShadowElement } from '../design/shadow-element.ts';
import { fields } from '../design/styles/fields.ts';
import { tokens } from '../design/styles/tokens.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { importAgain } from '../loading/import-again.ts';
import type { CodeNumber } from './code-numbers.ts';

type Numbers = typeof import('./code-numbers.ts');

/** As many as anybody goes through. */
const MOST = 60;

/** @fires number-change - {source} the program with another number in it. */
export class NumberFields extends ShadowElement {
  static override readonly styles = [
    tokens,
    fields,
    css`
      :host {
        display: block;
        color: var(--_soft);
        font: var(--_small)/1.5 var(--_sans);
      }

      summary {
        width: max-content;
        cursor: pointer;
      }

      summary:hover {
        color: var(--_accent);
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: ${rem(0.4)} ${rem(1.2)};
        margin: ${rem(0.5)} 0 ${rem(0.2)};
        padding: 0;
        list-style: none;
      }

      label {
        display: flex;
        align-items: baseline;
        gap: ${rem(0.4)};
      }

      code {
        color: var(--_ink);
        font-family: var(--_mono);
      }

      input {
        width: ${rem(6)};
        padding: ${rem(0.15)} ${rem(0.4)};
        font-family: var(--_mono);
        font-size: max(var(--_small), 1em);
      }

      @media (pointer: coarse) {
        input {
          min-height: ${rem(2.5)};
          font-size: 16px;
        }
      }
    `,
  ];

  static override readonly properties = {
    source: {},
    isOpen: { state: true },
    read: { state: true },
  };

  declare source: string;
  declare protected isOpen: boolean;
  /** How numbers are found and stepped; null until it is there. */
  declare protected read: Numbers | null;

  constructor() {
    super();
    new LanguageController(this);
    this.source = '';
    this.isOpen = false;
    this.read = null;
  }

  override render(): TemplateResult {
    const numbers =
      this.isOpen && this.read ? this.read.codeNumbers(this.source).slice(0, MOST) : [];
    return html`<details @toggle=${this.#onToggle}>
      <summary>${msg('Numbers', { id: 'program-numbers' })}</summary>
      ${
        this.isOpen && this.read && numbers.length === 0
          ? html`<p>${msg('There is no number in the program.', { id: 'program-numbers-none' })}</p>`
          : nothing
      }
      <ul>
        ${this.read ? numbers.map((number) => html`<li>${this.#renderField(number, this.read as Numbers)}</li>`) : nothing}
      </ul>
    </details>`;
  }

  #renderField(number: CodeNumber, { stepsOf, written }: Numbers) {
    const { text, name, line } = number;
    const { step, least, most } = stepsOf(text, name) ?? { step: 1, least: 0, most: 1 };
    return html`<label>
      ${msg(str`Line ${line}`, { id: 'program-line' })} ${name ? html`<code>${name}</code>` : nothing}
      <input
        type="number"
        class="box"
        step=${step}
        min=${least}
        max=${most === 1 ? 1 : nothing}
        .value=${live(text.replaceAll('_', ''))}
        @input=${(event: Event) => this.#change(number, (value) => written(value, text, step), event)}
      />
    </label>`;
  }

  #change({ from, to }: CodeNumber, textOf: (value: number) => string, event: Event) {
    const value = (event.currentTarget as HTMLInputElement).valueAsNumber;
    if (Number.isNaN(value) || value < 0) return;
    const source = this.source.slice(0, from) + textOf(value) + this.source.slice(to);
    this.source = source;
    this.dispatchEvent(new CustomEvent('number-change', { detail: { source } }));
  }

  async #onToggle(event: Event) {
    this.isOpen = (event.currentTarget as HTMLDetailsElement).open;
    if (!this.isOpen || this.read) return;
    try {
      this.read = await importAgain(() => import('./code-numbers.ts'));
    } catch {
      // Without the parser nobody knows the numbers. It is asked for again at the next opening.
    }
  }
}
