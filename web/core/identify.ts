// identify(): which engine and seed drew the mask between an input and its printed output.
import { viewAs } from './bytes.ts';
import { toProbability } from './dropout.ts';
import { dtypeIndex } from './dtype.ts';
import { createGenerator, ENGINES, type Engine, type EngineOptions } from './engines.ts';
import { rangeError, typeError } from './errors.ts';
import { native } from './instance.ts';
import { handle } from './native-object.ts';
import { nextTask } from './next-task.ts';
import { pythonTypeName } from './python.ts';
import { DEFAULT_SEEDS, type SeedList, takenBy, toRanges, type WholeRange } from './seed-list.ts';
import type { Tensor } from './tensor.ts';
import { type TensorData, tensor } from './tensor-from-data.ts';
import type { NativeObservedMask, NativeSeedScan } from './wasm/dropout-playground.js';

export interface SearchedEngine {
  readonly engine: Engine;
  readonly options?: Readonly<EngineOptions>;
}

export interface SeedMatch extends SearchedEngine {
  /** A bigint where a number would not hold all its digits. */
  readonly seed: number | bigint;
  /** From 1: how many dropout calls on inputs of this size the seed has drawn, this one included. */
  readonly call: number;
}

export interface SearchProgress extends SearchedEngine {
  /** Seeds tried until now, over all engines. */
  readonly done: number;
  readonly total: number;
  /** Calls that agreed with the output until now, over all engines. */
  readonly matched: number;
  /** Those listed until now: of each engine no more than `limit`. */
  readonly matches: readonly SeedMatch[];
}

export interface IdentifyOptions {
  /** What went into dropout: whatever `tensor()` takes. A 0 in it tells nothing of the mask. */
  input: TensorData;
  /** What came out: in full, or rounded to the 4 decimals that `print(tensor)` shows. */
  output: TensorData;
  /** Default: what the survivors were scaled by tells it. */
  p?: number | undefined;
  /**
   * Default: every engine but `fast`, with the options that change its masks; for a float64 input
   * PyTorch's and NumPy's alone.
   */
  engines?: readonly (Engine | SearchedEngine)[] | undefined;
  /** Default: 0 to 999,999, and WELL_KNOWN_SEEDS beyond. */
  seeds?: SeedList | undefined;
  /** How many calls after the seeding are looked at, each on an input of this size. Default: 3. */
  calls?: number | undefined;
  /** How many matches of each engine are listed; all are counted. Default: 100. */
  limit?: number | undefined;
  /** Stops the search. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: SearchProgress) => void) | undefined;
}

export interface EngineReport extends SearchedEngine {
  readonly tried: number;
  /** How many calls of each seed were looked at; 1 where every call draws the same. */
  readonly calls: number;
  /** How many calls agree with the output. */
  readonly matched: number;
  /** How many would if none had made it: what `matched` has to be compared with. */
  readonly expectedByChance: number;
}

export interface Identification {
  readonly p: number;
  /** How many elements tell whether they were kept or dropped. */
  readonly known: number;
  /** By engine, then as the seeds were listed, then by call. */
  readonly matches: readonly SeedMatch[];
  readonly engines: readonly EngineReport[];
  /** Over all engines. */
  readonly tried: number;
  readonly expectedByChance: number;
}

// Flax's Dropout is mostly the first of its module, and JAX drew otherwise before 0.5. Different GPUs are not
// tried: they matter only for tensors far larger than those that are printed.
const EVERY_FRAMEWORK: readonly SearchedEngine[] = ENGINES.flatMap((engine): SearchedEngine[] => {
  const layouts = [true, false];
  switch (engine) {
    case 'jax':
      return layouts.map((partitionable) => ({ engine, options: { partitionable } }));
    case 'flax-linen':
      return ['Dropout_0', ''].flatMap((path) =>
        layouts.map((partitionable) => ({ engine, options: { partitionable, path } })),
      );
    case 'flax-nnx':
      return (['0.11', '0.10'] as const).flatMap((version) =>
        layouts.map((partitionable) => ({ engine, options: { partitionable, version } })),
      );
    case 'fast': // no framework prints what it draws
      return [];
    default:
      return [{ engine }];
  }
});

// Long enough that handing over costs little, short enough that a page stays smooth.
const SLICE_MS = 8;

// The module tries this many seeds at once, in SIMD lanes.
const LEAST_SEEDS = 16;

/**
 * Tries seed after seed, in slices between which the program goes on, and resolves to those whose
 * mask is that between `input` and `output`. A short mask is matched by many seeds that did not make
 * it: compare `matches` with `expectedByChance`.
 *
 * @example
 * ```js
 * const { p, matches, expectedByChance } = await identify({
 *   input: 'torch.ones(4, 6)',
 *   output: `tensor([[2., 2., 0., 2., 2., 0.],
 *                    [0., 0., 0., 2., 0., 2.],
 *                    [2., 2., 2., 2., 0., 2.],
 *                    [0., 2., 2., 0., 0., 2.]])`,
 *   engines: ['torch-cpu'],
 *   seeds: { from: 0, to: 999 },
 * });
 * console.log(p, matches, expectedByChance < 0.001);
 * // 0.5 [ { engine: 'torch-cpu', seed: 123, call: 1 } ] true
 * ```
 *
 * @throws RangeError (`value`, `probability`, `seed`, `engine`), TypeError (`type`, `seed`) or
 *   SyntaxError (`text`), by a rejection, for what cannot be searched: above all an output that no
 *   dropout makes of this input, with the place that shows it. The signal's reason, an AbortError if
 *   none was given, once it is aborted.
 */
export async function identify({
  input,
  output,
  p,
  engines,
  seeds = DEFAULT_SEEDS,
  calls = 3,
  limit = 100,
  signal,
  onProgress,
}: IdentifyOptions): Promise<Identification> {
  signal?.throwIfAborted();
  const ranges = toRanges(seeds);
  if (engines !== undefined && !Array.isArray(engines)) {
    throw typeError('type', 'engines must be a list, not {0}', pythonTypeName(engines));
  }
  if (engines?.length === 0) throw rangeError('value', 'engines must name one engine or more');
  checkCount('calls', calls, 1);
  checkCount('limit', limit, 0);

  const x = floating(input);
  let mask: NativeObservedMask | undefined;
  const searches: Search[] = [];
  try {
    mask = observe(x, output, p === undefined ? p : toProbability(p));
    const chance = mask.chance();
    for (const searched of engines?.map(toSearched) ?? enginesFor(x)) {
      searches.push(new Search(searched, mask, x, calls, ranges));
    }
    const total = searches.reduce((sum, { total }) => sum + total, 0);
    const matches: SeedMatch[] = [];
    let done = 0;
    for (const search of searches) {
      while (search.tried < search.total) {
        await nextTask();
        signal?.throwIfAborted();
        const before = search.tried;
        matches.push(...search.slice(limit));
        done += search.tried - before;
        const matched = searches.reduce((sum, { matched }) => sum + matched, 0);
        onProgress?.({ ...search.searched, done, total, matched, matches: [...matches] });
      }
    }
    const reports = searches.map((search) => search.report(chance));
    return {
      p: mask.p(),
      known: mask.known(),
      matches,
      engines: reports,
      tried: total,
      expectedByChance: reports.reduce((sum, { expectedByChance }) => sum + expectedByChance, 0),
    };
  } finally {
    for (const search of searches) search.dispose();
    mask?.delete();
    x.dispose();
  }
}

/** The search of one engine, slice by slice. */
class Search {
  readonly searched: SearchedEngine;
  readonly total: number;
  tried = 0;
  matched = 0;
  readonly #scan: NativeSeedScan;
  readonly #left: WholeRange[];
  #seedsPerScan = LEAST_SEEDS;

  constructor(
    searched: SearchedEngine,
    mask: NativeObservedMask,
    input: Tensor,
    calls: number,
    ranges: readonly WholeRange[],
  ) {
    const generator = createGenerator(searched.engine, searched.options ?? {});
    try {
      this.#scan = native().SeedScan.create(generator, mask, dtypeIndex(input.dtype), calls);
    } finally {
      generator.delete();
    }
    this.searched = searched;
    this.#left = takenBy(searched.engine, ranges);
    this.total = this.#left.reduce((sum, { from, to }) => sum + Number(to - from) + 1, 0);
  }

  /** Tries some of the seeds that are left; the matches, unless more than `limit` are listed. */
  slice(limit: number): SeedMatch[] {
    const matches: SeedMatch[] = [];
    const start = performance.now();
    let elapsed = 0;
    do {
      const range = this.#left[0];
      if (!range) break;
      const left = Number(range.to - range.from) + 1;
      const count = Math.min(this.#seedsPerScan, left);
      const found = viewAs(Uint32Array, this.#scan.scan(BigInt.asUintN(64, range.from), count));
      for (let i = 0; i < found.length; i += 2) {
        if (this.matched++ >= limit) continue;
        const seed = toSeed(range.from + BigInt(found[i] as number));
        matches.push({ ...this.searched, seed, call: found[i + 1] as number });
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
    this.#seedsPerScan = Math.max(LEAST_SEEDS, Math.floor(count * factor));
  }

  report(chance: number): EngineReport {
    const calls = this.#scan.calls();
    return {
      ...this.searched,
      tried: this.tried,
      calls,
      matched: this.matched,
      expectedByChance: this.tried * calls * chance,
    };
  }

  dispose(): void {
    this.#scan.delete();
  }
}

function observe(x: Tensor, output: TensorData, p: number | undefined): NativeObservedMask {
  const y = floating(output);
  try {
    return native().ObservedMask.create(x[handle], y[handle], p ?? -1);
  } finally {
    y.dispose();
  }
}

// The caller's tensor is copied, so that the search can dispose of its own.
function floating(data: TensorData): Tensor {
  const x = tensor(data);
  if (x.dtype !== 'int64') return x;
  try {
    return x.to('float32');
  } finally {
    x.dispose();
  }
}

// Not every framework has dropout of float64.
function enginesFor({ dtype }: Tensor): readonly SearchedEngine[] {
  if (dtype === 'float32') return EVERY_FRAMEWORK;
  return EVERY_FRAMEWORK.filter(({ engine }) => /^(torch|numpy)/.test(engine));
}

function toSearched(searched: Engine | SearchedEngine): SearchedEngine {
  if (typeof searched === 'string') return { engine: searched };
  const { engine, options } = Object(searched) as SearchedEngine;
  return options ? { engine, options } : { engine };
}

function toSeed(seed: bigint): number | bigint {
  return Number.isSafeInteger(Number(seed)) ? Number(seed) : seed;
}

function checkCount(name: 'calls' | 'limit', count: number, least: number): void {
  if (Number.isInteger(count) && count >= least && count < 2 ** 31) return;
  throw rangeError(name, '{0} must be a whole number from {1}, but got {2}', name, least, count);
}
