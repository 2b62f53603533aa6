// <tensor-editor>: a tensor as cells that readers can edit, with the keys of a spreadsheet.
//
// A cell is either selected or being edited. In a selected cell, arrow keys lead to other cells, and typing
// replaces the text. While a cell is edited, arrow keys move the caret if the edit began with F2 or a click into
// the selected cell, and lead to other cells if it began by typing. Enter leads down. Tab leads to the next cell
// after an edit, and otherwise out of the grid.

import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { rem } from '../../design/rem.ts';
import { ShadowElement } from '../../design/shadow-element.ts';
import { cellStyles } from '../../design/styles/cells.ts';
import { fields } from '../../design/styles/fields.ts';
import { fadingEdges } from '../../design/styles/scroll-edges.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { explain } from '../../experiment/explanation.ts';
import { sliceRows } from '../../experiment/slices.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import { gap } from './gap.ts';
import { cellBeyond } from './grid-keys.ts';
import { extents, type Grid } from './grid-shape.ts';
import { tint } from './tensor-grid.ts';

/** What is wrong with a text that has to be one number; null if it is one. The host of the editor decides. */
export type NumberCheck = (text: string) => Error | null;

/**
 * @fires grid-paste - {index, text} before a text that is no single number is pasted into a cell. A
 *   listener that handles the text prevents the default.
 * @fires grid-change - {shape, cells} after every edit that leaves all cells numbers.
 * @fires cell-point - {index} of the cell under the pointer or with the focus, or null.
 */
export class TensorEditor extends ShadowElement {
  static override readonly styles = [
    tokens,
    fields,
    cellStyles,
    fadingEdges,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      .scroll {
        min-width: 0;
        padding: 3px;
        margin: -3px;
        overflow-x: auto;
      }

      td {
        padding: 0;
      }

      /* The field inside of the cell shows the focus, or its error. */
      td:focus-within {
        outline: none;
      }

      input {
        display: block;
        width: 100%;
        min-width: var(--_cell, ${rem(3.1)});
        height: var(--_cell-height, ${rem(2.5)});
        padding: 0 var(--_cell-padding, ${rem(0.5)});
        color: inherit;
        background: transparent;
        border: 1px solid var(--_field-line);
        border-radius: var(--_radius);
        font: inherit;
        text-align: var(--_cell-align, right);
        field-sizing: content; /* not known to WebKitGTK, for which there is a size */
        max-width: var(--_cell-most, ${rem(11)});
      }

      input:focus {
        outline: 2px solid var(--_accent);
        outline-offset: 0;
        border-color: transparent;
      }

      input[aria-invalid='true'] {
        border-color: var(--_error);
        outline-color: var(--_error);
        color: var(--_error);
      }

      .error {
        margin-top: ${rem(0.4)};
      }
    `,
  ];

  static override readonly properties = {
    label: {},
    shape: { attribute: false },
    beside: { attribute: false },
    cells: { attribute: false },
    texts: { attribute: false },
    values: { attribute: false },
    largest: { attribute: false },
    check: { attribute: false },
    pointed: { attribute: false },
  };

  /** Names the grid for assistive technology. */
  declare label: string;
  declare shape: readonly number[];
  /** How many slices of the tensor stand side by side; null for as many as fit a page. */
  declare beside: number | null;
  /** The texts to edit, row-major. */
  declare cells: readonly string[];
  /** The same numbers for reading, which all cells show but the one with the focus. */
  declare texts: readonly string[];
  /** Their numbers, for the tint. */
  declare values: readonly number[];
  declare largest: number;
  declare check: NumberCheck;
  declare pointed: number | null;

  /** The texts of cells being edited, by index; they stay until they are numbers. */
  #drafts = new Map<number, string>();
  #errors = new Map<number, Error>();
  /** The text of the focused cell from when it got the focus, which Escape brings back. */
  #before = '';
  #focused: number | null = null;
  /** The index of the one cell that Tab leads to. */
  #current = 0;
  /** Whether arrow keys move the caret instead of leading to the next cell. */
  #caretMoves = false;

  constructor() {
    super();
    new LanguageController(this);
    this.label = '';
    this.shape = [];
    this.beside = null;
    this.cells = [];
    this.texts = [];
    this.values = [];
    this.largest = 0;
    this.check = () => null;
    this.pointed = null;
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('shape') && String(changed.get('shape')) !== String(this.shape)) {
      this.#drafts.clear();
      this.#errors.clear();
    }
    // Cells that say what a draft says come from that edit. All other changes, such as an undo, come from outside.
    for (const [index, draft] of this.#drafts) {
      const isOurs = this.#errors.has(index) || this.cells[index] === draft.trim();
      if (changed.has('cells') && !isOurs) this.#drafts.delete(index);
    }
    this.#current = Math.max(0, Math.min(this.#current, this.cells.length - 1));
  }

  // If the cell with the focus is removed, the focus moves to another one: without it the keys of undo would no
  // longer reach the grid.
  override update(changed: Map<string, unknown>) {
    const hadFocus = this.#focused !== null;
    super.update(changed);
    if (hadFocus && !this.shadowRoot?.activeElement) this.#focus(this.#current);
  }

  override render(): TemplateResult {
    const error = this.#errors.values().next().value;
    return html`
      <div class="scroll">
          <table
            role="grid"
            aria-label=${this.label}
            @pointerover=${this.#onPoint}
            @pointerleave=${() => this.#firePoint(null)}
            @focusout=${() => this.#firePoint(null)}
          >
            ${sliceRows(this.shape, this.beside ?? undefined).map(
              ({ slices, rows, columns }) => html`
                <tbody role="rowgroup">
                  ${
                    slices[0]?.prefix
                      ? html`<tr role="row">${slices.map(
                          ({ prefix }, i) =>
                            html`${gap(i)}<th role="columnheader" colspan=${columns}>${prefix}</th>`,
                        )}</tr>`
                      : nothing
                  }
                  ${Array.from(
                    { length: rows },
                    (_, row) => html`<tr role="row">
                      ${slices.map(
                        ({ first, prefix }, i) =>
                          html`${gap(i)}${Array.from({ length: columns }, (_, column) =>
                            this.#renderCell(first + row * columns + column, row, column, prefix),
                          )}`,
                      )}
                    </tr>`,
                  )}
                </tbody>
              `,
            )}
          </table>
      </div>
      ${error ? html`<p class="error" id="error" role="alert">${explain(error)}</p>` : nothing}
    `;
  }

  // If there is only one slice, the name begins with a space, which accname's rules remove.
  #renderCell(index: number, row: number, column: number, slice: string) {
    const shown = index === this.#focused ? this.cells[index] : this.texts[index];
    const text = this.#drafts.get(index) ?? shown ?? '';
    const wrong = this.#errors.has(index);
    const value = this.values[index] ?? 0;
    return html`<td
      role="gridcell"
      data-index=${index}
      data-tint=${tint(value, this.largest)}
      ?data-negative=${value < 0}
      ?data-pointed=${index === this.pointed}
    ><input
      type="text"
      inputmode="text"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      enterkeyhint="next"
      aria-label="${slice} ${msg(str`row ${row + 1}, column ${column + 1}`, { id: 'cell-place' })}"
      aria-invalid=${wrong ? 'true' : 'false'}
      aria-describedby=${wrong ? 'error' : nothing}
      tabindex=${index === this.#current ? 0 : -1}
      .value=${live(text)}
      size=${Math.max(1, text.length)}
      data-index=${index}
      @focus=${this.#onFocus}
      @pointerup=${this.#onPointerUp}
      @input=${this.#onInput}
      @keydown=${this.#onKeyDown}
      @paste=${this.#onPaste}
      @blur=${this.#onBlur}
    /></td>`;
  }

  #onFocus(event: FocusEvent) {
    const input = event.currentTarget as HTMLInputElement;
    this.#current = Number(input.dataset.index);
    this.#focused = this.#current;
    this.#before = this.cells[this.#current] ?? '';
    this.#caretMoves = false;
    if (!this.#drafts.has(this.#current)) input.value = this.#before;
    input.select();
    this.#firePoint(this.#current);
    this.requestUpdate();
  }

  // The first click selects the cell, as the focus does. The browser would put a caret into it instead.
  #onPointerUp(event: PointerEvent) {
    const input = event.currentTarget as HTMLInputElement;
    const untouched = input.selectionStart === input.selectionEnd && !this.#caretMoves;
    if (untouched && !this.#drafts.has(this.#current)) input.select();
    this.#caretMoves = true;
  }

  #onInput(event: InputEvent) {
    const input = event.currentTarget as HTMLInputElement;
    this.#write(Number(input.dataset.index), input.value);
  }

  #write(index: number, text: string) {
    this.#drafts.set(index, text);
    const error = this.check(text);
    if (error) this.#errors.set(index, error);
    else this.#errors.delete(index);
    if (this.#errors.size === 0) this.#fireDrafts();
    this.requestUpdate();
  }

  #onBlur(event: FocusEvent) {
    const index = Number((event.currentTarget as HTMLInputElement).dataset.index);
    if (!this.#errors.has(index)) this.#drafts.delete(index);
    this.#focused = null;
    this.requestUpdate();
  }

  #onKeyDown(event: KeyboardEvent) {
    const input = event.currentTarget as HTMLInputElement;
    const index = Number(input.dataset.index);
    const target = this.#target(event, index);
    if (target !== null) {
      event.preventDefault();
      this.#focus(target);
    } else if (this.#isEdited(index) && this.#givesBack(event, index)) {
      event.preventDefault();
      event.stopPropagation();
      this.#giveBack(index);
      this.updateComplete.then(() => input.select());
    } else if (event.key === 'F2') {
      this.#caretMoves = true;
      input.setSelectionRange(input.value.length, input.value.length);
    }
  }

  /** What was given back is no edit any more, whose keys are others' again. */
  #isEdited(index: number): boolean {
    return this.#drafts.has(index) && this.#drafts.get(index) !== this.#before;
  }

  // If a draft is wrong, it was typed last, so that undo first takes back the draft.
  #givesBack(event: KeyboardEvent, index: number): boolean {
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    return event.key === 'Escape' || (isUndo && this.#errors.has(index));
  }

  // A draft that was no number has changed nothing outside, so that no change is fired when it goes.
  #giveBack(index: number) {
    if (this.cells[index] !== this.#before) {
      this.#write(index, this.#before);
      return;
    }
    this.#drafts.delete(index);
    this.#errors.delete(index);
    this.requestUpdate();
  }

  /** The cell that a key leads to; null if the key belongs to the field, or leads out of the grid. */
  #target(event: KeyboardEvent, index: number): number | null {
    if (event.altKey || event.metaKey) return null;
    const { columns } = extents(this);
    const within = (target: number) => (target < 0 || target >= this.cells.length ? null : target);
    switch (event.key) {
      case 'Tab':
        // To the next cell after an edit, as in a spreadsheet; otherwise out of the grid.
        return this.#drafts.has(index) ? within(event.shiftKey ? index - 1 : index + 1) : null;
      case 'Enter':
        return within(event.shiftKey ? index - columns : index + columns) ?? index;
      case 'ArrowLeft':
      case 'ArrowRight':
      case 'Home':
      case 'End':
        // Null where the key moves the caret or extends a selection.
        return this.#caretMoves || event.shiftKey ? null : cellBeyond(event, index, this.shape);
      default:
        return cellBeyond(event, index, this.shape);
    }
  }

  #onPaste(event: ClipboardEvent) {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    // Nothing to paste: the clipboard holds a picture, or a password manager fires an empty event.
    if (text === '' || !this.check(text)) return;
    const index = Number((event.currentTarget as HTMLInputElement).dataset.index);
    const paste = new CustomEvent('grid-paste', { detail: { index, text }, cancelable: true });
    if (!this.dispatchEvent(paste)) event.preventDefault();
  }

  #focus(index: number) {
    const input = this.renderRoot.querySelector<HTMLInputElement>(`input[data-index="${index}"]`);
    if (input === this.shadowRoot?.activeElement) input?.select();
    else input?.focus();
    this.#caretMoves = false;
  }

  // Only edited texts are replaced; the others stay as the reader wrote them.
  #fireDrafts() {
    const cells = this.cells.map((cell, index) => this.#drafts.get(index)?.trim() ?? cell);
    this.#fireChange({ shape: this.shape, cells });
  }

  #fireChange(detail: Grid) {
    this.dispatchEvent(new CustomEvent('grid-change', { detail }));
  }

  #onPoint(event: PointerEvent) {
    const cell = (event.target as Element).closest<HTMLElement>('td[data-index]');
    if (cell) this.#firePoint(Number(cell.dataset.index));
  }

  #firePoint(index: number | null) {
    this.dispatchEvent(new CustomEvent('cell-point', { detail: { index } }));
  }
}
