// A chart of uPlot in an element's `.plot`: made when uPlot is there, told of what changes it, gone with its element.
import type { LitElement, ReactiveController } from 'lit';
import type uPlot from 'uplot';
import { adopt, library } from './uplot.ts';

/** What a chart is drawn with. */
export interface ChartRoom {
  uPlot: typeof uPlot;
  /** In pixels; above 0. */
  width: number;
  draw: (options: uPlot.Options, data: uPlot.AlignedData) => void;
}

interface Told {
  /** Called when the element has another width. */
  resized: () => void;
  /** Called when the reader's colour scheme has changed; the chart, whose colours are old, is gone. */
  recoloured: () => void;
}

export class DrawnChart implements ReactiveController {
  /** Null before it is drawn, and once it is discarded. */
  chart: uPlot | null = null;

  readonly #host: LitElement;
  readonly #told: Told;
  readonly #resize: ResizeObserver;
  readonly #scheme = matchMedia('(prefers-color-scheme: dark)');

  constructor(host: LitElement, told: Told) {
    this.#host = host;
    this.#told = told;
    this.#resize = new ResizeObserver(told.resized);
    host.addController(this);
  }

  hostConnected(): void {
    this.#resize.observe(this.#host);
    this.#scheme.addEventListener('change', this.#onScheme);
  }

  hostDisconnected(): void {
    this.#resize.disconnect();
    this.#scheme.removeEventListener('change', this.#onScheme);
    this.discard();
  }

  /** Loads uPlot. Null where it cannot be loaded, and where the element has no room. */
  async room(): Promise<ChartRoom | null> {
    const loaded = await library();
    const place = this.#place;
    const width = place?.clientWidth ?? 0;
    if (!loaded || !place || !this.#host.isConnected || width === 0) return null;
    const draw = (options: uPlot.Options, data: uPlot.AlignedData) => {
      this.discard();
      adopt(this.#host.renderRoot as ShadowRoot, loaded.sheet);
      this.chart = new loaded.uPlot(options, data, place);
    };
    return { uPlot: loaded.uPlot, width, draw };
  }

  discard(): void {
    this.chart?.destroy();
    this.chart = null;
  }

  get #place() {
    return this.#host.renderRoot.querySelector<HTMLElement>('.plot');
  }

  readonly #onScheme = () => {
    this.discard();
    this.#told.recoloured();
  };
}
