// MachineRuns: runs one experiment on several machines. It works like ExperimentRun, but nothing stands in for what
// a machine cannot run: its error is its outcome.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FigureCore } from '../../core/figure-core.ts';
import { isResult, type Result } from '../../experiment/experiment.ts';
import { isForWorker } from '../../experiment/large-input.ts';
import { runOrRecall } from '../../experiment/recent-results.ts';
import type { FieldErrors, Settings } from '../../experiment/settings.ts';

/** The longest time to compute in one task; the rest follows in later tasks. */
const SLICE_MS = 8;

/** The result of the experiment on one machine. */
export interface Outcome {
  engine: string;
  outcome: Result | FieldErrors;
}

/** Updates its host when the outcomes change, unless run() sets them before it returns. */
export class MachineRuns implements ReactiveController {
  /** The outcomes of the last experiment that any machine could run; empty before the first. */
  outcomes: readonly Outcome[] = [];
  /** The error of the first machine, if no machine could run the experiment. */
  error: Error | null = null;
  /** Whether the last input is so large that the runs of all machines would make the page wait. */
  isTooLarge = false;

  readonly #host: ReactiveControllerHost;
  /** Counts the runs, so that older ones stop. */
  #run = 0;
  /** Whether the last run took longer than a slice. */
  #isSlow = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  /** Stops a run whose outcomes are not needed any more. */
  cancel(): void {
    ++this.#run;
  }

  /** Runs small tensors in one task, and large ones in a task for each machine. */
  async run(core: FigureCore, settings: Settings, engines: readonly string[]): Promise<void> {
    const run = ++this.#run;
    const outcomes: Outcome[] = [];
    let elapsed = 0;
    let begun = performance.now();
    if (this.#isSlow) await nextTask();
    for (const engine of engines) {
      if (run !== this.#run) return;
      const outcome = runOrRecall(core, { ...settings, engine });
      this.isTooLarge = isForWorker(outcome);
      if (this.isTooLarge) {
        this.error = null;
        this.#host.requestUpdate();
        return;
      }
      outcomes.push({ engine, outcome });
      const now = performance.now();
      elapsed += now - begun;
      if (now - begun > SLICE_MS) await nextTask();
      begun = performance.now();
    }
    if (run !== this.#run) return;
    this.#isSlow = elapsed > SLICE_MS;
    const errors = outcomes.map(({ outcome }) => errorOf(outcome));
    this.error = errors.includes(null) ? null : (errors[0] ?? null);
    if (!this.error) this.outcomes = outcomes;
    this.#host.requestUpdate();
  }
}

/** Why a machine could not run it; null if it could. */
export function errorOf(outcome: Outcome['outcome']): Error | null {
  if (isResult(outcome)) return null;
  return Object.values(outcome)[0] ?? null;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
