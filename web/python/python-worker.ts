// The page's side: runs programs in a worker of their own, which is ended when a program is stopped.
import { startWorker } from '../core/worker/start-worker.ts';
import { type DropoutCall, readCall } from './dropout-call.ts';
import type { Answer, Program } from './interpreter.ts';
import { answersIn, type PartAddresses, readFromWorker, type Stream } from './messages.ts';
import { type PlottedFigure, readFigure } from './plotted-figure.ts';

export interface RunOptions {
  onOutput?(stream: Stream, text: string): void;
  /** Takes the lines in front of a fragment, before it runs: imports, and `name = value` for settings that it lacks. */
  onPrelude?(lines: string): void;
  /** Takes what the lines have given that the program is asked about. */
  onAnswer?(answer: Answer): void;
  /** Takes each dropout call, of a program that tells all. */
  onCall?(call: DropoutCall): void;
  /** Takes each figure that it plots, of such a program. */
  onFigure?(figure: PlottedFigure): void;
  /** Stops the program at once, also in an endless loop. */
  signal?: AbortSignal;
}

export interface Ended {
  /** As `python program.py` exits: 0 if all went well. */
  status: number;
  /** Whether there was more output than is taken. */
  isCapped: boolean;
  /** Whether it has drawn from its seed, since it gave none itself. */
  isUnseeded: boolean;
}

/** How far the start of the interpreter is: bytes of its files, and a total of 0 while nobody knows it. */
export interface Progress {
  loaded: number;
  total: number;
}

/** Why a program did not run to its end, other than by an error of its own. */
export class PythonFailed extends Error {
  /**
   * - `worker`: the browser, or the page's policy, allows none
   * - `start`: the interpreter's files could not be fetched or started
   * - `end`: the interpreter did not survive a program
   */
  readonly reason: 'worker' | 'start' | 'end';

  constructor(reason: PythonFailed['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

interface Started {
  worker: Worker;
  ready: Promise<void>;
  /** Rejects when the interpreter cannot be used, or not any more. */
  failed: Promise<never>;
}

/** Programs one after the other; each sees what the one before has left in the modules. */
export class PythonWorker {
  /** Is called as the files of the interpreter come. */
  onProgress: ((progress: Progress) => void) | undefined;

  readonly #parts: PartAddresses;
  #started: Started | undefined;
  /** Takes the place of the first when that is ended. */
  #reserve: Started | undefined;
  #runs = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** Starts nothing yet. */
  constructor(parts: PartAddresses) {
    this.#parts = parts;
  }

  /**
   * Starts the interpreter, if it does not run already.
   *
   * @throws PythonFailed, by a rejection: a file is missing, or the browser has no worker for it. A later call tries
   *   again.
   */
  async start(): Promise<void> {
    await this.#begin().ready;
  }

  /** Starts a second interpreter, so that one is ready as soon as the first is ended. */
  reserve(): void {
    this.#reserve ??= this.#startHost();
  }

  /**
   * Runs a program once those before it have ended.
   *
   * @throws What start() throws; the signal's reason; PythonFailed if the interpreter did not survive the program.
   *   In the last two cases the next program gets a new interpreter.
   */
  run(program: Program, options: RunOptions = {}): Promise<Ended> {
    const ended = this.#last.then(() => this.#runNow(program, options));
    this.#last = ended.catch(() => {});
    return ended;
  }

  /** Ends the interpreter at once, whatever it is doing, and the one in reserve. */
  terminate(): void {
    this.#end();
    this.#end();
  }

  #end(): void {
    this.#started?.worker.terminate();
    this.#started = this.#reserve;
    this.#reserve = undefined;
  }

  #begin(): Started {
    this.#started ??= this.#startHost();
    return this.#started;
  }

  #startHost(): Started {
    const worker = startHost();
    let fail: (error: PythonFailed) => void = () => {};
    const failed = new Promise<never>((_, reject) => {
      fail = (error) => {
        if (this.#started?.worker === worker) this.#end();
        else if (this.#reserve?.worker === worker) this.#reserve = undefined;
        worker.terminate();
        reject(error);
      };
    });
    let reason: PythonFailed['reason'] = 'worker';
    // Whoever runs a program hears of it; nobody may run one.
    failed.catch(() => {});
    const ready = new Promise<void>((resolve) => {
      worker.addEventListener('message', ({ data }) => {
        if (reason === 'worker') reason = 'start';
        const message = readFromWorker(data);
        if (message?.type === 'progress') {
          if (this.#reserve?.worker !== worker) this.onProgress?.(message);
        } else if (message?.type === 'failed') fail(new PythonFailed(reason, message.message));
        else if (message?.type === 'ready') {
          reason = 'end';
          resolve();
        }
      });
    });
    // A policy that forbids the worker is told of in this way, without a word.
    worker.addEventListener('error', ({ message }) =>
      fail(new PythonFailed(reason, message ?? '')),
    );
    worker.postMessage({ type: 'start', parts: this.#parts });
    return { worker, failed, ready: Promise.race([ready, failed]) };
  }

  async #runNow(program: Program, options: RunOptions): Promise<Ended> {
    const { onOutput, onPrelude, onAnswer, onCall, onFigure, signal } = options;
    signal?.throwIfAborted();
    const run = ++this.#runs;
    const { worker, ready, failed } = this.#begin();
    const listening = new AbortController();
    const until = { signal: listening.signal };
    const ended = new Promise<Ended>((resolve) => {
      let isCapped = false;
      let isUnseeded = false;
      worker.addEventListener(
        'message',
        ({ data }) => {
          const message = readFromWorker(data);
          if (!message || !('run' in message) || message.run !== run) return;
          if (message.type === 'output') onOutput?.(message.stream, message.text);
          else if (message.type === 'prelude') onPrelude?.(message.lines);
          else if (message.type === 'answers')
            for (const answer of answersIn(message)) onAnswer?.(answer);
          else if (message.type === 'call') take(onCall, readCall(message.call));
          else if (message.type === 'figure') take(onFigure, readFigure(message.figure));
          else if (message.type === 'unseeded') isUnseeded = true;
          else if (message.type === 'capped') isCapped = true;
          else resolve({ status: message.status, isCapped, isUnseeded });
        },
        until,
      );
    });
    const stopped = new Promise<never>((_, reject) => {
      const stop = () => {
        this.#end();
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', stop, until);
    });
    try {
      await Promise.race([ready, stopped]);
      worker.postMessage({ type: 'run', run, program });
      return await Promise.race([ended, failed, stopped]);
    } finally {
      listening.abort();
    }
  }
}

function take<Told>(listener: ((told: Told) => void) | undefined, told: Told | undefined): void {
  if (told !== undefined) listener?.(told);
}

function startHost(): Worker {
  try {
    return startWorker(
      import.meta.url,
      'python-host.js',
      () => new Worker(new URL('./python-host.js', import.meta.url), { type: 'module' }),
    );
  } catch (error) {
    throw new PythonFailed('worker', (error as Error).message);
  }
}
