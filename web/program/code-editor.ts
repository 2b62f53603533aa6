// <code-editor>: Python to read and to edit. At first, and on phones for good, a text field with its letters in colours
// behind it; where there is a mouse, the editor that code-mirror.ts fetches when the field gets the focus.
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ShadowElement } from '../design/shadow-element.ts';
import { tokens } from '../design/styles/tokens.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { importAgain } from '../loading/import-again.ts';
import type { CodeMirror } from './code-mirror.ts';
import { editorStyles } from './editor-styles.ts';
import { tokensOf } from './python-tokens.ts';

/**
 * @fires code-change - After each edit; the new text is in `source` by then.
 * @fires code-run - At Ctrl+Enter.
 * @fires code-leave - At Escape.
 */
export class CodeEditor extends ShadowElement {
  static override readonly styles = [tokens, editorStyles];

  static override readonly properties = {
    source: {},
    label: {},
    errorLine: { attribute: false },
    isLarge: { state: true },
  };

  declare source: string;
  /** What is edited, for its accessible name. */
  declare label: string;
  /** A line to be marked, from 1; null for none. */
  declare errorLine: number | null;
  /** Whether the larger editor has taken the place of the field. */
  declare protected isLarge: boolean;

  #mirror: CodeMirror | null = null;
  #isFetching = false;

  constructor() {
    super();
    new LanguageController(this);
    this.source = '';
    this.label = '';
    this.errorLine = null;
    this.isLarge = false;
  }

  override focus(): void {
    if (this.#mirror) this.#mirror.focus();
    else this.#field?.focus();
  }

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#mirror?.destroy();
    this.#mirror = null;
    this.isLarge = false;
  }

  override updated() {
    this.#mirror?.show(this.source, this.errorLine, this.label);
  }

  override render(): TemplateResult {
    const help = msg('Escape leaves the editor, Ctrl+Enter runs the program.', {
      id: 'program-keys',
    });
    return html`
      <div class="frame">
        ${this.isLarge ? nothing : this.#renderField()}
        <div id="mirror" ?hidden=${!this.isLarge}></div>
      </div>
      <span id="help" hidden>${help}</span>
    `;
  }

  #renderField() {
    // Without white space between the lines, which would be lines.
    const lines = tokensOf(this.source).map(
      (line, i) =>
        html`<div class="line" ?data-error=${this.errorLine === i + 1}>${line.map(({ kind, text }) => (kind ? html`<span class=${kind}>${text}</span>` : text))}</div>`,
    );
    return html`<div class="code">
      <div class="lines" aria-hidden="true">${lines}</div>
      <textarea
        aria-label=${this.label}
        aria-describedby="help"
        wrap="off"
        spellcheck="false"
        autocapitalize="off"
        autocomplete="off"
        autocorrect="off"
        .value=${live(this.source)}
        @input=${(event: InputEvent) => this.#take((event.currentTarget as HTMLTextAreaElement).value)}
        @keydown=${this.#onKey}
        @focus=${this.#onFocus}
      ></textarea>
    </div>`;
  }

  #take(source: string) {
    this.source = source;
    this.dispatchEvent(new Event('code-change'));
  }

  #onKey(event: KeyboardEvent) {
    if (event.isComposing) return;
    if (event.key === 'Escape') this.dispatchEvent(new Event('code-leave'));
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.dispatchEvent(new Event('code-run'));
    } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) this.#breakLine(event);
  }

  // A new line is indented as the one before, and further after a colon.
  #breakLine(event: KeyboardEvent) {
    const field = event.currentTarget as HTMLTextAreaElement;
    const before = field.value.slice(0, field.selectionStart).split('\n').at(-1) ?? '';
    const [indent = ''] = /^[ \t]*/.exec(before) ?? [];
    event.preventDefault();
    // By a command, which the browser can undo.
    document.execCommand('insertText', false, `\n${indent}${/:\s*$/.test(before) ? '    ' : ''}`);
  }

  async #onFocus() {
    if (this.#isFetching || matchMedia('(pointer: coarse)').matches) return;
    this.#isFetching = true;
    try {
      const { CodeMirror } = await importAgain(() => import('./code-mirror.ts'));
      this.#replaceField(CodeMirror);
    } catch {
      // The field is an editor, too.
    }
    this.#isFetching = false;
  }

  #replaceField(Mirror: typeof CodeMirror) {
    const field = this.#field;
    const parent = this.renderRoot.querySelector<HTMLElement>('#mirror');
    if (!field || !parent || !this.isConnected) return;
    const hasFocus = (this.renderRoot as ShadowRoot).activeElement === field;
    const { selectionStart, selectionEnd, parentElement } = field;
    this.#mirror = new Mirror(parent, this.renderRoot as ShadowRoot, {
      source: this.source,
      label: this.label,
      describedBy: 'help',
      selection: [selectionStart, selectionEnd],
      scroll: parentElement?.scrollTop ?? 0,
      onChange: (source) => this.#take(source),
      onRun: () => this.dispatchEvent(new Event('code-run')),
      onLeave: () => this.dispatchEvent(new Event('code-leave')),
    });
    parent.hidden = false;
    this.isLarge = true;
    this.#mirror.show(this.source, this.errorLine, this.label);
    if (hasFocus) this.#mirror.focus();
  }
}
