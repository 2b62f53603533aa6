// <data-chart>: a chart of shares, with a sentence that says what it shows, and a legend. uPlot draws it; it is
// loaded when the first chart comes in sight.

import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type uPlot from 'uplot';
import { LanguageController } from '../../i18n/language-controller.ts';
import { activeLanguage } from '../../i18n/localization.ts';
import { formatCompact, formatNumber } from '../../i18n/number-format.ts';
import { InSight } from '../in-sight.ts';
import { rem } from '../rem.ts';
import { tokens } from '../styles/tokens.ts';
import { rangeOfBars, rangeOfShares, unitOf } from './axis-range.ts';
import { DrawnChart } from './drawn-chart.ts';

/** One legend entry: bars from 0, a line, or the area between two lines. */
export type ChartSeries = {
  label: string;
  colour: 'accent' | 'cool' | 'soft' | 'ink';
} & (
  | { kind: 'bars' | 'line'; values: Float64Array }
  | { kind: 'band'; low: Float64Array; high: Float64Array }
);

const HEIGHT = 210;

/** The possible steps between ticks on an axis of whole numbers. */
const WHOLE_STEPS = Array.from({ length: 15 }, (_, power) => 10 ** power).flatMap((power) => [
  power,
  2 * power,
  5 * power,
]);

/** A logarithmic axis has at most so many ticks. */
const MOST_POWERS = 6;

/** The opacity of a band, so that what lies on it can be seen. */
const BAND_OPACITY = '33';

// Safari has no requestIdleCallback.
const whenIdle: (run: () => void) => void =
  globalThis.requestIdleCallback?.bind(globalThis) ?? ((run) => setTimeout(run, 1000));

export class DataChart extends LitElement {
  static override readonly styles = [
    tokens,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      /* As high as the chart that is drawn later, so that nothing below it moves. */
      .plot {
        height: ${HEIGHT}px;
        overflow: hidden;
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: ${rem(0.1)} ${rem(1.1)};
        margin: ${rem(0.2)} 0 0;
        padding: 0;
        color: var(--_soft);
        font: var(--_small)/1.5 var(--_sans);
        list-style: none;
      }

      li {
        display: flex;
        align-items: center;
        gap: ${rem(0.4)};
      }

      i {
        width: ${rem(1.1)};
        height: ${rem(0.7)};
        border-radius: 2px;
      }

      i[data-kind='line'] {
        height: 2px;
      }

      i[data-kind='band'] {
        opacity: 0.2;
      }

      [data-colour='accent'] {
        color: var(--_accent);
      }
      [data-colour='cool'] {
        color: var(--_cool);
      }
      [data-colour='soft'] {
        color: var(--_soft);
      }
      [data-colour='ink'] {
        color: var(--_ink);
      }
      [data-colour='line'] {
        color: var(--_line);
      }

      i {
        background: currentColor;
      }

      @media (forced-colors: active) {
        i {
          forced-color-adjust: none;
          background: CanvasText;
        }
      }
    `,
  ];

  static override readonly properties = {
    summary: {},
    x: { attribute: false },
    series: { attribute: false },
    logarithmic: { type: Boolean },
    whole: { type: Boolean },
    axis: {},
  };

  /** A sentence that says what the chart shows. */
  declare summary: string;
  /** The x of each point. For bars these are their middles, which are equally spaced. */
  declare x: Float64Array;
  declare series: readonly ChartSeries[];
  /** Whether the x axis is logarithmic. */
  declare logarithmic: boolean;
  /** Whether the x axis shows whole numbers only. */
  declare whole: boolean;
  /** What the x axis shows. */
  declare axis: string;

  /** The kind of the drawn chart. uPlot cannot change it, so a chart of another kind is made anew. */
  #kind = '';
  /** Whether it is drawn as soon as the browser is idle. */
  #isWaiting = false;
  readonly #sight = new InSight(this, '300px', (isInSight) => {
    if (isInSight) void this.#draw();
  });
  readonly #drawn = new DrawnChart(this, {
    resized: () => this.#fit(),
    recoloured: () => void this.#draw(),
  });

  constructor() {
    super();
    new LanguageController(this);
    this.summary = '';
    this.x = new Float64Array();
    this.series = [];
    this.logarithmic = false;
    this.whole = false;
    this.axis = '';
  }

  override render(): TemplateResult {
    return html`
      <div class="plot" role="img" aria-label=${this.summary}></div>
      <ul aria-hidden="true">
        ${this.series.map(
          ({ label, kind, colour }) =>
            html`<li><i data-kind=${kind} data-colour=${colour}></i>${label}</li>`,
        )}
      </ul>
      <span data-colour="soft" hidden></span><span data-colour="line" hidden></span>
    `;
  }

  override updated(_changed: PropertyValues) {
    if (this.#sight.isInSight) void this.#draw();
    else this.#drawUnseen();
  }

  // Pictures of the whole page and its print show also what has not been in sight. That can wait until nothing
  // else is to be done.
  #drawUnseen() {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    whenIdle(() => {
      this.#isWaiting = false;
      void this.#draw();
    });
  }

  async #draw() {
    // Without points the old chart goes.
    if (this.x.length === 0) this.#drawn.discard();
    if (this.x.length === 0) return;
    const room = await this.#drawn.room();
    if (!room) return;
    const kind = JSON.stringify([
      activeLanguage(),
      this.logarithmic,
      this.whole,
      this.#unit,
      this.axis,
      this.series.map(({ label, kind, colour }) => [label, kind, colour]),
    ]);
    const { chart } = this.#drawn;
    if (chart && kind === this.#kind) chart.setData(this.#data());
    else room.draw(this.#options(room.uPlot, room.width), this.#data());
    this.#kind = kind;
  }

  get #hasBars(): boolean {
    return this.series.some(({ kind }) => kind === 'bars');
  }

  /** The unit of the x axis. */
  get #unit(): number {
    return this.#hasBars ? unitOf(this.x) : 1;
  }

  #data(): uPlot.AlignedData {
    return [
      this.x.map((value) => value / this.#unit),
      ...this.series.flatMap((one) => (one.kind === 'band' ? [one.high, one.low] : [one.values])),
    ] as unknown as uPlot.AlignedData;
  }

  #options(library: typeof uPlot, width: number): uPlot.Options {
    const { series, bands } = this.#lines(library);
    const unit = this.#unit;
    const soft = this.#colour('soft');
    const font = `13px ${getComputedStyle(this).getPropertyValue('--_sans')}`;
    const axis: uPlot.Axis = {
      stroke: soft,
      font,
      labelFont: font,
      labelSize: 16,
      labelGap: 0,
      grid: { stroke: this.#colour('line'), width: 1 },
      ticks: { stroke: this.#colour('line'), width: 1, size: 4 },
    };
    return {
      width,
      height: HEIGHT,
      padding: [8, 22, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: this.#scales(library),
      axes: [
        {
          ...axis,
          size: 32,
          label: this.axis,
          ...(this.logarithmic && {
            splits: (_, __, low, high) => powersOfTen(low, high),
            filter: (_, ticks) => ticks,
          }),
          ...(this.whole && unit === 1 && { incrs: WHOLE_STEPS }),
          values: (_, ticks, __, ___, step) => tickTexts(ticks, step, unit),
        },
        { ...axis, size: 58, values: (_, ticks) => ticks.map(formatNumber) },
      ],
      series: [{}, ...series],
      bands,
    };
  }

  #scales(library: typeof uPlot): uPlot.Scales {
    const hasBars = this.#hasBars;
    return {
      x: {
        time: false,
        distr: this.logarithmic ? 3 : 1,
        ...(hasBars && { range: ({ data }) => rangeOfBars(data[0]) }),
      },
      y: { range: (_, low, high) => rangeOfShares(library, [low, high], hasBars) },
    };
  }

  #lines(library: typeof uPlot): { series: uPlot.Series[]; bands: uPlot.Band[] } {
    const series: uPlot.Series[] = [];
    const bands: uPlot.Band[] = [];
    for (const { kind, colour } of this.series) {
      const stroke = this.#colour(colour);
      const points = { show: false };
      if (kind === 'bars') {
        const paths = library.paths.bars?.({ size: [0.86, 40] });
        series.push({ fill: stroke, width: 0, points, ...(paths && { paths }) });
      } else if (kind === 'line') {
        series.push({ stroke, width: 2, points });
      } else {
        const fill = withOpacity(stroke);
        bands.push({ series: [series.length + 1, series.length + 2], fill });
        series.push({ stroke: fill, width: 1, points }, { stroke: fill, width: 1, points });
      }
    }
    return { series, bands };
  }

  #colour(name: string): string {
    const sample = this.renderRoot.querySelector(`[data-colour='${name}']`);
    return sample ? getComputedStyle(sample).color : '';
  }

  #fit() {
    const { chart } = this.#drawn;
    const width = this.renderRoot.querySelector('.plot')?.clientWidth ?? 0;
    if (chart && width > 0) chart.setSize({ width, height: HEIGHT });
    else void this.#draw();
  }
}

/** The texts of ticks. The compact format has two decimals, which do not distinguish smaller steps. */
function tickTexts(ticks: readonly (number | null)[], step: number, unit: number): string[] {
  const format = step * unit < 0.01 ? formatNumber : formatCompact;
  return ticks.map((tick) => (tick === null ? '' : format(tick * unit)));
}

function powersOfTen(low: number, high: number): number[] {
  const first = Math.ceil(Math.log10(low));
  const last = Math.floor(Math.log10(high));
  const step = Math.ceil((last - first + 1) / MOST_POWERS);
  const powers: number[] = [];
  for (let power = first; power <= last; power += step) powers.push(10 ** power);
  return powers;
}

/** A computed colour, which is `rgb(…)` in every browser, with an opacity. */
function withOpacity(colour: string): string {
  const [red = 0, green = 0, blue = 0] = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  const hex = [red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0'));
  return `#${hex.join('')}${BAND_OPACITY}`;
}
