// The run of a large experiment that an element waits for: one at a time, told how far it is, and
// stopped.
import type { ReactiveControllerHost } from 'lit';
import type { FigureCore } from '../core/figure-core.ts';
import type { Result } from '../experiment/experiment.ts';
import type { ExperimentWorker, RunOptions } from '../experiment/experiment-worker.ts';
import type { FieldErrors, Settings } from '../experiment/settings.ts';

/** What a run came to; `failure` if there is no worker to be had. */
export type Outcome = Result | FieldErrors | { failure: Error };

/** Its host is updated whenever something of this is another. */
export class LargeRun {
  /** Share done, 0 to 1; null while the input is being read, and without a run. */
  share: number | null = null;
  isRunning = false;
  /** Whether the reader ended the last run, so that what is shown is not what was asked for. */
  isStopped = false;
  /** How long the run took whose outcome is shown; null if none is. */
  milliseconds: number | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #onOutcome: (outcome: Outcome) => void;
  #experiment: ExperimentWorker | null = null;
  #controller = new AbortController();

  /** @param onOutcome Called before the host's update. */
  constructor(host: ReactiveControllerHost, onOutcome: (outcome: Outcome) => void) {
    this.#host = host;
    this.#onOutcome = onOutcome;
  }

  disconnect(): void {
    this.cancel();
    this.#experiment?.terminate();
  }

  /** In place of the run before, if that has not come to its end. */
  start(core: FigureCore, settings: Settings): void {
    this.cancel();
    this.isRunning = true;
    const start = performance.now();
    const controller = new AbortController();
    this.#controller = controller;
    const { signal } = controller;
    const onProgress = ({ done, total }: { done: number; total: number }) => {
      if (signal.aborted || total === 0) return;
      this.share = done / total;
      this.#host.requestUpdate();
    };
    this.#run(core, settings, { signal, onProgress }).then(
      (outcome) => this.#end(signal, outcome, performance.now() - start),
      (failure: Error) => this.#end(signal, { failure }, null),
    );
    this.#host.requestUpdate();
  }

  async #run(core: FigureCore, settings: Settings, options: RunOptions) {
    // Fetched now, so that a page of small tensors goes without it.
    const { ExperimentWorker } = await import('../experiment/experiment-worker.ts');
    options.signal?.throwIfAborted();
    this.#experiment ??= new ExperimentWorker();
    return await this.#experiment.run(core, settings, options);
  }

  /** Ends it by the reader's wish. */
  stop(): void {
    if (!this.isRunning) return;
    this.cancel();
    this.isStopped = true;
  }

  /** Ends it because it is no longer wanted; the worker stays, for the next. */
  cancel(): void {
    if (!this.isRunning && !this.isStopped && this.milliseconds === null) return;
    this.#controller.abort();
    this.isRunning = false;
    this.isStopped = false;
    this.share = null;
    this.milliseconds = null;
    this.#host.requestUpdate();
  }

  #end(signal: AbortSignal, outcome: Outcome, milliseconds: number | null): void {
    if (signal.aborted) return;
    this.cancel();
    this.milliseconds = milliseconds;
    this.#onOutcome(outcome);
  }
}
