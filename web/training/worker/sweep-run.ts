// Many trainings from beginning to end, on one worker or several; what came of each is kept.
import type { Outcome, Training } from '../training.ts';
import { trainingKey } from '../training-key.ts';
import { TrainingWorker } from './training-worker.ts';

export interface SweepOptions {
  /** Stops it: the promise is rejected with the signal's reason. What has come until then is kept. */
  signal?: AbortSignal | undefined;
  /** Told of each training, of those that are known at once. */
  onOutcome(training: Training, outcome: Outcome): void;
}

/** Keeps its workers, which the first run starts, and all outcomes. */
export class SweepRun {
  readonly #workers: readonly TrainingWorker[];
  readonly #outcomes = new Map<string, Outcome>();

  /** @param workers Each has a memory and an instance of the operations of its own. */
  constructor(workers = 1) {
    this.#workers = Array.from({ length: workers }, () => new TrainingWorker());
  }

  /** What is known of a training. */
  outcomeOf(training: Training): Outcome | undefined {
    return this.#outcomes.get(trainingKey(training));
  }

  /** Trains them in their order; resolves when all are known. An earlier run is to be stopped before. */
  async run(trainings: readonly Training[], { signal, onOutcome }: SweepOptions): Promise<void> {
    const left = trainings.filter((training) => {
      const known = this.outcomeOf(training);
      if (known) onOutcome(training, known);
      return !known;
    });
    const next = left.values();
    await Promise.all(
      this.#workers.map(async (worker) => {
        for (const training of next) {
          const outcome = await worker.outcome(training, { signal });
          this.#outcomes.set(trainingKey(training), outcome);
          onOutcome(training, outcome);
        }
      }),
    );
  }

  /** Ends the workers with all they do; what is known stays. */
  terminate(): void {
    for (const worker of this.#workers) worker.terminate();
  }
}
