// Where each element of a tensor lies in its heat map, in cells. Matrices stand side by side with gaps between
// them, and a matrix that is too long is folded into bands.
import { indices } from '../../experiment/slices.ts';

/** A row or a column of cells. */
export interface Line {
  /** The row's and the column's offset add up to an element's index; negative in a gap or outside. */
  offset: number;
  /** A row has no cells from this column on. */
  end: number;
}

/** A cell's column and row. */
export interface Place {
  column: number;
  row: number;
}

// A matrix that is wider or taller than this would be a thread on which nothing can be seen.
const WIDEST = 12;
const TALLEST = 3;

// The proportion, width by height, that folded tensors and matrices side by side aim at.
const RATIO = 1.6;

const NOWHERE: Line = { offset: -1, end: 0 };

export class HeatMapLayout {
  readonly shape: readonly number[];
  /** Number of elements. */
  readonly size: number;
  /** In cells, gaps included; 1 for an empty tensor. */
  readonly width: number;
  readonly height: number;

  // A matrix has rows x columns. If it is too wide, it is cut into bands that lie one below the other; if it is
  // too tall, into bands side by side. A band has bandRows x bandColumns, the last one may have fewer.
  readonly #rows: number;
  readonly #columns: number;
  readonly #matrices: number;
  readonly #bandRows: number;
  readonly #bandColumns: number;
  readonly #bandGap: number;
  readonly #matrixWidth: number;
  readonly #matrixHeight: number;
  readonly #across: number;
  readonly #gap: number;

  constructor(shape: readonly number[]) {
    this.shape = shape;
    const rows = shape.length < 2 ? 1 : (shape.at(-2) ?? 1);
    const columns = shape.at(-1) ?? 1;
    const matrices = shape.slice(0, -2).reduce((product, extent) => product * extent, 1);
    const size = matrices * rows * columns;
    this.size = size;
    this.#rows = rows;
    this.#columns = columns;
    this.#matrices = matrices;

    const isWide = columns > WIDEST * rows;
    const isTall = rows > TALLEST * columns;
    this.#bandColumns = isWide ? Math.min(columns, round(Math.sqrt(RATIO * size))) : columns;
    this.#bandRows = isTall ? Math.min(rows, round(Math.sqrt(size / RATIO))) : rows;
    const bandsDown = Math.ceil(columns / this.#bandColumns);
    const bandsAcross = Math.ceil(rows / this.#bandRows);
    const isFolded = bandsDown > 1 || bandsAcross > 1;
    // A vector continues in the next line, as a text does. Bands of several lines need a gap between them.
    const isVector = rows === 1 || columns === 1;
    this.#bandGap = isVector ? 0 : gapBetween(this.#bandRows, this.#bandColumns);
    this.#matrixWidth = bandsAcross * (this.#bandColumns + this.#bandGap) - this.#bandGap;
    this.#matrixHeight = bandsDown * (this.#bandRows + this.#bandGap) - this.#bandGap;
    this.#gap = gapBetween(this.#matrixHeight, this.#matrixWidth);
    this.#across = isFolded ? 1 : this.#matricesAcross();
    const down = Math.ceil(matrices / this.#across);
    this.width = size === 0 ? 1 : this.#across * (this.#matrixWidth + this.#gap) - this.#gap;
    this.height = size === 0 ? 1 : down * (this.#matrixHeight + this.#gap) - this.#gap;
  }

  row(row: number): Line {
    if (!(row >= 0 && row < this.height) || this.size === 0) return NOWHERE;
    const line = Math.floor(row / (this.#matrixHeight + this.#gap));
    const inside = row - line * (this.#matrixHeight + this.#gap);
    if (inside >= this.#matrixHeight) return NOWHERE;
    const band = Math.floor(inside / (this.#bandRows + this.#bandGap));
    const r = inside - band * (this.#bandRows + this.#bandGap);
    if (r >= this.#bandRows) return NOWHERE;
    const first = line * this.#across;
    const offset = (first * this.#rows + r) * this.#columns + band * this.#bandColumns;
    // The last line may have fewer matrices, the last band fewer rows or columns.
    const matrices = Math.min(this.#across, this.#matrices - first);
    const bands = Math.ceil((this.#rows - r) / this.#bandRows);
    const end = Math.min(
      matrices * (this.#matrixWidth + this.#gap),
      this.#across > 1 ? Number.POSITIVE_INFINITY : bands * (this.#bandColumns + this.#bandGap),
      this.#across > 1 ? Number.POSITIVE_INFINITY : this.#lastColumn(band),
    );
    return { offset, end };
  }

  column(column: number): Line {
    if (!(column >= 0 && column < this.width)) return NOWHERE;
    const matrix = Math.floor(column / (this.#matrixWidth + this.#gap));
    const inside = column - matrix * (this.#matrixWidth + this.#gap);
    if (inside >= this.#matrixWidth) return NOWHERE;
    const band = Math.floor(inside / (this.#bandColumns + this.#bandGap));
    const c = inside - band * (this.#bandColumns + this.#bandGap);
    if (c >= this.#bandColumns) return NOWHERE;
    const offset = (matrix * this.#rows + band * this.#bandRows) * this.#columns + c;
    return { offset, end: 0 };
  }

  /** The index of the element at a place; null in a gap or outside. */
  indexAt({ column, row }: Place): number | null {
    const { offset, end } = this.row(row);
    const { offset: along } = this.column(column);
    return offset < 0 || along < 0 || column >= end ? null : offset + along;
  }

  placeOf(index: number): Place {
    const matrix = Math.floor(index / (this.#rows * this.#columns));
    const inside = index - matrix * this.#rows * this.#columns;
    const r = Math.floor(inside / this.#columns);
    const c = inside - r * this.#columns;
    const bandDown = Math.floor(c / this.#bandColumns);
    const bandAcross = Math.floor(r / this.#bandRows);
    const line = Math.floor(matrix / this.#across);
    return {
      column:
        (matrix - line * this.#across) * (this.#matrixWidth + this.#gap) +
        bandAcross * (this.#bandColumns + this.#bandGap) +
        (c - bandDown * this.#bandColumns),
      row:
        line * (this.#matrixHeight + this.#gap) +
        bandDown * (this.#bandRows + this.#bandGap) +
        (r - bandAcross * this.#bandRows),
    };
  }

  /** The indices of an element as Python writes them: `[0, 12, 34]`. */
  subscript(index: number): string {
    return `[${indices(index, this.shape).join(', ')}]`;
  }

  /** The nearest element in a direction, also beyond a gap; `index` itself if there is none. */
  neighbour(index: number, columns: number, rows: number): number {
    const from = this.placeOf(index);
    const column = Math.max(0, Math.min(this.width - 1, from.column + columns));
    const row = Math.max(0, Math.min(this.height - 1, from.row + rows));
    const place = { column, row };
    for (let step = 0; step <= Math.max(this.#gap, this.#bandGap); ++step) {
      const found = this.indexAt(place);
      if (found !== null) return found;
      place.column += Math.sign(columns);
      place.row += Math.sign(rows);
    }
    return index;
  }

  // How many matrices stand in a line: in a batch of images the channels of one image, otherwise as many as
  // look best.
  #matricesAcross(): number {
    const [images, channels] = this.shape;
    if (this.shape.length === 4 && images && channels) {
      const ratio =
        (channels * (this.#matrixWidth + this.#gap)) / (images * (this.#matrixHeight + this.#gap));
      if (ratio <= WIDEST && ratio >= 1 / TALLEST) return channels;
    }
    const fitting = Math.sqrt(
      (RATIO * this.#matrices * (this.#matrixHeight + this.#gap)) / (this.#matrixWidth + this.#gap),
    );
    return Math.max(1, Math.min(this.#matrices, Math.round(fitting)));
  }

  #lastColumn(band: number): number {
    return this.#bandRows === this.#rows
      ? this.#columns - band * this.#bandColumns
      : Number.POSITIVE_INFINITY;
  }
}

// Thin, but wide enough to be seen when the whole map has some hundred pixels.
function gapBetween(rows: number, columns: number): number {
  return Math.max(1, Math.ceil(0.02 * Math.max(rows, columns)));
}

// Rounds to one digit, so that lines begin at round numbers.
function round(extent: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, extent)));
  return Math.max(1, Math.round(extent / unit) * unit);
}
