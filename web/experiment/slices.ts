// A tensor of any rank as matrices. Those that differ only in the third dimension from the end stand side by side.

export interface Slice {
  /** `[0, 1]`: the indices before the last two dimensions; empty if there are none. */
  prefix: string;
  /** Row-major index of its first element. */
  first: number;
}

export interface SliceRow {
  slices: readonly Slice[];
  /** Of each slice. */
  rows: number;
  columns: number;
}

/** More cells side by side do not fit a page. */
const MOST_COLUMNS = 16;

/** @param beside How many slices stand in a row. */
export function sliceRows(
  shape: readonly number[],
  beside: number = besideEachOther(shape),
): SliceRow[] {
  const rows = shape.length < 2 ? 1 : (shape.at(-2) ?? 1);
  const columns = shape.at(-1) ?? 1;
  const outer = shape.slice(0, -2);
  const count = outer.reduce((product, extent) => product * extent, 1);
  const slices = Array.from({ length: count }, (_, i) => ({
    prefix: outer.length === 0 ? '' : `[${indices(i, outer).join(', ')}]`,
    first: i * rows * columns,
  }));
  return Array.from({ length: Math.ceil(count / beside) }, (_, i) => ({
    slices: slices.slice(i * beside, (i + 1) * beside),
    rows,
    columns,
  }));
}

/** How many slices stand in a row, where there is room for sixteen columns. */
export function besideEachOther(shape: readonly number[]): number {
  const columns = Math.max(1, shape.at(-1) ?? 1);
  const inner = shape.at(-3) ?? 1;
  const fitting = Math.max(1, Math.floor(MOST_COLUMNS / columns));
  if (inner <= fitting) return Math.max(1, inner);
  // The largest number that makes all rows equally long.
  for (let beside = fitting; beside > 1; --beside) if (inner % beside === 0) return beside;
  return 1;
}

/** The indices of an element, from its row-major index. */
export function indices(flat: number, extents: readonly number[]): number[] {
  let rest = flat;
  return extents
    .toReversed()
    .map((extent) => {
      const index = rest % extent;
      rest = Math.floor(rest / extent);
      return index;
    })
    .reverse();
}
