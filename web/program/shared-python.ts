// One interpreter for all programs of a page, which it runs one after the other.

import { isSparing } from '../design/sparing.ts';
import type { Program } from '../python/interpreter.ts';
import type { PartAddresses } from '../python/messages.ts';
import {
  type Ended,
  type Progress,
  PythonWorker,
  type RunOptions,
} from '../python/python-worker.ts';

/** Milliseconds after which somebody may want to stop a program. */
const LONG = 1000;

/** Milliseconds after which a run is ended that nobody asked for: of the same program elsewhere. */
export const LONGEST_BESIDE = 20_000;

/** Who is told how far the start is. */
type Listener = (progress: Progress) => void;

export class SharedPython {
  readonly #worker: PythonWorker;
  readonly #listeners = new Set<Listener>();
  #progress: Progress = { loaded: 0, total: 0 };

  constructor(parts: PartAddresses) {
    this.#worker = new PythonWorker(parts);
    this.#worker.onProgress = (progress) => {
      this.#progress = progress;
      for (const listener of this.#listeners) listener(progress);
    };
  }

  /** Starts the interpreter, or waits for its start. It tells how far that is until the promise is settled. */
  async start(onProgress: Listener): Promise<void> {
    this.#listeners.add(onProgress);
    onProgress(this.#progress);
    try {
      await this.#worker.start();
    } finally {
      this.#listeners.delete(onProgress);
    }
  }

  /** Runs a program, and while it takes long, makes ready for its being stopped. */
  async run(program: Program, { onPrelude, ...options }: RunOptions): Promise<Ended> {
    let long: ReturnType<typeof setTimeout> | undefined;
    try {
      return await this.#worker.run(program, {
        ...options,
        // It begins when this comes.
        onPrelude: (lines) => {
          if (!isSparing()) long = setTimeout(() => this.#worker.reserve(), LONG);
          onPrelude?.(lines);
        },
      });
    } finally {
      clearTimeout(long);
    }
  }

  /**
   * Makes an interpreter ready after a program was stopped, along with its own. Not where memory is short or traffic is
   * dear: there the next run starts it.
   */
  renew(): void {
    if (isSparing()) return;
    this.#progress = { loaded: 0, total: 0 };
    this.#worker.start().catch(() => {});
  }
}

const shared = new Map<string, SharedPython>();

/** The interpreter that is made of these files. It starts when it is first wanted. */
export function pythonOf(parts: PartAddresses): SharedPython {
  const key = JSON.stringify(parts);
  let python = shared.get(key);
  if (!python) {
    python = new SharedPython(parts);
    shared.set(key, python);
  }
  return python;
}
