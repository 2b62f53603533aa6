// <tensor-heat-map>: a tensor of any size as coloured cells. Readers see the whole of it, or zoom in until the
// cells show their numbers.
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import {
  type BaseColours,
  COLOUR_NAMES,
  HeatMapColours,
  readColour,
} from '../../design/charts/heat-map-colours.ts';
import { ShadowElement } from '../../design/shadow-element.ts';
import { fields } from '../../design/styles/fields.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { shortestText } from '../../experiment/number-text.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import { formatNumber } from '../../i18n/number-format.ts';
import { drawNoMore, drawSoon } from './frame-budget.ts';
import { HeatMapGestures } from './heat-map-gestures.ts';
import { HeatMapLayout } from './heat-map-layout.ts';
import { drawNumbers, drawPointer } from './heat-map-overlay.ts';
import { HeatMapPicture, type HeatMapSource, type HeatMapValues } from './heat-map-picture.ts';
import { heatMapStyles } from './heat-map-styles.ts';
import { type View, WHOLE } from './heat-map-view.ts';
import { type Point, Viewport } from './heat-map-viewport.ts';
import { placeInFrame } from './place-in-frame.ts';

/** The height of the tallest map, in pixels of the page. */
const TALLEST_FRAME = 528;
/** A map of more cells across begins with a part of it, since in the whole of it no cell could be seen. */
const LARGEST_WHOLE = 512;
/** So many cells of that part stand across. */
const FIRST_PART = 64;
/** Drawing more pixels of the screen would take longer than it is worth. */
const MOST_PIXELS = 1_500_000;
/** The time in a frame for one map, so that every map gets its turn soon. */
const DRAW_MS = 3;
const KEY_ZOOM = 2;
const SHIFT_STEPS = 10;

const CORNERS = html`<svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
  <path d="M1 4V1h3M8 1h3v3M11 8v3H8M4 11H1V8" fill="none" stroke="currentColor" stroke-width="1.6" />
</svg>`;

const ARROWS: Record<string, [columns: number, rows: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * A map keeps its own view and the element that is pointed out. A host with several maps of one shape passes on
 * to each what the others fire.
 *
 * @attr mask - The values are decisions, 0 and 1, which alone give the colour.
 * @fires cell-point - {index} of the element under the pointer or the keyboard's cursor, or null.
 * @fires view-change - {view} after moving or zooming.
 */
export class TensorHeatMap extends ShadowElement {
  static override readonly styles = [tokens, fields, heatMapStyles];

  static override readonly properties = {
    label: {},
    shape: { attribute: false },
    values: { attribute: false },
    kept: { attribute: false },
    mask: { type: Boolean },
    largest: { attribute: false },
    pointed: { attribute: false },
    explained: { attribute: false },
    view: { attribute: false },
    announced: { state: true },
  };

  /** Names the map for assistive technology. */
  declare label: string;
  declare shape: readonly number[];
  /** Row-major. The map reads the values again only if this becomes another array. */
  declare values: Float32Array | Float64Array | BigInt64Array | Uint8Array;
  /** For each element, 0 if it was dropped; null where nothing is. */
  declare kept: Uint8Array | null;
  declare mask: boolean;
  /** The magnitude that gets the strongest tint; 0 for no tint. */
  declare largest: number;
  /** Index of the element to be pointed out, or null. */
  declare pointed: number | null;
  /** Index of the element that is marked while none is pointed out, or null. */
  declare explained: number | null;
  /** Null for what the map begins with: all of it, or of a large one a part in which cells can be seen. */
  declare view: View | null;
  /** What is announced of the element at the keyboard's cursor. */
  declare protected announced: string;

  #layout = new HeatMapLayout([]);
  #numbers: HeatMapValues = new Float32Array();
  #picture: HeatMapPicture | null = null;
  #isStale = true;
  #colours: HeatMapColours | null = null;
  #frame = { width: 0, height: 0 };
  #pixelRatio = 1;
  /** The index of the element at the keyboard's cursor. */
  #cursor = 0;

  readonly #resizes = new ResizeObserver(([entry]) => this.#onResize(entry as ResizeObserverEntry));
  readonly #draw = () => this.#drawFor(DRAW_MS);
  readonly #gestures = new HeatMapGestures({
    at: (event) => this.#at(event),
    point: (at) => this.#pointAt(at),
    move: (by) => this.#show(this.#viewport.moved(by)),
    zoom: (times, at) => this.#show(this.#viewport.zoomed(times, at)),
    canMove: () => this.#isZoomed,
    hasFocus: () => this.shadowRoot?.activeElement === this.#frameElement,
  });

  constructor() {
    super();
    new LanguageController(this);
    this.label = '';
    this.shape = [];
    this.values = new Float32Array();
    this.kept = null;
    this.mask = false;
    this.largest = 0;
    this.pointed = null;
    this.explained = null;
    this.view = null;
    this.announced = '';
  }

  override connectedCallback() {
    super.connectedCallback();
    if (this.#frameElement) this.#resizes.observe(this.#frameElement);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#resizes.disconnect();
    drawNoMore(this.#draw);
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('shape') && String(this.#layout.shape) !== String(this.shape)) {
      this.#layout = new HeatMapLayout(this.shape);
      this.#cursor = 0;
      if (!changed.has('view')) this.view = null;
    }
    if (changed.has('values')) {
      const { values } = this;
      this.#numbers = values instanceof BigInt64Array ? Float64Array.from(values, Number) : values;
    }
  }

  override render(): TemplateResult {
    const { width, height } = this.#layout;
    const share = TALLEST_FRAME / height;
    return html`
      <div class="stage">
        <div
          class="frame"
          role="application"
          aria-roledescription=${msg('heat map', { id: 'heat-map' })}
          aria-label="${this.label}, ${this.#extents}"
          aria-describedby="keys"
          tabindex="0"
          ?data-zoomed=${this.#isZoomed}
          ?data-moved=${this.view !== null}
          @pointerdown=${this.#gestures.onPointerDown}
          @pointermove=${this.#gestures.onPointerMove}
          @pointerup=${this.#gestures.onPointerUp}
          @pointercancel=${this.#gestures.onPointerUp}
          @pointerleave=${this.#gestures.onPointerLeave}
          @dblclick=${this.#gestures.onDoubleClick}
          @wheel=${this.#gestures.onWheel}
          @keydown=${this.#onKeyDown}
          @focus=${this.#onFocus}
          @blur=${() => this.#point(null)}
        >
          <svg
            class="extent"
            width=${width * share}
            height=${height * share}
            viewBox="0 0 ${width} ${height}"
            aria-hidden="true"
          ></svg>
          <canvas aria-hidden="true"></canvas>
          <i class="corner"></i><i class="corner right"></i><i class="corner bottom"></i>
        </div>
        <div class="zoom">
          ${this.#renderZoom('−', msg('Zoom out', { id: 'zoom-out' }), this.#isZoomed, () => this.#zoom(1 / KEY_ZOOM))}
          ${this.#renderZoom('+', msg('Zoom in', { id: 'zoom-in' }), !this.#viewport.isLargest, () => this.#zoom(KEY_ZOOM))}
          ${this.#renderZoom(CORNERS, msg('Show all', { id: 'zoom-all' }), this.#isZoomed, () => this.#show(WHOLE))}
        </div>
      </div>
      <p class="caption">${this.#renderCaption()}</p>
      <p class="visually-hidden" id="keys">
        ${msg(
          'Arrow keys go to the next element, with Shift ten further. Plus and minus zoom, 0 shows all.',
          { id: 'heat-map-keys' },
        )}
      </p>
      <p class="visually-hidden" role="status">${this.announced}</p>
      <span class="colours" aria-hidden="true" @transitionend=${this.#onColours}>
        ${COLOUR_NAMES.map((name) => html`<i data-name=${name}></i>`)}
      </span>
    `;
  }

  // Tab leaves out the three buttons of each map, since keys do the same.
  #renderZoom(sign: string | TemplateResult, label: string, enabled: boolean, onClick: () => void) {
    return html`<button type="button" tabindex="-1" title=${label} aria-label=${label} ?disabled=${!enabled} @click=${onClick}>
      ${sign}
    </button>`;
  }

  #renderCaption() {
    const { pointed } = this;
    if (pointed !== null && pointed < this.#layout.size) {
      const fate = this.#fateOf(pointed);
      return html`<code>${this.#layout.subscript(pointed)}</code> <b>${this.#textOf(pointed)}</b>${
        fate ? html` → ${fate}` : nothing
      }`;
    }
    const part = this.#part;
    if (part) return html`<code>${part}</code> · ${this.#extents}`;
    const inPixel = Math.round(1 / this.#viewport.cell ** 2);
    return inPixel > 1
      ? html`${this.#extents} · ${msg(str`${formatNumber(inPixel)} a pixel`, { id: 'elements-in-pixel' })}`
      : this.#extents;
  }

  override firstUpdated() {
    this.#resizes.observe(this.#frameElement as HTMLElement);
    this.#onColours();
  }

  override updated(changed: Map<string, unknown>) {
    const isSame = [...changed.keys()].every((name) =>
      ['pointed', 'explained', 'announced'].includes(name),
    );
    if (!isSame) this.#isStale = true;
    if (!isSame || changed.has('pointed') || changed.has('explained')) drawSoon(this.#draw);
  }

  get #frameElement(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>('.frame') ?? null;
  }

  get #viewport(): Viewport {
    const { width, height } = this.#frame;
    return new Viewport(
      { width: Math.max(1, width), height: Math.max(1, height) },
      this.#layout,
      this.view ?? this.#start,
    );
  }

  /** The first rows and columns of a large map, and all of another one. */
  get #start(): View {
    const across = Math.sqrt(this.#layout.width * this.#layout.height);
    return across > LARGEST_WHOLE ? { x: 0, y: 0, zoom: across / FIRST_PART } : WHOLE;
  }

  /** Which rows and columns of a matrix are in sight, as Python writes it; null for all, and for other tensors. */
  get #part(): string | null {
    const { width, height } = this.#layout;
    if (!this.#isZoomed || String(this.shape) !== String([height, width])) return null;
    const viewport = this.#viewport;
    const { frame } = viewport;
    const first = viewport.placeAt({ x: 0, y: 0 });
    const last = viewport.placeAt({ x: frame.width - 0.01, y: frame.height - 0.01 });
    const range = (from: number, to: number, all: number) =>
      `${Math.max(0, from)}:${Math.min(all, to + 1)}`;
    return `[${range(first.row, last.row, height)}, ${range(first.column, last.column, width)}]`;
  }

  get #isReadByKeys(): boolean {
    return this.#frameElement?.matches(':focus-visible') ?? false;
  }

  get #isZoomed(): boolean {
    return (this.view ?? this.#start).zoom > 1.001;
  }

  /** `4000 × 4000`. */
  get #extents(): string {
    return this.shape.length === 0 ? '1' : this.shape.map(formatNumber).join(' × ');
  }

  #textOf(index: number): string {
    const { values } = this;
    const value = values[index];
    if (typeof value === 'bigint' || values instanceof Uint8Array) return String(value);
    return shortestText(value as number, values instanceof Float32Array ? 'float32' : 'float64');
  }

  #fateOf(index: number): string {
    const decisions = this.mask ? this.values : this.kept;
    if (!decisions) return '';
    return Number(decisions[index]) === 0
      ? msg('dropped', { id: 'fate-dropped' })
      : msg('kept', { id: 'fate-kept' });
  }

  #at(event: MouseEvent): Point {
    const { x, y } = placeInFrame(event, this.renderRoot.querySelectorAll('.corner'));
    return { x: x * this.#frame.width, y: y * this.#frame.height };
  }

  // A pointer leaves also when the page moves under it, and then takes nothing from who reads by keys.
  #pointAt(at: Point | null) {
    if (at === null && this.#isReadByKeys) return;
    this.#point(at && this.#layout.indexAt(this.#viewport.placeAt(at)));
    if (this.pointed !== null) this.#cursor = this.pointed;
  }

  #point(index: number | null) {
    if (index === this.pointed) return;
    this.pointed = index;
    this.dispatchEvent(new CustomEvent('cell-point', { detail: { index } }));
  }

  #show(view: View) {
    const { x, y, zoom } = this.view ?? this.#start;
    if (view.x === x && view.y === y && view.zoom === zoom) return;
    this.view = view;
    this.dispatchEvent(new CustomEvent('view-change', { detail: { view } }));
  }

  // Zooms around the element that is pointed out, so that it stays in sight.
  #zoom(times: number) {
    const viewport = this.#viewport;
    const { width, height } = viewport.frame;
    const corner =
      this.pointed === null ? null : viewport.cornerOf(this.#layout.placeOf(this.pointed));
    const half = viewport.cell / 2;
    this.#show(
      viewport.zoomed(
        times,
        corner ? { x: corner.x + half, y: corner.y + half } : { x: width / 2, y: height / 2 },
      ),
    );
  }

  #onFocus() {
    if (this.#isReadByKeys) this.#goTo(this.#cursor);
  }

  #onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const arrow = ARROWS[event.key];
    if (arrow) {
      const steps = event.shiftKey ? SHIFT_STEPS : 1;
      const [columns, rows] = arrow;
      const from = this.pointed ?? this.#cursor;
      this.#goTo(this.#layout.neighbour(from, columns * steps, rows * steps));
    } else if (event.key === '+' || event.key === '=') {
      this.#zoom(KEY_ZOOM);
    } else if (event.key === '-') {
      this.#zoom(1 / KEY_ZOOM);
    } else if (event.key === '0' || event.key === 'Home') {
      this.#show(WHOLE);
    } else {
      return;
    }
    event.preventDefault();
  }

  #goTo(index: number) {
    if (index >= this.#layout.size) return;
    this.#cursor = index;
    this.#point(index);
    if (this.#isZoomed) this.#show(this.#viewport.showing(this.#layout.placeOf(index)));
    this.announced = [this.#layout.subscript(index), this.#textOf(index), this.#fateOf(index)]
      .filter(Boolean)
      .join(' ');
  }

  #onResize({ contentRect }: ResizeObserverEntry) {
    const { width, height } = contentRect;
    this.#frame = { width, height };
    const sharp = Math.sqrt(MOST_PIXELS / Math.max(1, width * height));
    this.#pixelRatio = Math.min(devicePixelRatio, sharp);
    this.#isStale = true;
    drawSoon(this.#draw);
    // The caption says how many elements are in a pixel, which has changed.
    this.requestUpdate();
  }

  #onColours() {
    const base = Object.fromEntries(
      COLOUR_NAMES.map((name) => {
        const probe = this.renderRoot.querySelector(`.colours [data-name='${name}']`) as Element;
        return [name, readColour(getComputedStyle(probe).color)];
      }),
    ) as BaseColours;
    this.#colours = new HeatMapColours(base);
    this.#isStale = true;
    drawSoon(this.#draw);
  }

  /** Returns whether more time would improve the drawing. */
  #drawFor(milliseconds: number): boolean {
    const canvas = this.renderRoot.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context || !this.#colours || this.#frame.width < 1) return false;
    const start = performance.now();
    const viewport = this.#viewport;
    const source: HeatMapSource = {
      layout: this.#layout,
      values: this.#numbers,
      kept: this.kept,
      isMask: this.mask,
      largest: this.largest,
    };
    if (this.#isStale || !this.#picture) {
      this.#picture = new HeatMapPicture(
        source,
        viewport,
        this.#colours,
        this.#pixelRatio,
        this.#picture,
      );
      this.#isStale = false;
    }
    do this.#picture.pass();
    while (!this.#picture.isDone && performance.now() - start < milliseconds);

    const { image } = this.#picture;
    if (canvas.width !== image.width || canvas.height !== image.height) {
      canvas.width = image.width;
      canvas.height = image.height;
    }
    context.putImageData(image, 0, 0);
    context.setTransform(this.#pixelRatio, 0, 0, this.#pixelRatio, 0, 0);
    drawNumbers(context, source, viewport, this.#colours);
    const marked = this.pointed ?? this.explained;
    if (marked !== null && marked < this.#layout.size) {
      drawPointer(context, viewport, this.#layout.placeOf(marked), this.#colours);
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    return !this.#picture.isDone;
  }
}
