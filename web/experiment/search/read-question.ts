// What the texts of a question say: seeds to try, a tensor.
import {
  type Playground,
  parseSeed,
  type SeedList,
  type Tensor,
  type TextError,
  WELL_KNOWN_SEEDS,
} from '../../core/index.ts';

/** Seeds as text that may be wrong. */
export type AskedSeeds = { from: string; to: string; wellKnown: boolean } | { only: string };

/** Thrown for a tensor that is drawn: its message is what draws it. */
export class DrawnTensor extends Error {}

/** Thrown for a seed that only a framework of text seeds takes: its message is the text. */
export class NoWholeSeed extends Error {}

/** Thrown for a range without a seed: its message is the first. */
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
    throw /^invalid literal/.test((error as Error).message) ? new NoWholeSeed(text) : error;
  }
}

/** @throws DrawnTensor and what parse() throws. */
export function readTensor(core: Playground, text: string): Tensor {
  try {
    return core.parse(text);
  } catch (error) {
    // What it would draw depends on the seed, which is not known yet.
    const { reason = '' } = error as Partial<TextError>;
    const [, maker] = /^(\S+) draws from a generator/.exec(reason) ?? [];
    throw maker === undefined ? error : new DrawnTensor(maker);
  }
}
