// Runs the pieces of a post, as a reader does who copies one after the other into a notebook.
import type { Given } from '../claims/agrees.ts';
import { linesAsked, type PlacedError } from '../claims/given-to.ts';
import type { Answer, Interpreter } from '../python/interpreter.ts';
import type { ProgramEngine } from '../python/program-engines.ts';
import type { Piece } from './pieces.ts';

export interface RunOfPiece {
  answers: Answer[];
  /** What ended it before its end. */
  error?: PlacedError;
  /** Whether numbers were drawn although no seed had been set. */
  isUnseeded: boolean;
}

/** What runs programs. */
export type Interpreting = Pick<Interpreter, 'run' | 'endSession'>;

/** A post's code, as errors name it. */
const FILENAME = 'post';

const SESSION = 'post';

/** In front of a post: every seed that it sets is another one. */
const withSeed = (seed: number) => `
import torch as __torch
__manual_seed = __torch.manual_seed
__torch.manual_seed = __torch.random.manual_seed = lambda _: __manual_seed(${seed})
`;

export interface RunPieceOptions {
  engine: ProgramEngine;
  /** That the first piece begins with, unless it sets one. */
  seed: number;
  /** In place of those that it sets. */
  otherSeed?: number;
}

export function runPieces(
  interpreter: Interpreting,
  pieces: readonly Piece[],
  { engine, seed, otherSeed }: RunPieceOptions,
): RunOfPiece[] {
  const program = { filename: FILENAME, isFragment: true, session: SESSION, engine, seed };
  try {
    if (otherSeed !== undefined) {
      interpreter.run({ ...program, source: withSeed(otherSeed) }, UNHEARD);
    }
    return pieces.map(({ source, claims }) => {
      const run: RunOfPiece = { answers: [], isUnseeded: false };
      let errors = '';
      const decoder = new TextDecoder();
      const asked = linesAsked(claims);
      interpreter.run(
        { ...program, source, asked },
        {
          ...UNHEARD,
          stderr: (bytes) => {
            errors += decoder.decode(bytes, { stream: true });
          },
          answer: (answer) => run.answers.push(answer),
          unseeded: () => {
            run.isUnseeded = true;
          },
        },
      );
      const error = errorIn(errors);
      if (error) run.error = error;
      return run;
    });
  } finally {
    interpreter.endSession(SESSION);
  }
}

const UNHEARD = { stdout: () => {}, stderr: () => {} };

/** All that some pieces have printed one after the other. */
export function givenTogether(runs: readonly RunOfPiece[]): Given | undefined {
  const answers = runs.flatMap((run) => run.answers);
  const error = runs.at(-1)?.error?.text;
  if (answers.length === 0 && error === undefined) return undefined;
  return { answers, ...(error !== undefined && { error }) };
}

/** Where a traceback ends: the line of the program that has no frame of a function above it, and the error itself. */
function errorIn(stderr: string): PlacedError | undefined {
  const begin = stderr.lastIndexOf('Traceback (most recent call last):');
  const traceback = begin < 0 ? stderr : stderr.slice(begin);
  const [, line] = new RegExp(`^  File "${FILENAME}", line (\\d+)`, 'm').exec(traceback) ?? [];
  if (line === undefined) return undefined;
  return { line: Number(line), text: traceback.trimEnd().split('\n').at(-1) ?? '' };
}
