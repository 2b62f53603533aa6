// <tensor-grid>: a tensor as aligned cells, to be read. Its cells line up with those of its
// neighbours; what they hold is decided by whoever gives them.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { cellStyles } from '../styles/cells.ts';
import { tokens } from '../styles/tokens.ts';
import { slices } from './slices.ts';

export type Fate = 'kept' | 'dropped' | 'plain';

export interface GridCell {
  text: string;
  /** Its number, for the tint. */
  value: number;
  fate: Fate;
}

/**
 * @attr mask - Its cells are decisions: narrower, and coloured by them alone.
 * @fires cell-point - {index} of the cell under the pointer, or null after the last.
 */
export class TensorGrid extends LitElement {
  static override readonly styles = [
    tokens,
    cellStyles,
    css`
    :host {
      display: block;
      /* Room for the outline of a cell at the edge. */
      padding: 3px;
      margin: -3px;
      overflow-x: auto;
    }
  `,
  ];

  static override readonly properties = {
    label: {},
    shape: { attribute: false },
    cells: { attribute: false },
    largest: { attribute: false },
    pointed: { attribute: false },
  };

  /** Names the grid for assistive technology. */
  declare label: string;
  declare shape: readonly number[];
  /** Row-major. */
  declare cells: readonly GridCell[];
  /** The magnitude that gets the strongest tint; 0 for no tint. */
  declare largest: number;
  /** Index of the cell to be pointed out, or null. */
  declare pointed: number | null;

  constructor() {
    super();
    this.label = '';
    this.shape = [];
    this.cells = [];
    this.largest = 0;
    this.pointed = null;
  }

  override render(): TemplateResult {
    return html`
      <table aria-label=${this.label} @pointerover=${this.#onPoint} @pointerleave=${this.#onLeave}>
        ${slices(this.shape).map(
          ({ prefix, first, rows, columns }) => html`
            <tbody>
              ${prefix ? html`<tr><th colspan=${columns} scope="rowgroup">${prefix}</th></tr>` : nothing}
              ${Array.from(
                { length: rows },
                (_, row) => html`<tr>
                ${Array.from({ length: columns }, (_, column) =>
                  this.#renderCell(first + row * columns + column),
                )}
              </tr>`,
              )}
            </tbody>
          `,
        )}
      </table>
    `;
  }

  #renderCell(index: number) {
    const cell = this.cells[index];
    if (!cell) return nothing;
    return html`<td
      data-index=${index}
      data-fate=${cell.fate}
      data-tint=${tint(cell.value, this.largest)}
      ?data-negative=${cell.value < 0}
      ?data-pointed=${index === this.pointed}
    >${cell.text}</td>`;
  }

  #onPoint(event: PointerEvent) {
    const cell = (event.target as Element).closest('td');
    if (cell) this.#firePoint(Number(cell.dataset.index));
  }

  #onLeave() {
    this.#firePoint(null);
  }

  #firePoint(index: number | null) {
    this.dispatchEvent(new CustomEvent('cell-point', { detail: { index } }));
  }
}

/** Strength of a cell's tint, 0 to 6: a class of its magnitude, since no inline style is allowed. */
export function tint(value: number, largest: number): number {
  if (!(largest > 0) || value === 0 || Number.isNaN(value)) return 0;
  return Math.min(6, Math.max(1, Math.ceil((Math.abs(value) / largest) * 6)));
}
