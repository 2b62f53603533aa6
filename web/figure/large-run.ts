// Runs the experiments on large tensors that an element shows: one at a time, with its progress, and a way to
// stop it.
import type { ReactiveControllerHost } from 'lit';
import type { FigureCore } from '../core/figure-core.ts';
import type { Result } from '../experiment/experiment.ts';
import type { ExperimentWorker, RunOptions } from '../experiment/experiment-worker.ts';
import type { FieldErrors, Settings } from '../experiment/settings.ts';

/** The outcome of a run; `failure` if the worker cannot be started. */
export type Outcome = Result | FieldErrors | { failure: Error };

/** Updates its host whenever one of the fields changes. */
export class LargeRun {
  /** The share that is done, 0 to 1; null while the input is read, and if nothing runs. */
  share: number | null = null;
  isRunning = false;
  /** Whether the reader has stopped the last run, so that an older result is shown. */
  isStopped = false;
  /** How long the run of the shown outcome took; null if none is shown. */
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

  /** Starts a run, and stops an earlier one. */
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
    // Fetched only now, since pages with small tensors do not need it.
    const { ExperimentWorker } = await import('../experiment/experiment-worker.ts');
    options.signal?.throwIfAborted();
    this.#experiment ??= new ExperimentWorker();
    return await this.#experiment.run(core, settings, options);
  }

  /** Stops the run because the reader wants to. */
  stop(): void {
    if (!this.isRunning) return;
    this.cancel();
    this.isStopped = true;
  }

  /** Stops the run because its result is not needed any more. The worker stays for the next run. */
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
