// What the line of draws shows of an experiment: a dot for each decision, with a name where there are few, or a
// histogram where there are too many.
import type { Result } from '../experiment.ts';
import { MOST_CELLS } from '../most-cells.ts';
import { binsOf, type Histogram } from './bins.ts';
import { type DecisionRule, ruleOf } from './decision-rule.ts';
import { histogramOf } from './histogram.ts';
import { namesOf } from './names.ts';
import { type QuadTable, quadTableOf } from './quad-table.ts';

/** More names cannot be told apart. */
const MOST_NAMES = 24;

/**
 * - `none`: nothing was drawn, since the layer does not need it at this p
 * - `unnoted`: it was drawn, but not recorded
 */
export type LineOfDraws =
  | { kind: 'none' | 'unnoted' }
  | (Decided & {
      kind: 'dots';
      /** The number of each decision, 0 to 1, in the order of the mask. */
      places: Float64Array;
      /** Of each: 1 kept, 0 dropped. */
      kept: Uint8Array;
      names: readonly string[] | null;
    })
  | (Decided & { kind: 'histogram'; histogram: Histogram });

/** By what the numbers decide: `table` for `fast` alone. */
type Decided = { rule: DecisionRule; table: null } | { rule: null; table: QuadTable };

export function lineOfDraws(result: Result): LineOfDraws {
  const { draws, histogram, engine, mask, p } = result;
  const rule = ruleOf({ ...result, draws: draws ?? histogram });
  if (!draws && !histogram) return { kind: p > 0 && p < 1 ? 'unnoted' : 'none' };
  const decided = rule ? { rule, table: null } : { rule, table: quadTableOf(p) };
  if (histogram) return { kind: 'histogram', histogram, ...decided };
  if (!draws) return { kind: 'none' };
  if (mask.size > MOST_CELLS) {
    return { kind: 'histogram', histogram: histogramOf(draws, binsOf(engine)), ...decided };
  }
  return {
    kind: 'dots',
    places: draws.uniforms,
    kept: draws.kept,
    names: mask.size <= MOST_NAMES ? namesOf(result) : null,
    ...decided,
  };
}

/** How many elements of x share a decision. */
export function sharedBy({ x, mask }: Pick<Result, 'x' | 'mask'>): number {
  return mask.size === 0 ? 1 : x.size / mask.size;
}
