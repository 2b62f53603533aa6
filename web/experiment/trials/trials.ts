// Calls a layer many times, and counts how often each element was kept, how many were dropped in a call, and what
// the output of a call sums up to. No DOM, since it runs in a worker.
import type { Playground, Tensor } from '../../core/index.ts';
import { type Bins, binOf } from './bins.ts';

/** The layer that is called, and the bins in which its calls are counted. */
export interface TrialPlan {
  /** In [0, 1]. */
  p: number;
  seed: number | bigint;
  /** For each draw of a call, what its elements add to the sum if they are kept. There is at least one draw. */
  keptSums: Float64Array;
  /** The bins for the number of dropped draws in a call. */
  droppedBins: Bins;
  /** The bins for the sum of a call's output. */
  sumBins: Bins;
}

/** The counts after so many calls. */
export interface TrialCounts {
  /** Calls so far. */
  trials: number;
  /** Draws so far. */
  draws: number;
  /** For each draw of a call, in how many calls it was kept. */
  kept: Float64Array;
  /** Calls in each of the plan's bins. */
  dropped: Float64Array;
  sums: Float64Array;
  /** Mean and standard deviation of a call's sum. */
  sumMean: number;
  sumDeviation: number;
  /** The dropped share after so many draws, at points that are evenly spaced on a logarithmic scale. */
  course: { draws: Float64Array; share: Float64Array };
}

/** The draws of one forward: so many that the cost of a call does not count, and few enough for the cache. */
const BATCH = 2 ** 15;

/** The number of calls grows by this factor between two points of the course. */
const STEP = 1.04;

export class Trials {
  readonly #plan: TrialPlan;
  readonly #ones: Tensor;
  readonly #drop;
  readonly #generator;
  readonly #counts: Omit<TrialCounts, 'course'>;
  readonly #course: { draws: number[]; share: number[] } = { draws: [], share: [] };
  #totalDropped = 0;
  /** The largest possible sum. In units of it no square is too large or too small for a number. */
  readonly #unit: number;
  /** In units squared. */
  #sumOfSquares = 0;
  #nextPoint = 1;

  /** Call dispose() when done: it holds a tensor, a generator and a layer of `core`. */
  constructor(core: Playground, plan: TrialPlan) {
    const size = plan.keptSums.length;
    this.#plan = plan;
    this.#unit = plan.keptSums.reduce((sum, kept) => sum + Math.abs(kept), 0) || 1;
    // The layer runs on ones, so that survivors are not 0. What x adds is in the plan.
    this.#ones = core.ones([Math.max(1, Math.floor(BATCH / size)), size]);
    this.#generator = new core.Generator('fast').manualSeed(plan.seed);
    this.#drop = new core.Dropout(plan.p, { generator: this.#generator });
    this.#counts = {
      trials: 0,
      draws: 0,
      kept: new Float64Array(size),
      dropped: new Float64Array(plan.droppedBins.count),
      sums: new Float64Array(plan.sumBins.count),
      sumMean: 0,
      sumDeviation: 0,
    };
  }

  /** Goes on for so many calls or milliseconds, whichever end first. */
  advance(trials: number, milliseconds: number): TrialCounts {
    const start = performance.now();
    const [rows = 1] = this.#ones.shape;
    let left = trials;
    while (left > 0 && performance.now() - start < milliseconds) {
      const y = this.#drop.forward(this.#ones);
      this.#count(y.view() as Float32Array, Math.min(rows, left));
      // With p = 0 the output is the input itself, as in PyTorch.
      if (y !== this.#ones) y.dispose();
      left -= rows;
    }
    return this.#copy();
  }

  dispose(): void {
    this.#ones.dispose();
    this.#drop.dispose();
    this.#generator.dispose();
  }

  #count(outputs: Float32Array, rows: number): void {
    const { keptSums, droppedBins, sumBins } = this.#plan;
    const counts = this.#counts;
    const { kept } = counts;
    const size = keptSums.length;
    for (let row = 0, at = 0; row < rows; ++row) {
      let survivors = 0;
      let sum = 0;
      for (let i = 0; i < size; ++i, ++at) {
        if (outputs[at] === 0) continue;
        countOne(kept, i);
        sum += keptSums[i] as number;
        ++survivors;
      }
      const dropped = size - survivors;
      this.#totalDropped += dropped;
      countOne(counts.dropped, binOf(droppedBins, dropped));
      countOne(counts.sums, binOf(sumBins, sum));
      ++counts.trials;
      counts.draws += size;
      // Welford 1962, which avoids differences of large numbers.
      const deviation = sum - counts.sumMean;
      counts.sumMean += deviation / counts.trials;
      this.#sumOfSquares += (deviation / this.#unit) * ((sum - counts.sumMean) / this.#unit);
      if (counts.trials >= this.#nextPoint) this.#markPoint();
    }
  }

  #markPoint(): void {
    const { trials, draws } = this.#counts;
    this.#course.draws.push(draws);
    this.#course.share.push(this.#totalDropped / draws);
    this.#nextPoint = Math.max(trials + 1, Math.ceil(trials * STEP));
  }

  #copy(): TrialCounts {
    const { trials, draws, kept, dropped, sums } = this.#counts;
    const course = (points: number[], now: number) =>
      Float64Array.from(trials === 0 ? [] : [...points, now]);
    return {
      ...this.#counts,
      kept: kept.slice(),
      dropped: dropped.slice(),
      sums: sums.slice(),
      sumDeviation: trials === 0 ? 0 : this.#unit * Math.sqrt(this.#sumOfSquares / trials),
      course: {
        draws: course(this.#course.draws, draws),
        share: course(this.#course.share, this.#totalDropped / draws),
      },
    };
  }
}

function countOne(counts: Float64Array, i: number): void {
  counts[i] = (counts[i] as number) + 1;
}
