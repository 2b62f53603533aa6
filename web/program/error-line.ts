// Where a program failed, as its traceback says.

/** What the worker calls a program in tracebacks. */
export const FILENAME = 'program.py';

/** The line of the innermost frame in the program, from 1; null if the traceback has none. */
export function errorLine(stderr: string, filename = FILENAME): number | null {
  const frame = `File "${filename}", line `;
  const at = stderr.lastIndexOf(frame);
  const line = at < 0 ? Number.NaN : Number.parseInt(stderr.slice(at + frame.length), 10);
  return Number.isNaN(line) ? null : line;
}

/** Whether the program was no Python at all, as it is while somebody types. */
export function isUnfinished(stderr: string): boolean {
  return /^(?:Syntax|Indentation|Tab)Error: /m.test(stderr.slice(-1000));
}

/** What a traceback ends with: the error itself. */
export function lastLine(stderr: string): string {
  return stderr.trimEnd().split('\n').at(-1) ?? '';
}
