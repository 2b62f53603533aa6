// Whether the comments of a program are true: what they say that its lines print, against what the machines print.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Edit } from '../claims/corrected.ts';
import { importAgain } from '../loading/import-again.ts';
import type { PartAddresses } from '../python/messages.ts';
import { PROGRAM_ENGINES, type ProgramEngine } from '../python/program-engines.ts';
import { FILENAME } from './error-line.ts';
import { LONGEST_BESIDE, pythonOf } from './shared-python.ts';

/** What a comment says, and who prints it. */
export interface JudgedClaim {
  /** Of the comment. */
  line: number;
  /** Of the code that it is about, its last one. */
  codeLine: number;
  claim: string;
  verdict: 'true' | 'elsewhere' | 'untrue' | 'possible' | 'impossible' | 'unknown';
  /** The machines that print it. */
  by: ProgramEngine[];
  prints: { engine: ProgramEngine; text: string }[];
  /** What makes an untrue comment true of the machine that counts; null where nothing simple does. */
  correction: Edit | null;
}

export interface JudgedProgram {
  source: string;
  engine: ProgramEngine;
  /** In the order of the lines. What the program does not reach is left out. */
  claims: JudgedClaim[];
  /** How many seeds were tried, of a program that gives none. */
  seeds: number;
}

/** What is run again, beside the seed of a program that gives none. */
export interface Judged {
  source: string;
  engine: ProgramEngine;
  seed: number;
  given: Readonly<Record<string, string>>;
}

/** Seeds of a program that gives none, and the milliseconds after which no more are tried. */
const SEEDS = 100;
const MOST_MS = 3000;

/** Milliseconds after which a run is ended whose outcome nobody waits for any more. */
const FORGOTTEN = 1000;

/** Comments without any of these say nothing that could be printed. */
const MAY_CLAIM = /(?:#.*|^\s*["'].*)(?:\d|True|False)/m;

export class ProgramClaims implements ReactiveController {
  /** Of the last program whose comments claim something. */
  judged: JudgedProgram | null = null;

  readonly #host: ReactiveControllerHost;
  #turn = 0;
  #left = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.forget();
  }

  /** Judges no further. */
  forget(): void {
    this.#turn++;
    this.judged = null;
    const left = this.#left;
    this.#left = new AbortController();
    setTimeout(() => left.abort(), FORGOTTEN);
  }

  /** Runs the program on each machine, in a namespace of its own, if its comments claim anything. A failure is silent. */
  async judge(parts: PartAddresses, program: Judged, isUnseeded: boolean): Promise<void> {
    this.forget();
    if (!MAY_CLAIM.test(program.source)) return;
    const turn = this.#turn;
    const isCurrent = () => turn === this.#turn;
    const left = this.#left.signal;
    try {
      const { judgedProgram } = await importAgain(() => import('./judged-program.ts'));
      const python = pythonOf(parts);
      const judged = await judgedProgram(program, {
        engines: [program.engine, ...PROGRAM_ENGINES.filter((one) => one !== program.engine)],
        seeds: isUnseeded ? SEEDS : 0,
        mostMs: MOST_MS,
        filename: FILENAME,
        isCurrent,
        run: (trial, onAnswer) =>
          python.run(trial, {
            onAnswer,
            signal: AbortSignal.any([left, AbortSignal.timeout(LONGEST_BESIDE)]),
          }),
      });
      if (!isCurrent() || judged.claims.length === 0) return;
      this.judged = judged;
      this.#host.requestUpdate();
    } catch {
      // Without Python, or without the files that read comments, nothing is said of them.
    }
  }
}
