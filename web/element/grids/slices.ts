// A tensor of any rank as matrices one below the other, as print(tensor) lays it out.

export interface Slice {
  /** `[0, 1]`: the indices before the last two dimensions; empty if there are none. */
  prefix: string;
  /** Row-major index of its first element. */
  first: number;
  rows: number;
  columns: number;
}

export function slices(shape: readonly number[]): Slice[] {
  const rows = shape.length < 2 ? 1 : (shape.at(-2) ?? 1);
  const columns = shape.at(-1) ?? 1;
  const outer = shape.slice(0, -2);
  const count = outer.reduce((product, extent) => product * extent, 1);
  return Array.from({ length: count }, (_, i) => ({
    prefix: outer.length === 0 ? '' : `[${indices(i, outer).join(', ')}]`,
    first: i * rows * columns,
    rows,
    columns,
  }));
}

/** Of an element by its row-major index. */
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
