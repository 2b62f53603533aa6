// <dropout-playground>: one dropout layer to play with. It draws what the core returns and computes
// nothing; its attributes are its whole state.
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Result, runWithStandIns } from './experiment/experiment.ts';
import { type Cells, type Figure, MOST_CELLS } from './experiment/figure.ts';
import { tensorText } from './experiment/nested-list.ts';
import { DEFAULT_SETTINGS, type FieldErrors, type Settings } from './experiment/settings.ts';
import { ExperimentElement } from './experiment-element.ts';
import { explain } from './explanation.ts';
import {
  extents,
  type Grid,
  withColumn,
  withoutColumn,
  withoutRow,
  withRow,
} from './grids/grid-shape.ts';
import type { Fate, GridCell } from './grids/tensor-grid.ts';
import { formatNumber, formatPercent } from './number-format.ts';
import { fields } from './styles/fields.ts';
import { playgroundStyles } from './styles/playground.ts';
import { tokens } from './styles/tokens.ts';

/**
 * @attr input - A tensor as text: `[1, 2]`, `tensor([[1., 2.]])`, `torch.ones(6, 6)`.
 * @attr p - The probability of an element to be zeroed, 0 to 1.
 * @attr seed - A whole number from -2^63 to 2^64 - 1.
 * @slot - What readers see without JavaScript, while it loads, and where WebAssembly is not allowed.
 * @fires dropout-change - After each edit by the reader; the new state is in the attributes.
 */
export class DropoutPlayground extends ExperimentElement {
  static override readonly styles = [tokens, fields, playgroundStyles];

  static override readonly properties = {
    ...ExperimentElement.properties,
    pointed: { state: true },
  };

  declare pointed: number | null;

  #result: Result | null = null;
  #errors: FieldErrors = {};
  /** The last good entry of each field, which stands in for a wrong one. */
  #good: Settings = DEFAULT_SETTINGS;
  /** The input's cells as the reader wrote them; null once its text was edited instead. */
  #written: Grid | null = null;

  constructor() {
    super();
    this.pointed = null;
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (!this.core || !this.isOtherExperiment(changed)) return;
    const { result, errors } = runWithStandIns(this.core, this.settings, this.#good);
    this.#result = result;
    this.#errors = errors;
    this.#good = result.settings;
  }

  override render(): TemplateResult {
    if (this.failure) {
      return html`<slot></slot><p class="failure" role="alert">${this.failure.message}</p>`;
    }
    const result = this.#result;
    if (!result) return html`<slot></slot>`;
    return html`
      <section class="playground" aria-label=${msg('Dropout playground', { id: 'playground' })}>
        ${this.#renderControls(result)} ${this.#renderText()} ${this.#renderEquation(result)}
        ${this.#renderPrinted(result)}
      </section>
    `;
  }

  #renderControls(result: Result) {
    const { p, seed } = this.settings;
    return html`
      <div class="controls">
        <div class="field p">
          <label for="p"
            ><b>p</b> ${msg('probability of dropping', { id: 'p-meaning' })}</label
          >
          <div class="slider">
            <input
              type="range"
              min="0"
              max="1"
              step="0.01"
              aria-label=${msg('p, probability of dropping', { id: 'p-slider' })}
              .value=${live(String(result.p))}
              @input=${this.#onSlide}
            />
            <input
              id="p"
              class="box"
              type="text"
              inputmode="decimal"
              autocomplete="off"
              size="5"
              aria-invalid=${this.#errors.p ? 'true' : 'false'}
              aria-describedby=${this.#errors.p ? 'p-error' : nothing}
              .value=${live(p)}
              @input=${(event: InputEvent) => this.#edit({ p: textOf(event) })}
            />
          </div>
          ${this.#renderError('p')}
        </div>
        <div class="field">
          <label for="seed">${msg('seed', { id: 'seed' })}</label>
          <div class="stepper">
            ${this.#renderStep(-1n, '−', msg('Previous seed', { id: 'previous-seed' }))}
            <input
              id="seed"
              class="box"
              type="text"
              inputmode="numeric"
              autocomplete="off"
              size="8"
              aria-invalid=${this.#errors.seed ? 'true' : 'false'}
              aria-describedby=${this.#errors.seed ? 'seed-error' : nothing}
              .value=${live(seed)}
              @input=${(event: InputEvent) => this.#edit({ seed: textOf(event) })}
              @keydown=${this.#onSeedKey}
            />
            ${this.#renderStep(1n, '+', msg('Next seed', { id: 'next-seed' }))}
          </div>
          ${this.#renderError('seed')}
        </div>
        <div class="field">
          <span class="label">${msg('draws like', { id: 'draws-like' })}</span>
          <p class="engine">
            PyTorch CPU <span>${msg('2.7 and later', { id: 'torch-cpu-versions' })}</span>
          </p>
        </div>
      </div>
    `;
  }

  #renderStep(step: bigint, text: string, label: string) {
    return html`<button type="button" title=${label} aria-label=${label} @click=${() => this.#stepSeed(step)}>
      ${text}
    </button>`;
  }

  #renderText() {
    const { input } = this.settings;
    return html`
      <div class="field text">
        <label for="input">${msg('input, as text', { id: 'input-text' })}</label>
        <textarea
          id="input"
          class="box"
          spellcheck="false"
          autocapitalize="off"
          rows=${Math.min(8, input.split('\n').length)}
          aria-invalid=${this.#errors.input ? 'true' : 'false'}
          aria-describedby=${this.#errors.input ? 'input-error' : nothing}
          .value=${live(input)}
          @input=${this.#onText}
        ></textarea>
        ${this.#renderError('input')}
      </div>
    `;
  }

  #renderError(field: keyof Settings) {
    const error = this.#errors[field];
    return error
      ? html`<p class="error" id="${field}-error" role="alert">${explain(error)}</p>`
      : nothing;
  }

  #renderEquation(result: Result) {
    const { x, mask, train } = result;
    const largest = strongest(x, train);
    const share = formatPercent(mask.size === 0 ? 0 : result.dropped / mask.size);
    const fates = mask.cells?.values.map(fateOf);
    return html`
      <div class="equation" data-width=${widthOf(result)}>
        <figure class="input">
          <figcaption><b>${msg('input', { id: 'input' })}</b> <code>x</code></figcaption>
          ${this.#renderEditor(x, largest)} ${sums(x)} ${this.#renderTools(x)}
        </figure>
        <span class="op times" aria-hidden="true">×</span>
        <figure class="mask">
          <figcaption>
            <b>${msg('mask', { id: 'mask' })}</b> ${msg('1 kept, 0 dropped', { id: 'mask-meaning' })}
          </figcaption>
          ${this.#renderMask(mask)}
          <p class="sum" role="status">
            ${msg(html`dropped: <b>${result.dropped}</b> of ${mask.size}`, { id: 'dropped-count' })} ·
            <b>${share}</b>
          </p>
        </figure>
        <span class="op scale">
          <span><span aria-hidden="true">×</span> <b>${formatNumber(result.scale)}</b></span>
          <code>1 / (1 − p)</code>
        </span>
        <span class="op equals" aria-hidden="true">=</span>
        <figure class="train">
          <figcaption>
            <b>${msg('train output', { id: 'train' })}</b> <code>drop.train()</code>
            <code class="product">= x × mask × ${formatNumber(result.scale)}</code>
          </figcaption>
          ${this.#renderGrid(msg('train output', { id: 'train' }), train, largest, fates)} ${sums(train)}
        </figure>
        <figure class="eval">
          <figcaption><b>${msg('eval output', { id: 'eval' })}</b> <code>drop.eval()</code></figcaption>
          ${this.#renderGrid(msg('eval output', { id: 'eval' }), result.eval, largest)} ${sums(result.eval)}
        </figure>
      </div>
    `;
  }

  #renderEditor(x: Figure, largest: number) {
    if (!x.cells) return tooLarge(x);
    return html`<tensor-editor
      .shape=${x.shape}
      .cells=${this.#cellsOf(x, x.cells)}
      .texts=${x.cells.texts}
      .values=${x.cells.values}
      .largest=${largest}
      .check=${this.#checkNumber}
      .pointed=${this.pointed}
      @grid-change=${(event: CustomEvent<Grid>) => this.#onGrid(event.detail, x.dtype)}
      @cell-point=${this.#onPoint}
    ></tensor-editor>`;
  }

  #renderTools(x: Figure) {
    if (!x.cells || x.shape.length > 2) return nothing;
    const grid = { shape: x.shape, cells: this.#cellsOf(x, x.cells) };
    const { rows, columns } = extents(grid);
    const button = (text: string, label: string, change: (grid: Grid) => Grid, enabled: boolean) =>
      html`<button
        type="button"
        title=${label}
        aria-label=${label}
        ?disabled=${!enabled}
        @click=${() => this.#onGrid(change(grid), x.dtype)}
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

  /** What one edits: as the reader wrote it, where these are the reader's cells. */
  #cellsOf(x: Figure, { shortest }: Cells): readonly string[] {
    return this.#written?.cells.length === x.size ? this.#written.cells : shortest;
  }

  #renderMask(mask: Figure) {
    if (!mask.cells) return tooLarge(mask);
    return html`<tensor-grid
      mask
      .label=${msg('mask', { id: 'mask' })}
      .shape=${mask.shape}
      .cells=${mask.cells.values.map((value) => ({ text: String(value), value, fate: fateOf(value) }))}
      .pointed=${this.pointed}
      @cell-point=${this.#onPoint}
    ></tensor-grid>`;
  }

  #renderGrid(label: string, figure: Figure, largest: number, fates?: Fate[]) {
    const { cells } = figure;
    if (!cells) return tooLarge(figure);
    return html`<tensor-grid
      .label=${label}
      .shape=${figure.shape}
      .cells=${cells.values.map(
        (value, i): GridCell => ({
          text: cells.texts[i] ?? '',
          value,
          fate: fates?.[i] ?? 'plain',
        }),
      )}
      .largest=${largest}
      .pointed=${this.pointed}
      @cell-point=${this.#onPoint}
    ></tensor-grid>`;
  }

  #renderPrinted({ x, mask, train, eval: unchanged }: Result) {
    const blocks = [
      ['print(x)', x],
      ['print(mask)', mask],
      ['print(drop.train()(x))', train],
      ['print(drop.eval()(x))', unchanged],
    ] as const;
    return html`
      <div class="printed">
        ${blocks.map(
          ([code, figure]) =>
            html`<printed-tensor .code=${code} .text=${figure.printed}></printed-tensor>`,
        )}
      </div>
    `;
  }

  #edit(settings: Partial<Settings>) {
    this.settings = settings;
    this.dispatchEvent(new CustomEvent('dropout-change', { bubbles: true, composed: true }));
  }

  #onSlide(event: InputEvent) {
    this.#edit({ p: textOf(event) });
  }

  #onText(event: InputEvent) {
    this.#written = null;
    this.#edit({ input: (event.currentTarget as HTMLTextAreaElement).value });
  }

  #onGrid(grid: Grid, dtype: string) {
    this.#written = grid;
    this.#edit({ input: tensorText(grid.shape, grid.cells, dtype) });
  }

  #onSeedKey(event: KeyboardEvent) {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    this.#stepSeed(event.key === 'ArrowUp' ? 1n : -1n);
  }

  #stepSeed(step: bigint) {
    this.#edit({ seed: String(BigInt(this.#good.seed) + step) });
  }

  #onPoint(event: CustomEvent<{ index: number | null }>) {
    this.pointed = event.detail.index;
  }

  #checkNumber = (text: string): Error | null => {
    try {
      // As the one element of a list: "1, 2" and "1 + 1" are tensors too, but no numbers.
      const list = this.core?.parse(`[${text}]`);
      const isNumber = String(list?.shape) === '1';
      list?.dispose();
      if (isNumber) return null;
    } catch {
      // Whatever is wrong with it, it is no number.
    }
    return new Error(msg(str`expected a number, but found '${text}'`, { id: 'no-number' }));
  };
}

function fateOf(kept: number): Fate {
  return kept === 0 ? 'dropped' : 'kept';
}

function textOf(event: InputEvent): string {
  return (event.currentTarget as HTMLInputElement).value;
}

function sums({ sum, mean }: Figure) {
  return html`<p class="sum">
    ${msg('sum', { id: 'sum' })} <b>${formatNumber(sum)}</b> · ${msg('mean', { id: 'mean' })}
    <b>${formatNumber(mean)}</b>
  </p>`;
}

function tooLarge({ size }: Figure) {
  return html`<p class="large">
    ${msg(str`${size} elements, too many for cells (up to ${MOST_CELLS}): see the print below.`, { id: 'too-large' })}
  </p>`;
}

/**
 * How much room the four grids take: `narrow` if they fit into one line of a wide page, `medium` if
 * two do, else `wide`. In rem, by the measures of styles/cells.ts.
 */
function widthOf({ x, mask, train, eval: unchanged }: Result): 'narrow' | 'medium' | 'wide' {
  const columns = x.shape.at(-1) ?? 1;
  const cell = ({ cells }: Figure) =>
    Math.max(3.1, 1 + 0.55 * Math.max(0, ...(cells?.texts ?? []).map((text) => text.length))) + 0.2;
  const grids = [x, mask, train, unchanged].map((figure) => columns * cell(figure));
  if (grids.reduce((sum, width) => sum + width, 0) <= 56) return 'narrow';
  return Math.max(...grids) <= 31 ? 'medium' : 'wide';
}

/** The largest finite magnitude, so that all grids share one scale of tints. */
function strongest(...figures: Figure[]): number {
  const magnitudes = figures.flatMap(({ cells }) => cells?.values ?? []).map(Math.abs);
  return magnitudes.filter(Number.isFinite).reduce((a, b) => Math.max(a, b), 0);
}
