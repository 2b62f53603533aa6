// The runs of one program: what it prints, how far it is, and how it ended.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { importAgain } from '../loading/import-again.ts';
import type { Program } from '../python/interpreter.ts';
import type { PartAddresses, Stream } from '../python/messages.ts';
import type { PlottedFigure } from '../python/plotted-figure.ts';
import { ON_THE_CPU, type ProgramEngine } from '../python/program-engines.ts';
import { type Ended, type Progress, PythonFailed } from '../python/python-worker.ts';
import { FILENAME, isUnfinished } from './error-line.ts';
import { LineAnswers } from './line-answers.ts';
import { RunOutput } from './run-output.ts';
import { pythonOf, type SharedPython } from './shared-python.ts';

export interface Asked {
  source: string;
  engine: ProgramEngine;
  /** Of the generators at the start. */
  seed: number;
  given: Readonly<Record<string, string>>;
  session: string | undefined;
}

export type Phase =
  | { name: 'idle' | 'waiting' | 'running' | 'stopped' }
  | ({ name: 'starting' } & Progress)
  | { name: 'ended'; ended: Ended; milliseconds: number }
  | { name: 'failed'; reason: PythonFailed['reason']; why: string };

/** Of seeds that are taken: small enough to be read aloud. */
const SEEDS = 1_000_000;

export class ProgramRun implements ReactiveController {
  phase: Phase = { name: 'idle' };
  /** Of the last run, also while the next one has written nothing. */
  output: RunOutput | null = null;
  /** What the lines of that run have printed. */
  answers = new LineAnswers();
  /** What the lines had printed before the reader began to step numbers; null after any other run. */
  earlier: LineAnswers | null = null;
  /** What it has plotted, in the order in which it was shown. */
  figures: readonly PlottedFigure[] = [];
  /** What that run was asked for. */
  asked: Asked | null = null;
  /** The lines that stood in front of it. */
  prelude: readonly string[] = [];

  readonly #host: ReactiveControllerHost;
  #stop: AbortController | null = null;
  #python: SharedPython | null = null;
  #isDrawing = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.stop();
  }

  get isBusy(): boolean {
    return ['starting', 'waiting', 'running'].includes(this.phase.name);
  }

  /** Fetches and starts the interpreter, for a reader who is about to run a program. A failure is told at the run. */
  prepare(parts: PartAddresses): void {
    pythonOf(parts)
      .start(() => {})
      .catch(() => {});
  }

  /**
   * Runs a program, in place of one that runs.
   *
   * @param isTyped Whether it comes while somebody types: then what is no Python leaves the last output as it is.
   * @param isStepped Whether only numbers have changed, so that its prints stand beside the same lines as before.
   * @returns Whether it ran to its end, which may be an error of its own.
   */
  async run(
    parts: PartAddresses,
    asked: Asked,
    { isTyped = false, isStepped = false } = {},
  ): Promise<boolean> {
    this.stop();
    const stop = new AbortController();
    const python = pythonOf(parts);
    this.#stop = stop;
    this.#python = python;
    const output = new RunOutput();
    const answers = new LineAnswers();
    let figures: readonly PlottedFigure[] = [];
    const isCurrent = () => this.#stop === stop;
    const earlier = isStepped ? (this.earlier ?? this.answers) : null;
    const show = () => {
      Object.assign(this, { output, answers, figures, asked, earlier });
      this.#draw();
    };
    try {
      this.#go({ name: 'starting', loaded: 0, total: 0 });
      const isWaited = () => isCurrent() && this.phase.name === 'starting';
      void this.#foresee(asked, isWaited, (told) => {
        Object.assign(this, { ...told, figures, asked, earlier });
        this.#draw();
      });
      await python.start((progress) => {
        if (isCurrent()) this.#go({ name: 'starting', ...progress });
      });
      if (!isCurrent()) return false;
      this.#go({ name: 'waiting' });
      let begunAt = performance.now();
      const ended = await python.run(programOf(asked), {
        signal: stop.signal,
        onPrelude: (lines) => {
          if (!isCurrent()) return;
          begunAt = performance.now();
          this.prelude = lines.split('\n').filter(Boolean);
          this.#go({ name: 'running' });
        },
        onOutput: (stream: Stream, text: string) => {
          if (!isCurrent()) return;
          output.add(stream, text);
          if (!isTyped) show();
        },
        onAnswer: (answer) => answers.add(answer),
        onCall: (call) => answers.addCall(call),
        onFigure: (figure) => {
          figures = [...figures, figure];
          if (isCurrent() && !isTyped) show();
        },
      });
      if (!isCurrent()) return false;
      output.isCapped ||= ended.isCapped || answers.isCapped;
      if (!(isTyped && isUnfinished(output.textOf('stderr')))) show();
      this.#go({ name: 'ended', ended, milliseconds: performance.now() - begunAt });
      return true;
    } catch (error) {
      if (isCurrent()) this.#go(failed(error));
      return false;
    }
  }

  /** Tells what a straight program of a layer prints, while Python is on its way. */
  async #foresee(
    asked: Asked,
    isWaited: () => boolean,
    show: (told: { output: RunOutput; answers: LineAnswers }) => void,
  ): Promise<void> {
    // A Python that is there needs no help, and another program of the session may have set what this one prints.
    await new Promise((resolve) => setTimeout(resolve));
    if (!isWaited() || asked.session !== undefined) return;
    const known = await importAgain(() => import('./straight-line.ts'))
      .then(({ foreseen }) => foreseen({ ...asked, engine: ON_THE_CPU[asked.engine] }))
      .catch(() => null);
    if (!known || !isWaited()) return;
    const [output, answers] = [new RunOutput(), new LineAnswers()];
    output.add('stdout', known.stdout);
    for (const answer of known.answers) answers.add(answer);
    show({ output, answers });
  }

  /** Ends the program at once. */
  stop(): void {
    const stop = this.#stop;
    if (!stop || !this.isBusy) return;
    this.#stop = null;
    const hasBegun = this.phase.name === 'running';
    stop.abort();
    if (hasBegun) this.#python?.renew();
    this.#go({ name: 'stopped' });
  }

  #go(phase: Phase): void {
    this.phase = phase;
    this.#draw();
  }

  // Once a frame, whatever a program prints.
  #draw(): void {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    requestAnimationFrame(() => {
      this.#isDrawing = false;
      this.#host.requestUpdate();
    });
  }
}

/** A seed that nobody foresees. */
export function anySeed(): number {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return word % SEEDS;
}

/** As the interpreter takes it. */
export function programOf({ session, ...asked }: Asked): Program {
  return {
    ...asked,
    filename: FILENAME,
    isFragment: true,
    tellsAll: true,
    ...(session !== undefined && { session }),
  };
}

function failed(error: unknown): Phase {
  const reason = error instanceof PythonFailed ? error.reason : 'end';
  const [why = ''] = String((error as Error).message).split('\n');
  return { name: 'failed', reason, why };
}
