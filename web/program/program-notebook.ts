// A program as a Jupyter notebook, with what its run has printed.
import { lastLine } from './error-line.ts';
import type { Piece } from './run-output.ts';

export interface Told {
  source: string;
  /** The lines in front of it. */
  prelude: readonly string[];
  /** What a run of just this program has written; none without one. */
  pieces: readonly Piece[];
  /** As Python ends. */
  status: number;
}

const TRACEBACK = 'Traceback (most recent call last):';

/** The file. Source: nbformat 4.5. */
export function notebookOf({ source, prelude, pieces, status }: Told): string {
  const front = prelude.length > 0 ? [cell('front', prelude.join('\n'), [])] : [];
  const notebook = {
    cells: [...front, cell('program', source.trimEnd(), outputsOf(pieces, status))],
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

const cell = (id: string, source: string, outputs: readonly object[]) => ({
  ...{ cell_type: 'code', id, metadata: {}, execution_count: null },
  source: linesOf(source),
  outputs,
});

/** With the line break at its end in each. */
const linesOf = (text: string) => text.split(/(?<=\n)/).filter(Boolean);

function outputsOf(pieces: readonly Piece[], status: number): object[] {
  return pieces.flatMap(({ stream, text }) =>
    stream === 'stderr' && status !== 0 ? withError(text) : [streamOf(stream, text)],
  );
}

const streamOf = (name: string, text: string) => ({
  output_type: 'stream',
  name,
  text: linesOf(text),
});

/** What ended the program is an output of its own kind, behind what else it has written to stderr. */
function withError(text: string): object[] {
  const at = text.lastIndexOf(TRACEBACK);
  if (at < 0) return [streamOf('stderr', text)];
  const [ename = '', ...words] = lastLine(text).split(': ');
  const traceback = text.slice(at).trimEnd().split('\n');
  const error = { output_type: 'error', ename, evalue: words.join(': '), traceback };
  return at > 0 ? [streamOf('stderr', text.slice(0, at)), error] : [error];
}
