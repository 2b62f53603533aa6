// The cells of a Jupyter notebook, with the outputs that are kept inside it. Source: the notebook format, version 4.
import type { Block } from './block.ts';

interface Cell {
  cell_type?: string;
  source?: string | string[];
  outputs?: readonly Output[];
  metadata?: { tags?: readonly string[] };
}

interface Output {
  output_type?: string;
  name?: string;
  text?: string | string[];
  data?: Readonly<Record<string, string | string[]>>;
  ename?: string;
  evalue?: string;
}

/** Undefined for a text that is no notebook. */
export function notebookBlocks(text: string): Block[] | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  let cells: unknown;
  try {
    ({ cells } = JSON.parse(text));
  } catch {
    return undefined;
  }
  if (!Array.isArray(cells)) return undefined;
  const linesOf = lineFinder(text);
  return cells.flatMap((cell: Cell): Block[] => {
    if (cell.cell_type !== 'code' || cell.metadata?.tags?.includes('skip-check')) return [];
    const source = joined(cell.source);
    const first = cell.outputs?.find((output) => printedBy(output));
    const output = first?.text ?? first?.data?.['text/plain'] ?? first?.evalue;
    const [line, lineOfOutput] = linesOf(cell.source, output);
    const outputs = (cell.outputs ?? []).map((output) => printedBy(output)).filter(Boolean);
    const code = { line, text: source, language: 'python', info: '', before: '' };
    if (outputs.length === 0) return [code];
    const printed = outputs.map((one) => (one.endsWith('\n') ? one : `${one}\n`)).join('');
    return [code, { ...code, line: lineOfOutput, text: printed, language: 'text', isOutput: true }];
  });
}

function printedBy({ output_type, name, text, data, ename, evalue }: Output): string {
  if (output_type === 'error') return `${ename}: ${evalue}`;
  // Warnings and progress bars go to standard error.
  if (output_type === 'stream') return name === 'stderr' ? '' : joined(text);
  return joined(data?.['text/plain']);
}

const joined = (text: string | string[] | undefined) =>
  Array.isArray(text) ? text.join('') : (text ?? '');

/** Finds the lines of the file on which texts of a cell begin, which stand in any order, behind the cells before it. */
function lineFinder(file: string) {
  let from = 0;
  let line = 1;
  return (...texts: readonly (string | string[] | undefined)[]): [number, number] => {
    const places = texts.map((text) => {
      const first = Array.isArray(text) ? text[0] : text;
      return first ? Math.max(from, file.indexOf(JSON.stringify(first), from)) : from;
    });
    const lines = places.map((at) => line + file.slice(from, at).split('\n').length - 1);
    from = Math.max(...places);
    line = Math.max(...lines);
    return lines as [number, number];
  };
}
