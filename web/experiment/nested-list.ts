// The text of a tensor, written from its cells.

/** `[[1, 2], [3, 4]]` for shape [2, 2]; the cell alone for a scalar. */
export function nestedList(shape: readonly number[], cells: readonly string[]): string {
  let position = 0;
  const nest = (dim: number): string => {
    const extent = shape[dim];
    if (extent === undefined) return cells[position++] ?? '0';
    return `[${Array.from({ length: extent }, () => nest(dim + 1)).join(', ')}]`;
  };
  return nest(0);
}

/** The same, as a text that parses to `dtype`: a bare list is float32. */
export function tensorText(
  shape: readonly number[],
  cells: readonly string[],
  dtype: string,
): string {
  const list = nestedList(shape, cells);
  return dtype === 'float32' ? list : `tensor(${list}, dtype=torch.${dtype})`;
}
