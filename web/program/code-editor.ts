// <code-editor>: Python to read and to edit. At first, and on phones for good, a text field with its letters in colours
// behind it; where there is a mouse, the editor that code-mirror.ts fetches when the field gets the focus.
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Edit } from '../claims/corrected.ts';
import { ShadowElement } from '../design/shadow-element.ts';
import { tokens } from '../design/styles/tokens.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { importAgain } from '../loading/import-again.ts';
import type { CodeMirror, Shown } from './code-mirror.ts';
import { editorStyles } from './editor-styles.ts';
import { tokensOf } from './python-tokens.ts';
import { slotOfLine } from './slot-of-line.ts';

const areOther = (now: readonly number[], before: readonly number[] | undefined) =>
  now.join() !== before?.join();

/**
 * @fires code-change - {isStepped} after each edit, which may have stepped a number; the new text is in `source` by then.
 * @fires code-run - At Ctrl+Enter.
 * @fires code-leave - At Escape.
 */
export class CodeEditor extends ShadowElement {
  static override readonly styles = [tokens, editorStyles];

  static override readonly properties = {
    source: {},
    label: {},
    errorLine: { attribute: false },
    answered: { attribute: false, hasChanged: areOther },
    isLarge: { state: true },
  };

  declare source: string;
  /** What is edited, for its accessible name. */
  declare label: string;
  /** A line to be marked, from 1; null for none. */
  declare errorLine: number | null;
  /** The lines beside which something stands, in the slots that slotOfLine() names. */
  declare answered: readonly number[];
  /** Whether the larger editor has taken the place of the field. */
  declare protected isLarge: boolean;

  #mirror: CodeMirror | null = null;
  #isFetching = false;
  #slots: Shown['slots'] = [];
  readonly #sizes = new ResizeObserver(() => this.#mirror?.measure());

  constructor() {
    super();
    new LanguageController(this);
    this.source = '';
    this.label = '';
    this.errorLine = null;
    this.answered = [];
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
    this.#sizes.disconnect();
  }

  get #shown(): Shown {
    const { source, errorLine, label } = this;
    return { source, errorLine, label, slots: this.#slots };
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (!changed.has('answered')) return;
    this.#slots = this.answered.map((line) => ({ line, name: slotOfLine(line) }));
  }

  override updated(changed: Map<string, unknown>) {
    this.#mirror?.show(this.#shown);
    this.toggleAttribute('answered', this.answered.length > 0);
    if (!changed.has('answered')) return;
    this.#sizes.disconnect();
    for (const answer of this.children) this.#sizes.observe(answer);
  }

  /** Changes a part of the text, as if somebody had written it there: it can be undone. */
  replace({ from, to, text }: Edit): void {
    if (this.#mirror) this.#mirror.replace(from, to, text);
    else {
      const field = this.#field;
      field?.focus();
      field?.setSelectionRange(from, to);
      // By a command, which the browser can undo.
      document.execCommand('insertText', false, text);
    }
  }

  /** Fetches the larger editor, where there is a mouse. */
  async enlarge(): Promise<void> {
    if (this.#isFetching || this.isLarge || matchMedia('(pointer: coarse)').matches) return;
    this.#isFetching = true;
    try {
      const [{ CodeMirror }, numbers] = await Promise.all([
        importAgain(() => import('./code-mirror.ts')),
        importAgain(() => import('./code-numbers.ts')),
      ]);
      this.#replaceField(CodeMirror, numbers);
    } catch {
      // The field is an editor, too.
    }
    this.#isFetching = false;
  }

  override render(): TemplateResult {
    const help = msg(
      'Escape leaves the editor, Ctrl+Enter runs the program, Alt with the arrows up and down changes a number.',
      {
        id: 'program-keys',
      },
    );
    return html`
      <div class="frame">
        ${this.isLarge ? nothing : this.#renderField()}
        <div id="mirror" ?hidden=${!this.isLarge}></div>
      </div>
      <span id="help" hidden>${help}</span>
    `;
  }

  #renderField() {
    return html`${this.#renderText()} ${this.answered.length > 0 ? this.#renderAnswers() : nothing}`;
  }

  #renderText() {
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
        @focus=${() => this.enlarge()}
      ></textarea>
    </div>`;
  }

  // There is no room between the lines of a field.
  #renderAnswers() {
    return html`<ol class="gathered">
      ${this.#slots.map(
        ({ line, name }) => html`<li>
          <span class="number">${msg(str`Line ${line}`, { id: 'program-line' })}</span>
          <slot name=${name}></slot>
        </li>`,
      )}
    </ol>`;
  }

  #take(source: string, isStepped = false) {
    this.source = source;
    this.dispatchEvent(new CustomEvent('code-change', { detail: { isStepped } }));
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

  #replaceField(Mirror: typeof CodeMirror, numbers: typeof import('./code-numbers.ts')) {
    const field = this.#field;
    const parent = this.renderRoot.querySelector<HTMLElement>('#mirror');
    if (!field || !parent || !this.isConnected) return;
    const hasFocus = (this.renderRoot as ShadowRoot).activeElement === field;
    const { selectionStart, selectionEnd, parentElement } = field;
    this.#mirror = new Mirror(parent, this.renderRoot as ShadowRoot, {
      source: this.source,
      label: this.label,
      numbers,
      describedBy: 'help',
      selection: [selectionStart, selectionEnd],
      scroll: parentElement?.scrollTop ?? 0,
      onChange: (source, isStepped) => this.#take(source, isStepped),
      onRun: () => this.dispatchEvent(new Event('code-run')),
      onLeave: () => this.dispatchEvent(new Event('code-leave')),
    });
    parent.hidden = false;
    this.isLarge = true;
    this.#mirror.show(this.#shown);
    if (hasFocus) this.#mirror.focus();
  }
}
