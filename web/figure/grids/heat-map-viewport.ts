// A view of a heat map in a frame of a certain size, and how it moves and zooms. No DOM.
import type { View } from './heat-map-view.ts';

/** The largest cell has room for a number with four decimals. */
const LARGEST_CELL = 64;

/** The size of the frame in pixels of the page, and that of the whole map in cells. */
export interface Extent {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export class Viewport {
  readonly frame: Extent;
  readonly whole: Extent;
  readonly view: View;
  /** A cell's width and height, in pixels of the page. */
  readonly cell: number;
  /** The corner of the first cell, in pixels from the corner of the frame. */
  readonly origin: Point;

  constructor(frame: Extent, whole: Extent, view: View) {
    const fit = Math.min(frame.width / whole.width, frame.height / whole.height);
    const zoom = Math.max(1, Math.min(view.zoom, LARGEST_CELL / fit));
    const share = (seen: number, all: number, middle: number) => {
      const half = seen / (2 * fit * zoom * all);
      return half >= 0.5 ? 0.5 : Math.max(half, Math.min(1 - half, middle));
    };
    this.frame = frame;
    this.whole = whole;
    this.view = {
      x: share(frame.width, whole.width, view.x),
      y: share(frame.height, whole.height, view.y),
      zoom,
    };
    this.cell = fit * zoom;
    this.origin = {
      x: frame.width / 2 - this.view.x * whole.width * this.cell,
      y: frame.height / 2 - this.view.y * whole.height * this.cell,
    };
  }

  get isLargest(): boolean {
    return this.cell >= LARGEST_CELL - 1e-6;
  }

  /** The column and row at a point of the frame. */
  placeAt({ x, y }: Point): { column: number; row: number } {
    return {
      column: Math.floor((x - this.origin.x) / this.cell),
      row: Math.floor((y - this.origin.y) / this.cell),
    };
  }

  /** A cell's corner in the frame. */
  cornerOf({ column, row }: { column: number; row: number }): Point {
    return { x: this.origin.x + column * this.cell, y: this.origin.y + row * this.cell };
  }

  /** The view with everything moved right and down by so many pixels. */
  moved({ x, y }: Point): View {
    const { width, height } = this.whole;
    return this.#at({
      x: this.view.x - x / (this.cell * width),
      y: this.view.y - y / (this.cell * height),
      zoom: this.view.zoom,
    });
  }

  /** The view magnified so many times; the cell at the given point of the frame stays there. */
  zoomed(times: number, { x, y }: Point): View {
    const { view } = this.#with({ ...this.view, zoom: this.view.zoom * times });
    const factor = view.zoom / this.view.zoom;
    const { width, height } = this.whole;
    const shift = (1 - 1 / factor) / this.cell;
    return this.#at({
      x: this.view.x + ((x - this.frame.width / 2) * shift) / width,
      y: this.view.y + ((y - this.frame.height / 2) * shift) / height,
      zoom: view.zoom,
    });
  }

  /** The view moved no further than needed to have a cell in sight, with some room around it. */
  showing(place: { column: number; row: number }): View {
    const corner = this.cornerOf(place);
    const shift = (at: number, extent: number) => {
      const room = Math.min(this.cell, extent / 4);
      return Math.max(0, room - at) - Math.max(0, at + this.cell + room - extent);
    };
    const { width, height } = this.frame;
    return this.moved({ x: shift(corner.x, width), y: shift(corner.y, height) });
  }

  #with(view: View): Viewport {
    return new Viewport(this.frame, this.whole, view);
  }

  #at(view: View): View {
    return this.#with(view).view;
  }
}
