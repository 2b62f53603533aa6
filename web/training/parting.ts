// Whether a training is chaotic. Sums that are taken in another order, as another machine takes them, differ in their last
// bits. Many trainings keep that as small as it began; others make it larger, or cross the kink of a ReLU one step earlier,
// until every digit is another. What tells them apart is to train again with other last bits. It finds most of those that
// part, and is no proof.
import type { Torch } from '../core/torch.ts';
import { scenarioOf } from './scenarios/scenarios.ts';
import { nextTold } from './told-steps.ts';
import type { AnyTraining } from './training.ts';
import { TrainingRun } from './training-run.ts';

/** Losses that differ by more than so much are no longer the same in print. */
const APART = 5e-6;

/** What is done to the last bits of the first parameters: in one the third of them up and a third down, or the other way. */
const TWINS = [1, -1] as const;

export class Parting {
  readonly #own: TrainingRun;
  readonly #twins: readonly TrainingRun[];
  #parted: number | null = null;

  constructor(torch: Torch, training: AnyTraining) {
    const begin = () => new TrainingRun(torch, scenarioOf(training), training);
    this.#own = begin();
    this.#twins = TWINS.map((direction) => {
      const twin = begin();
      twin.changeLastBits(direction);
      return twin;
    });
  }

  /** Steps taken until now, of how many. */
  get progress(): { readonly done: number; readonly total: number } {
    return { done: this.#own.step, total: this.#own.steps };
  }

  /** The step of which is told at which the losses are apart first; null if they are not until now. */
  get step(): number | null {
    return this.#parted;
  }

  get isOver(): boolean {
    return this.#parted !== null || this.#own.step >= this.#own.steps;
  }

  /** Goes on to the next step of which is told. */
  advance(): void {
    const to = Math.min(nextTold(this.#own.step), this.#own.steps);
    for (const run of [this.#own, ...this.#twins]) run.advance(to);
    const { maskedLoss } = this.#own;
    const areApart = this.#twins.some((twin) => !(Math.abs(twin.maskedLoss - maskedLoss) <= APART));
    if (areApart) this.#parted = to;
  }

  dispose(): void {
    for (const run of [this.#own, ...this.#twins]) run.dispose();
  }
}
