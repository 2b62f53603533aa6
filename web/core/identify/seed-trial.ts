// The trial of seed after seed, slice by slice: one scan of the module, which may look at several ways in which the
// output can have been made.
import { viewAs } from '../bytes.ts';
import type { LayerName } from '../dropout.ts';
import type { Engine, EngineOptions } from '../engines.ts';
import type { MaskForm } from '../mask-form.ts';
import type { WholeRange } from './seed-list.ts';
import type { Skip } from './usual-draws.ts';

export interface SearchedEngine {
  readonly engine: Engine;
  readonly options?: Readonly<EngineOptions>;
}

/** How an output may have been made, but for the seed and the call. */
export interface Way extends SearchedEngine {
  readonly layer: LayerName;
  /** How the program draws the mask; the `form` of the engine's options. */
  readonly form: MaskForm;
  /** Whether what is kept is scaled in the output; false also for a mask of 0 and 1. */
  readonly scaled: boolean;
  /** What draws the input, at once behind the seed: `torch.rand(4, 6)`; '' for an input that is given. */
  readonly drawn: string;
}

export interface SeedMatch extends Way {
  /** A bigint where a number would not hold all its digits. */
  readonly seed: number | bigint;
  /** From 1: how many dropout calls on inputs of this size the seed has drawn, this one included. */
  readonly call: number;
  /** How many words of 32 bits are drawn between seed and layer, besides those of a drawn input. */
  readonly skip: number;
  /** What draws so many words: `nn.Linear(3, 4)`; '' for 0 words and for a `skip` that was given. */
  readonly skipped: string;
  readonly p: number;
}

/** Way by way, what was tried of an engine. */
export interface WayReport extends Way {
  /** Each was tried with each seed. */
  readonly skips: readonly Skip[];
  /** How many seeds were tried. */
  readonly tried: number;
  readonly calls: number;
  readonly matched: number;
  readonly expectedByChance: number;
}

/** One way of a trial. */
export interface TriedWay {
  readonly way: Way;
  /** The place of its engine in the list that was asked for. */
  readonly owner: number;
  readonly skips: readonly Skip[];
  readonly calls: number;
  /** At most the probability that a call of a seed which did not make it agrees with the output. */
  readonly chance: number;
}

/** A scan of the module: matches as three numbers, of which the third is a place. */
export interface Scan {
  scan(first: bigint, count: number): number;
  delete(): void;
}

/** Which way a place stands for, and which skip of it. */
export interface Located {
  readonly way: number;
  readonly skip: Skip;
  readonly p: number;
}

// Long enough that handing over costs little, short enough that a page stays smooth.
const SLICE_MS = 8;

// The module tries this many seeds at once, in SIMD lanes.
const LEAST_SEEDS = 16;

export class SeedTrial {
  readonly ways: readonly TriedWay[];
  readonly total: number;
  tried = 0;
  readonly #scan: Scan;
  readonly #locate: (place: number) => Located;
  readonly #left: WholeRange[];
  readonly #matched: number[];
  readonly #leastSeeds: number;
  #seedsPerScan: number;

  /**
   * @param scan Is deleted with the trial.
   * @param leastSeeds How many it tries at once at least.
   */
  constructor(
    scan: Scan,
    ways: readonly TriedWay[],
    ranges: readonly WholeRange[],
    locate: (place: number) => Located,
    leastSeeds = LEAST_SEEDS,
  ) {
    this.#leastSeeds = leastSeeds;
    this.#seedsPerScan = leastSeeds;
    this.#scan = scan;
    this.ways = ways;
    this.#locate = locate;
    this.#left = ranges.map((range) => ({ ...range }));
    this.#matched = ways.map(() => 0);
    this.total = ranges.reduce((sum, { from, to }) => sum + Number(to - from) + 1, 0);
  }

  get matched(): number {
    return this.#matched.reduce((sum, matched) => sum + matched, 0);
  }

  /** How many matches chance alone gives at most if all is tried. */
  get plannedByChance(): number {
    return this.ways.reduce(
      (sum, { skips, calls, chance }) => sum + this.total * skips.length * calls * chance,
      0,
    );
  }

  /** The same of what was tried until now. */
  get expectedByChance(): number {
    return this.reports().reduce((sum, { expectedByChance }) => sum + expectedByChance, 0);
  }

  /**
   * Tries some of the seeds that are left, and tells each match.
   *
   * @param isListed Asked of each match; what is not listed is counted all the same.
   */
  slice(isListed: (owner: number) => boolean): SeedMatch[] {
    const matches: SeedMatch[] = [];
    const start = performance.now();
    let elapsed = 0;
    do {
      const range = this.#left[0];
      if (!range) break;
      const left = Number(range.to - range.from) + 1;
      const count = Math.min(this.#seedsPerScan, left);
      const found = viewAs(Uint32Array, this.#scan.scan(BigInt.asUintN(64, range.from), count));
      for (const [index, call, place] of [...triples(found)]) {
        const { way, skip, p } = this.#locate(place);
        const tried = this.ways[way] as TriedWay;
        this.#matched[way] = (this.#matched[way] ?? 0) + 1;
        if (!isListed(tried.owner)) continue;
        matches.push({
          ...tried.way,
          seed: toSeed(range.from + BigInt(index)),
          call,
          skip: skip.words,
          skipped: skip.what,
          p,
        });
      }
      this.tried += count;
      if (count === left) this.#left.shift();
      else range.from += BigInt(count);
      const now = performance.now() - start;
      this.#adapt(count, now - elapsed);
      elapsed = now;
    } while (elapsed < SLICE_MS / 2);
    return matches;
  }

  // Aims at one scan a slice. A scan of few seeds is too short to tell the speed.
  #adapt(count: number, milliseconds: number) {
    if (count < this.#seedsPerScan) return;
    const factor = Math.min(4, SLICE_MS / milliseconds);
    this.#seedsPerScan = Math.max(this.#leastSeeds, Math.floor(count * factor));
  }

  reports(): WayReport[] {
    return this.ways.map(({ way, skips, calls, chance }, i) => ({
      ...way,
      skips,
      tried: this.tried,
      calls,
      matched: this.#matched[i] ?? 0,
      expectedByChance: this.tried * skips.length * calls * chance,
    }));
  }

  dispose(): void {
    this.#scan.delete();
  }
}

function* triples(numbers: Uint32Array): Generator<[number, number, number]> {
  for (let i = 0; i + 2 < numbers.length; i += 3) {
    yield [numbers[i] as number, numbers[i + 1] as number, numbers[i + 2] as number];
  }
}

function toSeed(seed: bigint): number | bigint {
  return Number.isSafeInteger(Number(seed)) ? Number(seed) : seed;
}
