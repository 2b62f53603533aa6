// <plotted-axes>: one diagram of a program's figure. uPlot draws the axes, draw-artists.ts what is between them.
import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues, svg, type TemplateResult, unsafeCSS } from 'lit';
import type uPlot from 'uplot';
import { DrawnChart } from '../../design/charts/drawn-chart.ts';
import {
  type BaseColours,
  COLOUR_NAMES,
  HeatMapColours,
  readColour,
} from '../../design/charts/heat-map-colours.ts';
import { rem } from '../../design/rem.ts';
import { ShadowElement } from '../../design/shadow-element.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import { formatNumber } from '../../i18n/number-format.ts';
import type { Artist, PlottedAxes, Ticks } from '../../python/plotted-figure.ts';
import { drawArtists } from './draw-artists.ts';
import { CYCLE, cssColour, cssOf, type Scale, scaleOf } from './plot-colours.ts';
import { isLabelled } from './plotted-numbers.ts';

const NAMES = [...new Set([...COLOUR_NAMES, ...CYCLE, 'line'])];

/** Of a diagram, in pixels. */
const LEAST_HEIGHT = 150;
const MOST_HEIGHT = 380;

/** Between ticks of whole numbers. */
const WHOLE_STEPS = Array.from({ length: 6 }, (_, power) => 10 ** power).flatMap((power) => [
  power,
  2 * power,
  5 * power,
]);

/** What uPlot's axes take. */
const BESIDE = 62;
const BELOW = 48;

export class PlottedAxesElement extends ShadowElement {
  static override readonly styles = [
    tokens,
    css`
      :host {
        display: block;
        min-width: 0;
        color: var(--_ink);
        font: var(--_small)/1.4 var(--_sans);
      }

      .title {
        margin: 0 0 ${rem(0.2)};
        font: 600 var(--_text)/1.4 var(--_sans);
        text-align: center;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }

      .plot {
        overflow: hidden;
      }

      .u-wrap,
      .uplot {
        margin: 0 auto;
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: ${rem(0.1)} ${rem(1.1)};
        justify-content: center;
        margin: ${rem(0.2)} 0 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        align-items: center;
        gap: ${rem(0.4)};
        min-width: 0;
        overflow-wrap: anywhere;
      }

      svg {
        flex: none;
        width: ${rem(1.4)};
        height: ${rem(0.75)};
      }

      .scale {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: ${rem(0.5)};
        margin: ${rem(0.2)} 0 0;
        color: var(--_soft);
        font-variant-numeric: tabular-nums;
      }

      canvas.colours {
        width: ${rem(7)};
        height: ${rem(0.7)};
        border: 1px solid var(--_line);
      }

      ${unsafeCSS(NAMES.map((name) => `[data-name='${name}'] { color: var(--_${name}); }`).join(' '))}
    `,
  ];

  static override readonly properties = {
    axes: { attribute: false },
    shape: { attribute: false },
    isTinted: { state: true },
  };

  declare axes: PlottedAxes;
  /** Its height for its width. */
  declare shape: number;
  /** Whether the colours are known. */
  declare protected isTinted: boolean;

  #colours: HeatMapColours | null = null;
  readonly #drawn = new DrawnChart(this, {
    resized: () => void this.#draw(),
    recoloured: () => {
      this.#readColours();
      this.requestUpdate();
    },
  });

  constructor() {
    super();
    new LanguageController(this);
    this.isTinted = false;
    this.shape = 0.75;
  }

  override render(): TemplateResult {
    const { title, legend, artists } = this.axes;
    const labelled = legend ? artists.filter(isLabelled) : [];
    return html`
      ${title ? html`<p class="title">${title}</p>` : nothing}
      <div class="plot" role="img" aria-label=${this.#summary}></div>
      ${this.isTinted ? this.#renderScales() : nothing}
      ${
        labelled.length > 0 && this.isTinted
          ? html`<ul aria-hidden="true">${labelled.map((artist) => html`<li>${this.#swatch(artist)}${artist.label}</li>`)}</ul>`
          : nothing
      }
      <span hidden>${NAMES.map((name) => html`<i data-name=${name}></i>`)}</span>
    `;
  }

  /** In one sentence: what is drawn, over what, and between which numbers. */
  get #summary(): string {
    const { title, xlabel, ylabel, xlim, ylim, artists } = this.axes;
    const [left, right, bottom, top] = [...xlim, ...ylim].map(formatNumber);
    const labels = artists.filter(isLabelled).map(({ label }) => label);
    const range = msg(
      str`Horizontally ${xlabel || 'x'}, ${left} to ${right}; vertically ${ylabel || 'y'}, ${bottom} to ${top}.`,
      { id: 'plot-ranges' },
    );
    return [title, labels.join(', '), range].filter(Boolean).join('. ');
  }

  #swatch({ kind, ...artist }: Artist & { colour: string }) {
    const colour = this.#css(artist.colour);
    const { style = '', marker = '' } = artist as { style?: string; marker?: string };
    const dashes: Record<string, string> = { '--': '5 3', ':': '1.5 2.5', '-.': '6 3 1.5 3' };
    const isLine = (kind === 'line' && style !== '') || kind === 'rule';
    const isDot = kind === 'points' || marker !== '';
    return html`<svg viewBox="0 0 22 12">
      ${isLine ? svgLine(colour, dashes[style] ?? '') : nothing}
      ${isDot ? svgDot(colour) : nothing}
      ${isLine || isDot ? nothing : svgBox(colour)}
    </svg>`;
  }

  #renderScales() {
    const colours = this.#colours;
    const scaled = this.axes.artists.flatMap(
      (artist) => (colours && scaleOf(artist, colours)) || [],
    );
    const words = this.axes.artists.flatMap((artist) =>
      artist.kind === 'image' ? (artist.scale ?? []) : [],
    );
    const [scale] = scaled;
    if (!scale) return nothing;
    return html`<p class="scale">
      ${words[0] ? html`<span>${words[0]}</span>` : nothing}
      <span>${formatNumber(scale.low)}</span><canvas class="colours" width="100" height="1"></canvas
      ><span>${formatNumber(scale.high)}</span>
    </p>`;
  }

  override firstUpdated() {
    this.#readColours();
  }

  override updated(changed: PropertyValues) {
    if (changed.has('axes')) this.#drawn.discard();
    this.#drawScale();
    void this.#draw();
  }

  #readColours() {
    const base = Object.fromEntries(
      COLOUR_NAMES.map((name) => [name, readColour(this.#own(name))]),
    ) as BaseColours;
    this.#colours = new HeatMapColours(base);
    this.isTinted = true;
  }

  #drawScale() {
    const context = this.renderRoot
      .querySelector<HTMLCanvasElement>('canvas.colours')
      ?.getContext('2d');
    const colours = this.#colours;
    const scale = colours && this.axes.artists.map((one) => scaleOf(one, colours)).find(Boolean);
    if (!context || !scale) return;
    for (let i = 0; i < 100; ++i) {
      context.fillStyle = cssOf(scale.pixelOf(scale.low + ((scale.high - scale.low) * i) / 99));
      context.fillRect(i, 0, 1, 1);
    }
  }

  async #draw() {
    const room = await this.#drawn.room();
    if (!room || !this.#colours) return;
    const { width, height } = this.#sizeIn(room.width);
    const { chart } = this.#drawn;
    if (!chart) {
      const { xlim, ylim } = this.axes;
      room.draw(this.#options(width, height), [sorted(xlim), sorted(ylim)]);
    } else if (chart.width !== width) chart.setSize({ width, height });
  }

  #sizeIn(width: number): { width: number; height: number } {
    const { equal, xlim, ylim, axis } = this.axes;
    const [beside, below] = axis ? [BESIDE + 22, BELOW] : [16, 16];
    const height = Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, width * this.shape));
    const [across, up] = [Math.abs(xlim[1] - xlim[0]), Math.abs(ylim[1] - ylim[0])];
    if (!equal || !(across > 0 && up > 0)) return { width, height };
    const unit = Math.min((width - beside) / across, Math.max(1, MOST_HEIGHT - below) / up);
    return { width: across * unit + beside, height: up * unit + below };
  }

  #options(width: number, height: number): uPlot.Options {
    const { xlim, ylim, xscale, yscale, xlabel, ylabel, xticks, yticks, grid, axis } = this.axes;
    const font = `13px ${getComputedStyle(this).getPropertyValue('--_sans')}`;
    const line = this.#own('line');
    const looks: uPlot.Axis = {
      stroke: this.#own('soft'),
      ...{ font, labelFont: font, labelSize: 18, labelGap: 0 },
      grid: { show: grid, stroke: line, width: 1 },
      ticks: { stroke: line, width: 1, size: 4 },
      border: { show: true, stroke: line, width: 1 },
    };
    // Of a picture each cell is a whole number.
    const hasCells = this.axes.artists.some(({ kind }) => kind === 'image');
    const cells = hasCells ? { incrs: WHOLE_STEPS } : {};
    const scale = (limits: readonly [number, number], kind: string): uPlot.Scale => ({
      time: false,
      distr: kind === 'log' && Math.min(...limits) > 0 ? 3 : 1,
      dir: limits[0] > limits[1] ? -1 : 1,
      range: () => sorted(limits),
    });
    return {
      ...{ width, height },
      padding: axis ? [8, 22, 0, 0] : [8, 8, 8, 8],
      legend: { show: false },
      cursor: { show: false },
      scales: { x: scale(xlim, xscale), y: scale(ylim, yscale) },
      axes: [
        { ...looks, show: axis, size: 30, ...labelled(xlabel), ...cells, ...ticksOf(xticks) },
        {
          ...looks,
          show: axis,
          size: BESIDE - 18,
          ...labelled(ylabel),
          ...cells,
          ...ticksOf(yticks),
        },
      ],
      series: [{}, { paths: () => null, points: { show: false } }],
      hooks: { draw: [(chart) => this.#drawOn(chart, font)] },
    };
  }

  #drawOn(chart: uPlot, font: string) {
    const ratio = devicePixelRatio;
    const colours = this.#colours as HeatMapColours;
    drawArtists(this.axes.artists, {
      context: chart.ctx,
      x: (value) => chart.valToPos(value, 'x', true),
      y: (value) => chart.valToPos(value, 'y', true),
      frame: chart.bbox,
      ratio,
      colour: (given) => this.#css(given),
      scaleOf: (artist): Scale | null => scaleOf(artist, colours),
      font: font.replace('13px', `${13 * ratio}px`),
    });
  }

  #css(given: string | null): string {
    return cssColour(given, (name) => this.#own(name));
  }

  /** A colour of the page, as the browser has computed it; '' for none. */
  #own(name: string): string {
    const probe = name && this.renderRoot.querySelector(`[data-name='${name}']`);
    return probe ? getComputedStyle(probe).color : '';
  }
}

const sorted = ([one, other]: readonly [number, number]): [number, number] =>
  one < other ? [one, other] : [other, one];

const labelled = (label: string): uPlot.Axis =>
  label ? { label: label.replace(/\s+/g, ' ') } : {};

function ticksOf(ticks: Ticks | null): uPlot.Axis {
  if (!ticks)
    return { values: (_, at) => at.map((one) => (one === null ? '' : formatNumber(one))) };
  const [places, labels] = ticks;
  return {
    splits: () => places.filter((one) => one !== null),
    filter: (_, splits) => splits,
    values: () =>
      places.flatMap((one, i) =>
        one === null ? [] : [labels?.[i] ?? (labels ? '' : formatNumber(one))],
      ),
  };
}

const svgLine = (colour: string, dashes: string) =>
  svg`<path d="M1 6H21" fill="none" stroke=${colour} stroke-width="2" stroke-dasharray=${dashes}></path>`;

const svgDot = (colour: string) => svg`<circle cx="11" cy="6" r="4" fill=${colour}></circle>`;

const svgBox = (colour: string) =>
  svg`<rect x="3" y="1" width="16" height="10" fill=${colour}></rect>`;
