// <dropout-equation>: x × mask × scale = train, and eval beside it.
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { isAlpha } from '../../experiment/derivation/arithmetic.ts';
import { factorOf, productOf, scalingOf } from '../../experiment/derivation/scaling.ts';
import type { Result } from '../../experiment/experiment.ts';
import { tensorText } from '../../experiment/nested-list.ts';
import { shortestText } from '../../experiment/number-text.ts';
import type { ShownTensor } from '../../experiment/shown-tensor.ts';
import { writtenCells } from '../../experiment/written-cells.ts';
import { formatNumber, formatPercent } from '../../i18n/number-format.ts';
import { fireSettings } from '../controls/settings-event.ts';
import {
  extents,
  type Grid,
  withColumn,
  withoutColumn,
  withoutRow,
  withRow,
} from '../grids/grid-shape.ts';
import { gridOf, readBlock, withBlock } from '../grids/table-text.ts';
import type { TensorGrid } from '../grids/tensor-grid.ts';
import type { OutputCodes } from '../output-codes.ts';
import { equalCells, isInLine } from './equal-cells.ts';
import { EquationElement, type Look } from './equation-element.ts';
import { figureGrid, maskGrid } from './figure-grid.ts';
import { type Fit, fitOf } from './fit.ts';
import { sums } from './sums.ts';

/** How much longer the formula of alpha dropout is than the usual one, in rem. */
const TWO_NUMBERS = 3.2;

/** @fires settings-change - {input} after every edit of a cell. */
export class DropoutEquation extends EquationElement {
  static override readonly properties = {
    ...EquationElement.properties,
    codes: { attribute: false },
  };

  /** The code of both outputs; null for a layer's in train and in eval mode. */
  declare codes: OutputCodes | null;
  /** Whether a text is a tensor. No rendering depends on it, so it is not reactive. */
  declare isTensor: (text: string) => boolean;

  constructor() {
    super();
    this.codes = null;
  }

  /** The cell of the mask for an element of x; null if they are no cells. */
  maskCell(index: number): Element | null {
    return this.renderRoot.querySelector<TensorGrid>('.mask tensor-grid')?.cell(index) ?? null;
  }

  override updated(changed: Map<string, unknown>) {
    if (!changed.has('pointing') || this.pointing === '') return;
    // On a phone the scale stands in the caption of the output.
    const names = this.pointing === 'scale' ? '.scale, .product' : `.${this.pointing}`;
    Array.from(this.renderRoot.querySelectorAll(names))
      .find((part) => part.getClientRects().length > 0)
      ?.scrollIntoView({ block: 'nearest' });
  }

  override render(): TemplateResult | typeof nothing {
    const { result, codes } = this;
    if (!result) return nothing;
    const { x, train, mask, kept } = result;
    const largest = Math.max(x.largest, train.largest);
    const share = formatPercent(mask.size === 0 ? 0 : result.dropped / mask.size);
    const taken = isAlpha(result) ? TWO_NUMBERS : 0;
    const fit = fitOf([x, result.eval], train, taken);
    const equal = equalCells(this.room, fit, [x, train, result.eval], taken);
    this.alignCells(equal ?? fit);
    const look = this.lookUpTo(largest, fit);
    const [shownX, shownTrain, shownEval] = equal?.figures ?? [];
    return html`
      <div class="equation" data-pointing=${this.pointing} ?data-maps=${!x.cells} data-width=${fit.width} ?data-compact=${fit.isCompact} ?data-equal=${equal} ?data-line=${isInLine(this.room, fit)} ?data-pairs=${equal?.layout === 'pairs'}>
        <figure class="input" ?data-small=${shownX?.isSmall}>
          <figcaption>
            <b>${msg('input', { id: 'input' })}</b> <code>x</code>
            ${result.inplace ? msg('before the call', { id: 'before-the-call' }) : nothing}
          </figcaption>
          ${this.#renderInput(result, shownX?.figure ?? x, look, fit)} ${sums(x)}
          <div class="below">${this.#renderTools(result)} ${this.#renderAfter(result, look)}</div>
        </figure>
        <span class="op times" aria-hidden="true">${scalingOf(result).join}</span>
        <figure class="mask">
          <figcaption>
            <b>${msg('mask', { id: 'mask' })}</b> <span class="meaning">${msg('1 = kept, 0 = dropped', { id: 'mask-meaning' })}</span>
          </figcaption>
          ${maskGrid(x, kept, look(msg('mask', { id: 'mask' }), kept))}
          <p class="sum">
            <span>${msg(html`dropped: <b>${formatNumber(result.dropped)}</b> of ${formatNumber(mask.size)}`, { id: 'dropped-count' })}</span>
            <span><b>${share}</b></span>
          </p>
        </figure>
        ${scaleOf(result)}
        <span class="op equals" aria-hidden="true">=</span>
        <figure class="train" ?data-small=${shownTrain?.isSmall}>
          <figcaption>
            <b>${codes?.train.name ?? msg('train output', { id: 'train' })}</b> <code class=${codes ? '' : 'meaning'}>${codes?.train.code ?? 'drop.train()'}</code>
            <code class="product">= ${productOf(result, 'mask', formatNumber)}</code>
          </figcaption>
          ${figureGrid(shownTrain?.figure ?? train, look(msg('train output', { id: 'train' }), kept))} ${sums(train)}
        </figure>
        <figure class="eval" ?data-small=${shownEval?.isSmall}>
          <figcaption>
            <b>${codes?.eval.name ?? msg('eval output', { id: 'eval' })}</b> <code class=${codes ? '' : 'meaning'}>${codes?.eval.code ?? 'drop.eval()'}</code>
          </figcaption>
          ${figureGrid(shownEval?.figure ?? result.eval, look(msg('eval output', { id: 'eval' }), null))} ${sums(result.eval)}
        </figure>
      </div>
    `;
  }

  // If calls in place have changed x, its cells differ from the text, and cannot be edited.
  #renderInput(result: Result, x: ShownTensor, look: Look, { beside }: Fit) {
    const isOwn = !result.inplace || result.call === 1;
    if (!x.cells || !isOwn || this.locked) {
      return figureGrid(x, look(msg('input', { id: 'input' }), null));
    }
    return html`<tensor-editor
      .label=${msg('Input cells', { id: 'input-cells' })}
      .shape=${x.shape}
      .beside=${beside}
      .cells=${cellsToEdit(result)}
      .texts=${x.cells.texts}
      .values=${x.cells.values}
      .largest=${Math.max(x.largest, result.train.largest)}
      .check=${this.check}
      .pointed=${this.pointed ?? this.explained}
      @grid-change=${(event: CustomEvent<Grid>) => this.#edit(event.detail)}
      @grid-paste=${this.#onPaste}
      @cell-point=${this.onPoint}
    ></tensor-editor>`;
  }

  #renderTools(result: Result) {
    const { x } = result;
    if (this.locked || !x.cells || x.shape.length > 2) return nothing;
    if (result.inplace && result.call > 1) return nothing;
    const grid = { shape: x.shape, cells: cellsToEdit(result) };
    const { rows, columns } = extents(grid);
    const button = (text: string, label: string, change: (grid: Grid) => Grid, enabled: boolean) =>
      html`<button
        type="button"
        title=${label}
        aria-label=${label}
        aria-disabled=${!enabled}
        @click=${() => enabled && this.#edit(change(grid))}
      >
        ${text}
      </button>`;
    return html`
      <div class="tools">
        <div>
          ${msg('rows', { id: 'rows' })}
          ${button('−', msg('Remove the last row', { id: 'remove-row' }), withoutRow, rows > 1)}
          ${button('+', msg('Add a row', { id: 'add-row' }), withRow, columns > 0)}
        </div>
        <div>
          ${msg('columns', { id: 'columns' })}
          ${button('−', msg('Remove the last column', { id: 'remove-column' }), withoutColumn, columns > 1)}
          ${button('+', msg('Add a column', { id: 'add-column' }), withColumn, true)}
        </div>
      </div>
    `;
  }

  // In place the output is x itself, so that x is shown once more as it is after the call.
  #renderAfter({ inplace, train, kept }: Result, look: Look) {
    if (!inplace) return nothing;
    const label = msg('after the call', { id: 'after-the-call' });
    return html`<div class="after">
      <p class="label"><code>x</code> ${label} · <code>drop(x) is x</code></p>
      ${figureGrid(train, look(`x, ${label}`, kept))}
    </div>`;
  }

  #edit({ shape, cells }: Grid) {
    const dtype = this.result?.x.dtype ?? 'float32';
    fireSettings(this, { input: tensorText(shape, cells, dtype) });
  }

  // A table that is pasted at the first cell replaces the input. Elsewhere it is written into the input.
  #onPaste(event: CustomEvent<{ index: number; text: string }>) {
    const { result } = this;
    if (!result) return;
    const { index, text } = event.detail;
    const block = readBlock(text, (cell) => this.check(cell) === null);
    const { shape } = result.x;
    // A text that is neither a table nor a tensor goes into the cell, which says what is wrong with it.
    if (!block && !this.isTensor(text)) return;
    event.preventDefault();
    if (!block) fireSettings(this, { input: text.trim() });
    else if (index === 0 || shape.length > 2) this.#edit(gridOf(block));
    else this.#edit(withBlock({ shape, cells: cellsToEdit(result) }, index, block));
  }
}

/** The cells as the reader wrote them, if the text is a list of cells. */
function cellsToEdit({ settings, x }: Result): readonly string[] {
  return writtenCells(settings.input, x.size) ?? x.cells?.shortest ?? [];
}

function scaleOf(result: Result) {
  const scaling = scalingOf(result);
  const { sign, number, formula } = scaling;
  return html`<span class="op scale" ?data-two=${number === null} title=${number === null ? formula : shortestText(number, result.x.dtype)}>
    <span><span aria-hidden="true">${sign}</span> <b>${factorOf(scaling, formatNumber)}</b></span>
    <code>${formula}</code>
  </span>`;
}
