// <on-average>: calls the layer millions of times while the reader watches, and shows the average output and how
// far single calls lie from it.
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { FigureCore } from '../../core/figure-core.ts';
import type { ChartSeries } from '../../design/charts/data-chart.ts';
import { fields } from '../../design/styles/fields.ts';
import { host } from '../../design/styles/host.ts';
import { sections } from '../../design/styles/sections.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { isSame } from '../../experiment/agreement.ts';
import { isAlpha } from '../../experiment/derivation/arithmetic.ts';
import type { Result } from '../../experiment/experiment.ts';
import { LARGE } from '../../experiment/large-input.ts';
import { MOST_CELLS } from '../../experiment/most-cells.ts';
import { alignedTexts } from '../../experiment/number-text.ts';
import type { Settings } from '../../experiment/settings.ts';
import { averagesOf, survivorOf } from '../../experiment/trials/averages.ts';
import { middlesOf } from '../../experiment/trials/bins.ts';
import {
  type Distribution,
  type Expectation,
  expectationOf,
} from '../../experiment/trials/expectation.ts';
import type { TrialCounts } from '../../experiment/trials/trials.ts';
import type { GridCell } from '../../figure/grids/tensor-grid.ts';
import { formatCompact, formatNumber } from '../../i18n/number-format.ts';
import { FollowingElement } from '../following-element.ts';
import { onAverageStyles } from './on-average-styles.ts';
import { droppedSummary, elementsSummary, shareSummary, sumSummary } from './summaries.ts';
import { TrialRun } from './trial-run.ts';

/** 95 % of a normal distribution lie within so many standard deviations. */
const NINETY_FIVE = 1.96;

/** What is tried. */
interface Subject {
  result: Result;
  /** For each draw, what its elements add to the sum if they are kept. */
  keptSums: Float64Array;
  expectation: Expectation;
  /** The sum of the output in eval mode. */
  evalSum: number;
}

export class OnAverage extends FollowingElement {
  static override readonly styles = [tokens, fields, host, sections, onAverageStyles];

  static override readonly properties = {
    ...FollowingElement.properties,
    subject: { state: true },
    isEmpty: { state: true },
    isLarge: { state: true },
  };

  /** Null before the first, and where there is none. */
  declare protected subject: Subject | null;
  /** Whether the tensor has no element. */
  declare protected isEmpty: boolean;
  /** Whether it has so many that readers would wait for the average. */
  declare protected isLarge: boolean;

  #wasSeen = false;
  readonly #run = new TrialRun(this);

  constructor() {
    super('0px');
    this.subject = null;
    this.isEmpty = false;
    this.isLarge = false;
  }

  protected override get isFilled(): boolean {
    return this.subject !== null;
  }

  // Trials start by themselves only for readers who do not mind moving pictures.
  protected override onSight(isInSight: boolean) {
    this.#run.setInSight(isInSight);
    super.onSight(isInSight);
    if (!isInSight || this.#wasSeen) return;
    this.#wasSeen = true;
    this.#run.want(!matchMedia('(prefers-reduced-motion: reduce)').matches);
  }

  protected override follow(core: FigureCore, settings: Settings) {
    this.isEmpty = false;
    const result = this.resultOf(core, { ...settings, gradient: '' });
    this.isLarge = result === null;
    if (!result) {
      this.#tryNothing();
      return;
    }
    if (this.subject && isSameTrial(this.subject.result, result)) return;
    if (result.x.size === 0) {
      this.isEmpty = true;
      this.#tryNothing();
      return;
    }
    const { p, scale } = result;
    const keptSums = keptSumsOf(result);
    const expectation = expectationOf(p, keptSums, scale);
    this.subject = { result, keptSums, expectation, evalSum: sumOf(result.eval.values) };
    const { dropped, sum } = expectation;
    this.#run.begin({
      p,
      seed: 0,
      keptSums,
      droppedBins: dropped.bins,
      sumBins: sum?.bins ?? { from: 0, width: 1, count: 1 },
    });
  }

  #tryNothing() {
    this.subject = null;
    this.#run.begin(null);
  }

  override render(): TemplateResult | typeof nothing {
    if (this.failure) return nothing;
    const { subject } = this;
    if (!subject) return this.#renderNothing();
    const { counts } = this.#run;
    return html`
      <div class="panel">
        ${this.#renderHead(counts)}
        <div class="pictures" part="pictures">
          ${renderCourse(subject, counts)} ${renderDropped(subject, counts)}
          ${isAlpha(subject.result) ? nothing : renderSum(subject, counts)}
        </div>
        ${isAlpha(subject.result) ? renderAlpha() : renderElements(subject, counts)}
      </div>
    `;
  }

  // As high as the charts that are still to come; if none will come, only as high as the text that says why.
  #renderNothing() {
    const why = this.#whyNot();
    return why
      ? html`<div class="panel"><p>${why}</p></div>`
      : html`<div class="panel waiting"></div>`;
  }

  #whyNot(): string | null {
    if (this.isEmpty) {
      return msg('In a tensor without elements nothing is dropped.', { id: 'nothing-to-try' });
    }
    if (!this.isLarge) return null;
    const most = formatNumber(LARGE);
    return msg(str`Too large to be called so often here: ${most} elements at most.`, {
      id: 'too-large-to-try',
    });
  }

  #renderHead(counts: TrialCounts | null) {
    const { isWanted, failure } = this.#run;
    const { trials = 0, draws = 0 } = counts ?? {};
    return html`
      <div class="head">
        <button type="button" class=${isWanted ? '' : 'primary'} @click=${() => this.#run.want(!isWanted)}>
          ${isWanted ? msg('Pause', { id: 'pause' }) : msg('Run', { id: 'run' })}
        </button>
        <button type="button" @click=${this.#onAnew}>${msg('Start again', { id: 'start-again' })}</button>
        <p>
          <b>${formatCompact(trials)}</b> ${msg('calls', { id: 'calls-counted' })} ·
          <b>${formatCompact(draws)}</b> ${msg('draws', { id: 'draws-counted' })}
        </p>
      </div>
      ${failure ? html`<p class="error" role="alert">${failure.message}</p>` : nothing}
    `;
  }

  #onAnew() {
    const { subject } = this;
    if (!subject) return;
    this.subject = null;
    this.#run.want(true);
    this.followNow();
  }
}

function renderCourse({ result }: Subject, counts: TrialCounts | null) {
  const { p } = result;
  const { draws, share } = counts?.course ?? BEFORE;
  const half = (count: number) => NINETY_FIVE * Math.sqrt((p * (1 - p)) / count);
  const low = draws.map((count) => Math.max(0, p - half(count)));
  const high = draws.map((count) => Math.min(1, p + half(count)));
  const now = share.at(-1);
  const title = msg('Share dropped', { id: 'share-dropped' });
  const summary = now === undefined ? title : shareSummary(p, now, half(draws.at(-1) ?? 1));
  const series: ChartSeries[] = [
    { label: msg('95 of 100 runs', { id: 'interval' }), kind: 'band', colour: 'soft', low, high },
  ];
  if (counts) {
    series.push({
      label: msg('dropped so far', { id: 'dropped-so-far' }),
      kind: 'line',
      colour: 'accent',
      values: share,
    });
  }
  return html`
    <figure>
      <figcaption><b>${title}</b></figcaption>
      <data-chart
        logarithmic
        .summary=${summary}
        .axis=${msg('draws', { id: 'draws-counted' })}
        .x=${draws}
        .series=${series}
      ></data-chart>
      ${renderBelow(summary, title, () => table({ draws, ...(counts && { share }), low, high }))}
    </figure>
  `;
}

function renderDropped({ expectation }: Subject, counts: TrialCounts | null) {
  const title = msg('Dropped in one call', { id: 'dropped-in-a-call' });
  const summary = droppedSummary(expectation);
  return renderDistribution(title, summary, expectation.dropped, counts?.dropped, counts);
}

function renderSum({ expectation, evalSum }: Subject, counts: TrialCounts | null) {
  const { sum } = expectation;
  const title = msg('Sum of the output', { id: 'sum-of-output' });
  if (!sum) {
    return html`<figure>
      <figcaption><b>${title}</b></figcaption>
      <p class="below">${msg('With inf or nan in the output, or in its sum, the sums have no mean.', { id: 'no-sum' })}</p>
    </figure>`;
  }
  const summary = sumSummary(sum, evalSum, counts);
  return renderDistribution(title, summary, sum, counts?.sums, counts);
}

function renderDistribution(
  title: string,
  summary: string,
  { bins, shares, isExact }: Distribution,
  found: Float64Array | undefined,
  counts: TrialCounts | null,
) {
  const trials = counts?.trials ?? 0;
  const seen =
    found?.map((count) => (trials > 0 ? count / trials : 0)) ?? new Float64Array(bins.count);
  const middles = middlesOf(bins);
  const theory = isExact
    ? msg('in theory', { id: 'in-theory' })
    : msg('normal distribution', { id: 'normal-distribution' });
  const series: ChartSeries[] = [
    {
      label: msg('share of the calls', { id: 'share-of-calls' }),
      kind: 'bars',
      colour: 'cool',
      values: seen,
    },
    { label: theory, kind: 'line', colour: 'ink', values: shares },
  ];
  return html`
    <figure>
      <figcaption><b>${title}</b></figcaption>
      <data-chart
        ?whole=${bins.width % 1 === 0}
        .summary=${summary}
        .axis=${title}
        .x=${middles}
        .series=${series}
      ></data-chart>
      ${renderBelow(summary, title, () => table({ value: middles, ...(counts && { share: seen }), theory: shares }))}
    </figure>
  `;
}

function renderBelow(summary: string, title: string, data: () => string) {
  return html`<p class="below">
    ${summary} <copy-button quiet .text=${data} .what=${title} .label=${msg('Copy data', { id: 'copy-data' })}></copy-button>
  </p>`;
}

function renderElements({ result }: Subject, counts: TrialCounts | null) {
  const { x, p } = result;
  const { means, variances, theory, farthest } = averagesOf(result, counts);
  const summary = elementsSummary(p, farthest);
  // Pairs of what has been found so far and what it converges to.
  const pairs = [
    [
      [msg('mean of the calls', { id: 'mean-of-calls' }), means],
      [msg('eval output', { id: 'eval' }), x.values],
    ],
    [
      [msg('variance of the calls', { id: 'variance-of-calls' }), variances],
      [p < 1 ? 'p / (1 − p) · x²' : '0', theory],
    ],
  ] as const;
  return html`
    <div class="elements">
      ${pairs.map(
        (pair) =>
          html`<div class="pair" ?data-waiting=${!counts}>
            ${pair.map(
              ([label, values]) =>
                html`<figure>
                  <figcaption><b>${label}</b></figcaption>
                  ${renderTensor(label, x.shape, values)}
                </figure>`,
            )}
          </div>`,
      )}
    </div>
    ${renderBelow(summary, msg('mean of the calls', { id: 'mean-of-calls' }), () =>
      table({
        eval: Float64Array.from(x.values, Number),
        ...(counts && { mean: means, variance: variances }),
        theory,
      }),
    )}
  `;
}

// Alpha dropout does not set what it drops to 0, and no element's mean is the element in eval mode.
function renderAlpha() {
  return html`<p class="below">
    ${msg(
      'Alpha dropout makes what it drops a negative number, not 0, and keeps mean 0 and variance 1 of all elements together. The mean of a single one is not its value in eval, and so is not shown.',
      { id: 'alpha-averages' },
    )}
  </p>`;
}

function renderTensor(label: string, shape: readonly number[], values: ArrayLike<number | bigint>) {
  // Adding 0 removes the sign of -0, which says nothing of an average.
  const numbers = Float64Array.from({ length: values.length }, (_, i) => Number(values[i]) + 0);
  const largest = numbers.reduce(
    (most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most),
    0,
  );
  if (numbers.length > MOST_CELLS) {
    return html`<tensor-heat-map
      .label=${label}
      .shape=${shape}
      .values=${numbers}
      .largest=${largest}
    ></tensor-heat-map>`;
  }
  const decimals = Math.max(0, 3 - Math.max(0, Math.floor(Math.log10(largest || 1))));
  return html`<tensor-grid
    .label=${label}
    .shape=${shape}
    .cells=${alignedTexts(Array.from(numbers), decimals, decimals).map(
      (text, i): GridCell => ({ text, value: numbers[i] as number, fate: 'plain' }),
    )}
    .largest=${largest}
  ></tensor-grid>`;
}

/** For each draw, what its elements add to the sum if they are kept. All elements of a channel share a draw. */
function keptSumsOf(result: Result): Float64Array {
  const { x, mask } = result;
  const sums = new Float64Array(mask.size);
  const shared = x.size / mask.size;
  for (let i = 0; i < x.size; ++i) {
    const at = Math.floor(i / shared);
    sums[at] = (sums[at] as number) + survivorOf(Number(x.values[i]), result);
  }
  return sums;
}

function sumOf(values: ArrayLike<number | bigint>): number {
  let sum = 0;
  for (let i = 0; i < values.length; ++i) sum += Number(values[i]);
  return sum;
}

/** A table for spreadsheets: columns of equal length under their names. */
function table(columns: Record<string, Float64Array>): string {
  const numbers = Object.values(columns);
  const rows = Array.from(numbers[0] ?? [], (_, i) =>
    numbers.map((column) => column[i]).join('\t'),
  );
  return [Object.keys(columns).join('\t'), ...rows, ''].join('\n');
}

/** Where the chart of the share is drawn before the first call: there is only what theory says. */
const BEFORE = {
  draws: Float64Array.from({ length: 61 }, (_, i) => 10 ** (i / 10)),
  share: new Float64Array(),
};

/** Whether trials of both results are the same. Seed and call do not matter, since trials draw by themselves. */
function isSameTrial(one: Result, other: Result): boolean {
  return one.p === other.p && one.layer === other.layer && isSame(one.x, other.x);
}
