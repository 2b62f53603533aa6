// <tensor-grid>: a tensor as aligned cells for reading. Its cells line up with those of neighbouring grids. The
// caller decides what the cells say.
import { css, html, nothing, type TemplateResult } from 'lit';
import { rem } from '../../design/rem.ts';
import { ShadowElement } from '../../design/shadow-element.ts';
import { cellStyles } from '../../design/styles/cells.ts';
import { fadingEdges } from '../../design/styles/scroll-edges.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { sliceRows } from '../../experiment/slices.ts';
import { gap } from './gap.ts';
import { cellBeyond } from './grid-keys.ts';

export type Fate = 'kept' | 'dropped' | 'plain';

export interface GridCell {
  text: string;
  /** Its number, for the tint. */
  value: number;
  fate: Fate;
  /** If given, the cell is marked. The text says what the mark means, for readers who do not see it. */
  mark?: string | undefined;
}

/**
 * @attr mask - The cells are decisions: narrower, and coloured by the decision only.
 * @attr navigable - Arrow keys lead from cell to cell, as in an ARIA grid; without it this is a table.
 * @fires cell-point - {index} of the cell under the pointer or with the focus, or null after the last.
 */
export class TensorGrid extends ShadowElement {
  static override readonly styles = [
    tokens,
    cellStyles,
    fadingEdges,
    css`
    :host {
      display: block;
      /* Room for the outline of a cell at the edge. */
      padding: 3px;
      margin: -3px;
      overflow-x: auto;
    }

    td[data-marked] {
      position: relative;
      box-shadow: inset 0 0 0 2px var(--_differs);
    }

    /* A folded corner, since the outline alone would mark the cell by its colour only. */
    td[data-marked]::before {
      position: absolute;
      inset: 0 auto auto 0;
      width: ${rem(0.72)};
      height: ${rem(0.72)};
      background: var(--_differs);
      clip-path: polygon(0 0, 100% 0, 0 100%);
      border-start-start-radius: var(--_radius);
      content: '';
    }

    td span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    @media (forced-colors: active) {
      td[data-marked] {
        border-width: 3px;
      }
      td[data-marked]::before {
        background: CanvasText;
        forced-color-adjust: none;
      }
    }
  `,
  ];

  static override readonly properties = {
    label: {},
    shape: { attribute: false },
    beside: { attribute: false },
    cells: { attribute: false },
    largest: { attribute: false },
    pointed: { attribute: false },
    navigable: { type: Boolean },
  };

  /** Names the grid for assistive technology. */
  declare label: string;
  declare shape: readonly number[];
  /** How many slices of the tensor stand side by side; null for as many as fit a page. */
  declare beside: number | null;
  /** Row-major. */
  declare cells: readonly GridCell[];
  /** The magnitude that gets the strongest tint; 0 for no tint. */
  declare largest: number;
  /** Index of the cell to be pointed out, or null. */
  declare pointed: number | null;
  declare navigable: boolean;

  /** The index of the one cell that Tab leads to. */
  #current = 0;

  constructor() {
    super();
    this.label = '';
    this.shape = [];
    this.beside = null;
    this.cells = [];
    this.largest = 0;
    this.pointed = null;
    this.navigable = false;
  }

  override willUpdate() {
    this.#current = Math.max(0, Math.min(this.#current, this.cells.length - 1));
  }

  override render(): TemplateResult {
    const role = (name: string) => (this.navigable ? name : nothing);
    return html`
      <table
        role=${role('grid')}
        aria-label=${this.label}
        @pointerover=${this.#onPoint}
        @pointerleave=${() => this.#firePoint(null)}
        @focusin=${this.#onFocus}
        @focusout=${() => this.#firePoint(null)}
        @keydown=${this.#onKeyDown}
      >
        ${sliceRows(this.shape, this.beside ?? undefined).map(
          ({ slices, rows, columns }) => html`
            <tbody role=${role('rowgroup')}>
              ${
                slices[0]?.prefix
                  ? html`<tr role=${role('row')}>${slices.map(
                      ({ prefix }, i) =>
                        html`${gap(i)}<th role=${role('columnheader')} colspan=${columns}>${prefix}</th>`,
                    )}</tr>`
                  : nothing
              }
              ${Array.from(
                { length: rows },
                (_, row) => html`<tr role=${role('row')}>
                ${slices.map(
                  ({ first }, i) =>
                    html`${gap(i)}${Array.from({ length: columns }, (_, column) =>
                      this.#renderCell(first + row * columns + column),
                    )}`,
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
      role=${this.navigable ? 'gridcell' : nothing}
      tabindex=${this.navigable ? (index === this.#current ? 0 : -1) : nothing}
      data-index=${index}
      data-fate=${cell.fate}
      data-tint=${tint(cell.value, this.largest)}
      ?data-negative=${cell.value < 0}
      ?data-marked=${cell.mark !== undefined}
      ?data-pointed=${index === this.pointed}
    >${cell.text}${cell.mark === undefined ? nothing : html`<span>, ${cell.mark}</span>`}</td>`;
  }

  /** The cell of an element, by its row-major index. */
  cell(index: number): HTMLElement | null {
    return this.renderRoot.querySelector(`td[data-index="${index}"]`);
  }

  #onKeyDown(event: KeyboardEvent) {
    if (!this.navigable || event.altKey || event.metaKey) return;
    const target = cellBeyond(event, this.#current, this.shape);
    if (target === null) return;
    event.preventDefault();
    this.cell(target)?.focus();
  }

  #onFocus(event: FocusEvent) {
    this.#current = Number((event.target as HTMLElement).dataset.index);
    this.#firePoint(this.#current);
    this.requestUpdate();
  }

  #onPoint(event: PointerEvent) {
    const cell = (event.target as Element).closest<HTMLElement>('td[data-index]');
    if (cell) this.#firePoint(Number(cell.dataset.index));
  }

  #firePoint(index: number | null) {
    this.dispatchEvent(new CustomEvent('cell-point', { detail: { index } }));
  }
}

/** The strength of a cell's tint, 0 to 6. Classes, since the page's policy allows no inline styles. */
export function tint(value: number, largest: number): number {
  if (!(largest > 0) || value === 0 || Number.isNaN(value)) return 0;
  return Math.min(6, Math.max(1, Math.ceil((Math.abs(value) / largest) * 6)));
}
