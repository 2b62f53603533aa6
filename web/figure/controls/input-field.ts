// <input-field>: the input as text, a choice of ready-made inputs, undo and redo.
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Phrase } from '../../core/index.ts';
import { rem } from '../../design/rem.ts';
import { ShadowElement } from '../../design/shadow-element.ts';
import { fields } from '../../design/styles/fields.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { explain, explainNote } from '../../experiment/explanation.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import { exampleChoice, historyButtons } from './input-tools.ts';
import { runnerOf } from './run-program.ts';
import { fireSettings } from './settings-event.ts';

/**
 * @fires settings-change - {input} while the text is edited; what an example sets.
 * @fires history-step - {step: 'undo' | 'redo'}
 */
export class InputField extends ShadowElement {
  static override readonly styles = [
    tokens,
    fields,
    css`
      :host {
        display: grid;
        gap: ${rem(0.35)};
      }

      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: ${rem(0.4)} ${rem(0.6)};
      }

      .bar label {
        margin-right: auto;
      }

      select {
        max-width: ${rem(16)};
      }

      @container (max-width: 34em) {
        .bar label {
          flex: 1 0 100%;
        }
        select {
          flex: 1;
          min-width: 0;
        }
      }

      .notes {
        margin: 0;
        color: var(--_soft);
        font-size: var(--_small);
        line-height: 1.4;
      }

      textarea {
        display: block;
        width: 100%;
        max-height: ${rem(11)};
        resize: none;
        field-sizing: content;
      }
    `,
  ];

  static override readonly properties = {
    input: {},
    error: { attribute: false },
    notes: { attribute: false },
    locked: { attribute: false },
    bare: { attribute: false },
    canUndo: { attribute: false },
    canRedo: { attribute: false },
  };

  declare input: string;
  declare error: Error | undefined;
  /** What the input says that is read otherwise. */
  declare notes: readonly Phrase[];
  /** Whether readers may only read it. */
  declare locked: boolean;
  /** Whether it is only the text, since the tools stand elsewhere. */
  declare bare: boolean;
  declare canUndo: boolean;
  declare canRedo: boolean;

  constructor() {
    super();
    new LanguageController(this);
    this.input = '';
    this.notes = [];
    this.locked = false;
    this.bare = false;
    this.canUndo = false;
    this.canRedo = false;
  }

  override render(): TemplateResult {
    return html`
      <div class="bar">
        <label for="input">${msg('input, as text', { id: 'input-text' })}</label>
        ${this.locked || this.bare ? nothing : this.#renderTools()}
      </div>
      <textarea
        id="input"
        class="box"
        spellcheck="false"
        ?readonly=${this.locked}
        autocapitalize="off"
        rows=${Math.min(6, this.input.split('\n').length)}
        aria-invalid=${this.error ? 'true' : 'false'}
        aria-describedby=${this.error ? 'input-error' : this.notes.length > 0 ? 'input-notes' : nothing}
        .value=${live(this.input)}
        @input=${(event: InputEvent) => fireSettings(this, { input: (event.currentTarget as HTMLTextAreaElement).value })}
      ></textarea>
      ${this.error ? this.#renderError(this.error) : this.#renderNotes()}
    `;
  }

  #renderError(error: Error) {
    const run = runnerOf(error);
    return html`<p class="error" id="input-error" role="alert">${explain(error)}</p>
      ${
        run
          ? html`<p class="notes">
              <button type="button" @click=${() => run(this.input)}>
                ${msg('This is a program. Run it.', { id: 'input-is-program' })}
              </button>
            </p>`
          : nothing
      }`;
  }

  #renderNotes() {
    if (this.notes.length === 0) return nothing;
    return html`<p class="notes" id="input-notes" role="status">
      ${this.notes.map(explainNote).join('; ')}
    </p>`;
  }

  #renderTools() {
    return html`${exampleChoice((settings) => fireSettings(this, settings))}
      ${historyButtons(this, (step) =>
        this.dispatchEvent(new CustomEvent('history-step', { detail: { step }, bubbles: true })),
      )}`;
  }

  // Makes the field as high as its text. CSS could do it by field-sizing, which WebKitGTK lacks.
  override updated() {
    const textarea = this.renderRoot.querySelector('textarea');
    if (!textarea || CSS.supports('field-sizing', 'content')) return;
    textarea.style.height = 'auto';
    const borders = textarea.offsetHeight - textarea.clientHeight;
    textarea.style.height = `${textarea.scrollHeight + borders}px`;
  }
}
