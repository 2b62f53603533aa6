// What the page and the worker that runs programs say to each other.
//
// A program may forge whatever it finds a way to send. So the page reads each message by its shape, and what it
// reads is text and numbers only.
import type { Answer, Program } from './interpreter.ts';

/** The addresses of what the interpreter is made of. */
export interface PartAddresses {
  /** The folder of Pyodide's files, with a slash at its end. */
  pyodide: string;
  /** Python's standard library, or the part of it that is used, as a zip. Pyodide's own without it. */
  standardLibrary?: string;
  /** The rest of that library, where it is a part. */
  restOfLibrary?: string;
  /** What stands for a start of just these parts, where the browser is to keep one. */
  snapshot?: string;
  /** The files of library/, as a zip. */
  library: string;
  /** Those of plotting/. */
  plotting?: string;
  /** The wasm of the operations. */
  operations: string;
  /** How many bytes all that is fetched at the start has, for the progress; without it nobody knows. */
  bytes?: number;
}

export type ToWorker =
  | { type: 'start'; parts: PartAddresses }
  | { type: 'run'; run: number; program: Program };

export type Stream = 'stdout' | 'stderr';

export type FromWorker =
  /** Bytes of the files that the interpreter is made of; a total of 0 while nobody knows it. */
  | { type: 'progress'; loaded: number; total: number }
  | { type: 'ready' }
  | { type: 'failed'; message: string }
  | { type: 'output'; run: number; stream: Stream; text: string }
  /** The lines of Python in front of a fragment: imports, and `name = value` for settings that it lacks. */
  | { type: 'prelude'; run: number; lines: string }
  /** The program has drawn from the seed that it was given with, since it gave none itself. */
  | { type: 'unseeded'; run: number }
  /** What lines have given, of a program that is asked: a list of `Answer` as JSON. */
  | { type: 'answers'; run: number; answers: string }
  /** A dropout call, as JSON: see DropoutCall. */
  | { type: 'call'; run: number; call: string }
  /** A figure of matplotlib, as JSON: see PlottedFigure. */
  | { type: 'figure'; run: number; figure: string }
  /** The rest of the output is left out, since there is too much of it. */
  | { type: 'capped'; run: number }
  | { type: 'done'; run: number; status: number };

type Fields = Record<string, 'string' | 'number'>;

const SHAPES: Record<FromWorker['type'], Fields> = {
  progress: { loaded: 'number', total: 'number' },
  ready: {},
  failed: { message: 'string' },
  output: { run: 'number', stream: 'string', text: 'string' },
  prelude: { run: 'number', lines: 'string' },
  unseeded: { run: 'number' },
  answers: { run: 'number', answers: 'string' },
  call: { run: 'number', call: 'string' },
  figure: { run: 'number', figure: 'string' },
  capped: { run: 'number' },
  done: { run: 'number', status: 'number' },
};

/** The message, with nothing but what its shape has; undefined if it is none. */
export function readFromWorker(data: unknown): FromWorker | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const given = data as Record<string, unknown>;
  const type = given.type;
  if (typeof type !== 'string' || !Object.hasOwn(SHAPES, type)) return undefined;
  const read: Record<string, unknown> = { type };
  for (const [name, kind] of Object.entries(SHAPES[type as FromWorker['type']])) {
    if (typeof given[name] !== kind) return undefined;
    read[name] = given[name];
  }
  if (type === 'output' && read.stream !== 'stdout' && read.stream !== 'stderr') return undefined;
  return read as FromWorker;
}

/** The answers of a message; none of what is no answer. */
export function answersIn({ answers }: FromWorker & { type: 'answers' }): Answer[] {
  let given: unknown;
  try {
    given = JSON.parse(answers);
  } catch {
    return [];
  }
  return Array.isArray(given) ? given.flatMap((one) => readAnswer(one) ?? []) : [];
}

function readAnswer(given: Record<string, unknown> | null): Answer | undefined {
  const { line, endLine, outerLine, kind, text, shape } = given ?? {};
  if (![line, endLine, outerLine].every(Number.isInteger) || typeof text !== 'string') return;
  const answer = { line, endLine, outerLine, text, kind: kind === 'value' ? kind : 'print' };
  const isShape = Array.isArray(shape) && shape.every(Number.isInteger);
  return { ...answer, ...(isShape && { shape }) } as Answer;
}
