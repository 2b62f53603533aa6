// The pixels of a heat map. A pixel that covers many elements shows the mean of some of them. Each pass reads one
// element for each pixel, so that a pass takes as long for 16 million elements as for a thousand.
import { type HeatMapColours, STEPS } from '../../design/charts/heat-map-colours.ts';
import type { HeatMapLayout, Line } from './heat-map-layout.ts';
import type { Viewport } from './heat-map-viewport.ts';

export type HeatMapValues = Float32Array | Float64Array | Uint8Array;

export interface HeatMapSource {
  layout: HeatMapLayout;
  values: HeatMapValues;
  /** 0 dropped, for each element; null if nothing was. */
  kept: Uint8Array | null;
  /** Whether the values are decisions themselves. */
  isMask: boolean;
  /** The magnitude of the strongest tint. */
  largest: number;
}

/** Dropped cells of this size or more, in pixels of the page, are hatched. */
const HATCHED_CELL = 6;
/** Cells of this size or more have a gap between them. */
const PARTED_CELL = 10;
const WELL_PARTED_CELL = 28;

/** Further passes would change the means less than an eye can see. */
const MOST_PASSES = 16;

export class HeatMapPicture {
  readonly #image: ImageData;
  readonly #pixels: Uint32Array;
  readonly #source: HeatMapSource;
  readonly #viewport: Viewport;
  readonly #colours: HeatMapColours;
  readonly #pixelRatio: number;
  readonly #passes: number;
  #done = 0;
  #averaged = 0;
  // Sums over the passes: red and blue in one number, green in the other.
  readonly #redBlue: Uint32Array | null;
  readonly #green: Uint32Array | null;

  /** @param recycled A picture that is no longer needed; its memory is used again. */
  constructor(
    source: HeatMapSource,
    viewport: Viewport,
    colours: HeatMapColours,
    pixelRatio: number,
    recycled: HeatMapPicture | null,
  ) {
    const width = Math.round(viewport.frame.width * pixelRatio);
    const height = Math.round(viewport.frame.height * pixelRatio);
    const fits =
      recycled !== null && recycled.#image.width === width && recycled.#image.height === height;
    this.#image = fits ? recycled.#image : new ImageData(width, height);
    this.#pixels = new Uint32Array(this.#image.data.buffer);
    this.#source = source;
    this.#viewport = viewport;
    this.#colours = colours;
    this.#pixelRatio = pixelRatio;
    const cellsInPixel = (1 / (viewport.cell * pixelRatio)) ** 2;
    this.#passes = Math.max(1, Math.min(MOST_PASSES, Math.ceil(1.5 * cellsInPixel - 0.5)));
    const isSum = this.#passes > 1;
    const sums = () => new Uint32Array(width * height);
    this.#redBlue = isSum ? (fits && recycled.#redBlue?.fill(0)) || sums() : null;
    this.#green = isSum ? (fits && recycled.#green?.fill(0)) || sums() : null;
  }

  get isDone(): boolean {
    return this.#done >= this.#passes;
  }

  /** The picture as the passes so far have made it. */
  get image(): ImageData {
    if (this.#redBlue && this.#green && this.#averaged < this.#done) {
      this.#average(this.#redBlue, this.#green);
    }
    return this.#image;
  }

  /** Reads one more element for each pixel. */
  pass(): void {
    if (this.isDone) return;
    const { width, height } = this.#image;
    const { origin } = this.#viewport;
    const { layout } = this.#source;
    // Roberts' R2 sequence: its points fill a pixel evenly, however many there are.
    const x = (0.5 + 0.7548776662466927 * this.#done) % 1;
    const y = (0.5 + 0.5698402909980532 * this.#done) % 1;
    const columns = this.#lines(width, x, origin.x, (column) => layout.column(column));
    const rows = this.#lines(height, y, origin.y, (row) => layout.row(row));
    this.#paint(columns, rows);
    this.#done += 1;
  }

  // The line of cells below each pixel of a row or a column of the image.
  #lines(pixels: number, sample: number, origin: number, lineOf: (position: number) => Line) {
    const cell = this.#viewport.cell * this.#pixelRatio;
    const gap = this.#gapInPixels();
    const offsets = new Int32Array(pixels);
    const positions = new Int32Array(pixels);
    const ends = new Int32Array(pixels);
    let last = Number.NaN;
    let line: Line = { offset: -1, end: 0 };
    for (let pixel = 0; pixel < pixels; ++pixel) {
      const at = (pixel + sample - origin * this.#pixelRatio) / cell;
      const position = Math.floor(at);
      if (position !== last) line = lineOf(position);
      last = position;
      const isGap = gap > 0 && (at - position) * cell > cell - gap;
      offsets[pixel] = isGap ? -1 : line.offset;
      positions[pixel] = position;
      ends[pixel] = Math.min(line.end, 2 ** 31 - 1);
    }
    return { offsets, positions, ends };
  }

  #gapInPixels(): number {
    const { cell } = this.#viewport;
    if (cell < PARTED_CELL) return 0;
    return Math.round((cell < WELL_PARTED_CELL ? 1 : 3) * this.#pixelRatio);
  }

  #paint(columns: Lines, rows: Lines): void {
    const { width, height } = this.#image;
    const { values, kept, isMask, largest } = this.#source;
    const { tints, background } = this.#colours;
    const { cell, origin } = this.#viewport;
    const decisions = isMask ? (values as Uint8Array) : kept;
    const hatch =
      cell >= HATCHED_CELL
        ? this.#colours.hatch(this.#pixelRatio, cell < 2 * HATCHED_CELL)
        : Uint32Array.of(this.#colours.dropped);
    const period = hatch.length;
    // The stripes move with the cells.
    const shift = Math.round((origin.x + origin.y) * this.#pixelRatio) % period;
    const phases = Uint16Array.from({ length: width }, (_, x) => (x + 2 * period - shift) % period);
    const stripes = new Uint32Array(2 * period);
    for (let i = 0; i < 2 * period; ++i) stripes[i] = hatch[i % period] as number;
    const factor = largest > 0 ? Math.min(STEPS / largest, Number.MAX_VALUE) : 0;
    const keptColour = this.#colours.kept;
    const pixels = this.#pixels;
    const redBlue = this.#redBlue;
    const green = this.#green;

    for (let y = 0, pixel = 0; y < height; ++y) {
      const row = rows.offsets[y] as number;
      const end = rows.ends[y] as number;
      // A line of pixels on the same cells is a copy of the line above, unless a hatch runs across both.
      if (y > 0 && period === 1 && redBlue === null && row === rows.offsets[y - 1]) {
        pixels.copyWithin(pixel, pixel - width, pixel);
        pixel += width;
        continue;
      }
      const phase = y % period;
      for (let x = 0; x < width; ++x, ++pixel) {
        const along = columns.offsets[x] as number;
        let colour = background;
        if (row >= 0 && along >= 0 && (columns.positions[x] as number) < end) {
          const index = row + along;
          if (decisions !== null && decisions[index] === 0) {
            colour = stripes[(phases[x] as number) + phase] as number;
          } else if (isMask) {
            colour = keptColour;
          } else {
            // A nan stays one, and becomes 0.
            const step = Math.min(STEPS, Math.max(-STEPS, (values[index] as number) * factor));
            colour = tints[(step + (STEPS + 1.5)) | 0] as number;
          }
        }
        if (redBlue !== null && green !== null) {
          redBlue[pixel] = (redBlue[pixel] as number) + (colour & 0xff00ff);
          green[pixel] = (green[pixel] as number) + ((colour >>> 8) & 0xff);
        } else {
          pixels[pixel] = colour;
        }
      }
    }
  }

  #average(redBlue: Uint32Array, green: Uint32Array): void {
    const pixels = this.#pixels;
    const share = 1 / this.#done;
    this.#averaged = this.#done;
    for (let i = 0; i < pixels.length; ++i) {
      const both = redBlue[i] as number;
      const r = ((both & 0xffff) * share) | 0;
      const b = ((both >>> 16) * share) | 0;
      const g = ((green[i] as number) * share) | 0;
      pixels[i] = (0xff000000 | (b << 16) | (g << 8) | r) >>> 0;
    }
  }
}

interface Lines {
  offsets: Int32Array;
  positions: Int32Array;
  ends: Int32Array;
}
