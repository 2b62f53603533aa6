// Which trainings a sweep is made of, and what its losses say of dropout.
import { SCENARIOS } from './scenarios/scenarios.ts';
import type { Training } from './training.ts';

export interface SweepPlan extends Omit<Training, 'p' | 'seed' | 'changes'> {
  readonly seeds: readonly number[];
  /** Default: the scenario's. */
  readonly ps?: readonly number[] | undefined;
}

/** One for each p of the first seed, then of the second: whoever looks sees one whole line after another. */
export function trainingsOf({ seeds, ps, ...training }: SweepPlan): Training[] {
  const all = ps ?? SCENARIOS[training.scenario].ps;
  return seeds.flatMap((seed) => all.map((p) => ({ ...training, p, seed })));
}

/** What is said of one p. */
export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** As numpy's and PyTorch's `quantile`: linear between the two numbers around it. */
export function quartiles(values: readonly number[]): Quartiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = (sorted.length - 1) * share;
    const below = sorted[Math.floor(place)] as number;
    const above = sorted[Math.ceil(place)] as number;
    return below + (above - below) * (place - Math.floor(place));
  };
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
}

/** In how many seeds dropout helped. */
export interface Effect {
  readonly seeds: number;
  /** For each p the seeds in which it is better than none. */
  readonly better: readonly number[];
  /** Seeds whose best p is neither the first nor the last. */
  readonly bestInside: number;
  /** Of these, those whose best is better by the margin than both the first and the last. */
  readonly clearlyInside: number;
}

/**
 * @param rows For each seed the validation losses of all p's, of which the first is 0.
 * @param margin The share of a loss that a clearly better one is lower by.
 */
export function effectOf(rows: readonly (readonly number[])[], margin = 0.1): Effect {
  const [first = []] = rows;
  const last = first.length - 1;
  const isInside = (row: readonly number[]) => {
    const best = row.indexOf(Math.min(...row));
    return best > 0 && best < last;
  };
  const isClearly = (row: readonly number[]) => {
    const ends = Math.min(row[0] as number, row[last] as number);
    return Math.min(...row) <= (1 - margin) * ends;
  };
  const inside = rows.filter(isInside);
  return {
    seeds: rows.length,
    better: first.map(
      (_, i) => rows.filter((row) => (row[i] as number) < (row[0] as number)).length,
    ),
    bestInside: inside.length,
    clearlyInside: inside.filter(isClearly).length,
  };
}
