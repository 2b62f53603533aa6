// Reads a rectangle of cells, as a spreadsheet puts it on the clipboard, and writes it into a grid.
import { extents, type Grid } from './grid-shape.ts';

/** Rows of cells. */
export type Block = readonly (readonly string[])[];

/**
 * The cells of a text that is a table. Lines separate rows; tabs, semicolons, commas or spaces separate columns.
 * Null for a single number, for a ragged table, and for a text with brackets or names.
 */
export function readBlock(text: string, isNumber: (cell: string) => boolean): Block | null {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const rows = lines.filter((line) => line.trim() !== '').map(cellsOf);
  const columns = rows[0]?.length ?? 0;
  if (rows.length * columns < 2 || rows.some((row) => row.length !== columns)) return null;
  return rows.flat().every(isNumber) ? rows : null;
}

function cellsOf(line: string): string[] {
  const separator = [/\t/, /;/, /,/].find((candidate) => candidate.test(line)) ?? /\s+/;
  const cells = line.trim().split(separator);
  return cells.map((cell) => {
    const trimmed = cell.trim();
    // A comma is a decimal point if something else separates the cells.
    return separator.source === ',' ? trimmed : trimmed.replace(/^([+-]?\d+),(\d+)$/, '$1.$2');
  });
}

/** The grid with the block written into it from `index` on. It grows if the block reaches beyond it. */
export function withBlock(grid: Grid, index: number, block: Block): Grid {
  const before = extents(grid);
  const top = Math.floor(index / before.columns);
  const left = index % before.columns;
  const rows = Math.max(before.rows, top + block.length);
  const columns = Math.max(before.columns, left + (block[0]?.length ?? 0));
  const cells = Array.from({ length: rows * columns }, (_, i) => {
    const row = Math.floor(i / columns);
    const column = i % columns;
    const pasted = block[row - top]?.[column - left];
    if (pasted !== undefined) return pasted;
    const isOld = row < before.rows && column < before.columns;
    return (isOld && grid.cells[row * before.columns + column]) || '0';
  });
  return { shape: rows === 1 && grid.shape.length < 2 ? [columns] : [rows, columns], cells };
}

/** The block as a grid of its own: a vector if it is one row. */
export function gridOf(block: Block): Grid {
  const columns = block[0]?.length ?? 0;
  return { shape: block.length === 1 ? [columns] : [block.length, columns], cells: block.flat() };
}
