// What the texts of a question say of the seeds to try.
import { kindOf } from '../../core/errors.ts';
import { parseSeed, type SeedList, WELL_KNOWN_SEEDS } from '../../core/index.ts';

/** Seeds as text that may be wrong. */
export type AskedSeeds = { from: string; to: string; wellKnown: boolean } | { only: string };

/** Thrown for a seed that only frameworks with text seeds take. The message is the text. */
export class NoWholeSeed extends Error {}

/** Thrown for a range without a seed. The message is its first number. */
export class BackwardRange extends Error {
  readonly last: string;

  constructor({ from, to }: { from: string; to: string }) {
    super(from.trim());
    this.last = to.trim();
  }
}

/** @throws NoWholeSeed, BackwardRange and what parseSeed throws. */
export function readSeeds(seeds: AskedSeeds): SeedList {
  if ('only' in seeds) return [readOnly(seeds.only)];
  const range = { from: parseSeed(seeds.from), to: parseSeed(seeds.to) };
  if (range.from > range.to) throw new BackwardRange(seeds);
  return seeds.wellKnown ? [range, ...WELL_KNOWN_SEEDS] : [range];
}

function readOnly(text: string): bigint {
  try {
    return parseSeed(text);
  } catch (error) {
    throw kindOf(error) === 'no-whole-number' ? new NoWholeSeed(text) : error;
  }
}
