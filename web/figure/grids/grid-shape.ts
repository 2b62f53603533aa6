// Adding and removing the rows and columns of a tensor of at most two dimensions.

export interface Grid {
  shape: readonly number[];
  /** Row-major. */
  cells: readonly string[];
}

/** A vector is one row, a scalar one cell. */
export function extents({ shape }: Pick<Grid, 'shape'>): { rows: number; columns: number } {
  return { rows: shape.length < 2 ? 1 : (shape[0] ?? 1), columns: shape.at(-1) ?? 1 };
}

/** Appends a row that continues the cells before it. A vector becomes a matrix. */
export function withRow(grid: Grid): Grid {
  const { rows, columns } = extents(grid);
  const cells = [...grid.cells];
  while (cells.length < (rows + 1) * columns) cells.push(next(cells));
  return { shape: [rows + 1, columns], cells };
}

/** A matrix of one row becomes a vector. */
export function withoutRow(grid: Grid): Grid {
  const { rows, columns } = extents(grid);
  const cells = grid.cells.slice(0, (rows - 1) * columns);
  return { shape: [rows - 1, columns], cells };
}

/** Appends a column that continues each row. A scalar becomes a vector. */
export function withColumn(grid: Grid): Grid {
  const { rows, columns } = extents(grid);
  const cells = rowsOf(grid).flatMap((row) => [...row, next(row)]);
  return { shape: grid.shape.length < 2 ? [columns + 1] : [rows, columns + 1], cells };
}

export function withoutColumn(grid: Grid): Grid {
  const { columns } = extents(grid);
  const cells = rowsOf(grid).flatMap((row) => row.slice(0, -1));
  return { shape: [...grid.shape.slice(0, -1), columns - 1], cells };
}

function rowsOf(grid: Grid): string[][] {
  const { rows, columns } = extents(grid);
  return Array.from({ length: rows }, (_, row) =>
    grid.cells.slice(row * columns, (row + 1) * columns),
  );
}

// 5 after 1, 2, 3, 4. If the cells follow no rule it is 1, since dropout of a 0 would show nothing.
function next(cells: readonly string[]): string {
  const numbers = cells.map(Number);
  const [first = 1, second = first] = numbers;
  const step = second - first;
  const even = numbers.every((number, i) => number === first + i * step);
  return even && numbers.length > 0 ? String(first + numbers.length * step) : '1';
}
