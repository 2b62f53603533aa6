// identify(): which engine and seed drew the mask between an input and its printed output.
import { LAYERS, type LayerName, toProbability } from '../dropout.ts';
import { ENGINES, type Engine, type EngineOptions, requireEngine } from '../engines.ts';
import { kindOf, rangeError, typeError } from '../errors.ts';
import { nextTask } from '../next-task.ts';
import { pythonTypeName } from '../python.ts';
import { ENGINE_RECORDS } from '../records.ts';
import type { Tensor } from '../tensor.ts';
import { parse, type TensorData, tensor } from '../tensor-from-data.ts';
import type { Printed } from './observation.ts';
import { readingsOf } from './print-rounding.ts';
import { DEFAULT_SEEDS, type SeedList, toRanges } from './seed-list.ts';
import type { SearchedEngine, SeedMatch, SeedTrial, Way, WayReport } from './seed-trial.ts';
import { type Stage, stagesOfDrawn, stagesOfGiven } from './trial-stages.ts';

export type { MaskForm } from '../mask-form.ts';
export type { SearchedEngine, SeedMatch, Way, WayReport } from './seed-trial.ts';
export type { Skip } from './usual-draws.ts';

export interface SearchProgress extends SearchedEngine {
  /** Seeds tried until now, over all ways to try them. */
  readonly done: number;
  /** Of those that are planned until now: if these find nothing, other ways follow. */
  readonly total: number;
  /** Calls that agreed with the output until now, over all engines. */
  readonly matched: number;
  /** Those listed until now: of each engine no more than `limit`. */
  readonly matches: readonly SeedMatch[];
}

export interface IdentifyOptions {
  /**
   * What went into dropout: whatever `tensor()` takes. A 0 in it tells nothing of the mask. A text may
   * draw: `torch.rand(4, 6)` is then drawn from each seed before its mask.
   */
  input: TensorData;
  /**
   * What came out, in full or as it was printed: each number may be off by half a unit of its last digit.
   * A mask of 0 and 1, or False and True, is an output, too.
   */
  output: TensorData;
  /** Default: what the survivors were scaled by tells it. It must be given if they were not scaled. */
  p?: number | undefined;
  /**
   * Default: every layer that the shape allows and that explains the output. Of those in a list that
   * drop the same for this shape, the first is told.
   */
  layer?: LayerName | readonly LayerName[] | undefined;
  /**
   * How many words of 32 bits of the engine's stream are drawn between seed and layer, besides those of
   * a drawn input; only with the engines that draw words one after another: `torch-cpu`,
   * `torch-cpu-mkl`, `numpy`, `numpy-pcg64`. A uniform of float32 takes one word, one of float64 two.
   * Default: none and, for the first 10,000 seeds of each range, those of usual draws.
   */
  skip?: number | undefined;
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
  /** How many seeds were tried. */
  readonly tried: number;
  /** How many calls of each seed were looked at; 1 where every call draws the same. */
  readonly calls: number;
  /** How many calls agree with the output, over all ways. */
  readonly matched: number;
  /** How many would, at most, if none had made it: what `matched` has to be compared with. */
  readonly expectedByChance: number;
  /** All that was tried; nothing else was. */
  readonly ways: readonly WayReport[];
}

export interface Identification {
  /** NaN if no input that was drawn fits the output, and no p was given. */
  readonly p: number;
  /** How many elements tell whether they were kept or dropped. */
  readonly known: number;
  /**
   * The surest ways first, of which chance gives hardly any match; then way by way, as the seeds were
   * listed, by call.
   */
  readonly matches: readonly SeedMatch[];
  readonly engines: readonly EngineReport[];
  /** Seeds, over all engines. */
  readonly tried: number;
  readonly expectedByChance: number;
  /** Whether a match is no coincidence: chance gives one in less than one search of a hundred. */
  readonly certain: boolean;
}

// Flax's Dropout is mostly the first of its module, and JAX drew otherwise before 0.5. Different GPUs are not
// tried: they matter only for tensors far larger than those that are printed.
const VALUES_TRIED: { [name in keyof EngineOptions]: readonly EngineOptions[name][] } = {
  path: ['Dropout_0', ''],
  version: ['0.11', '0.10'],
  partitionable: [true, false],
};

// No framework prints what our own engine draws.
const EVERY_FRAMEWORK: readonly SearchedEngine[] = ENGINES.filter(
  (engine) => ENGINE_RECORDS[engine].framework !== 'own',
).flatMap((engine) =>
  optionsTried(engine).map((options) =>
    Object.keys(options).length === 0 ? { engine } : { engine, options },
  ),
);

function optionsTried(engine: Engine): EngineOptions[] {
  const known: readonly string[] = ENGINE_RECORDS[engine].options;
  return Object.entries(VALUES_TRIED)
    .filter(([name]) => known.includes(name))
    .reduce<EngineOptions[]>(
      (all, [name, values]) =>
        all.flatMap((options) => values.map((value) => ({ [name]: value, ...options }))),
      [{}],
    );
}

// Nobody skips more, and every seed would take the time.
const MOST_SKIPPED = 10_000_000;

// With so many matches by chance, other ways to look would only add to them.
const TOO_MANY = 10;

// Chance gives a match in less than one search of a hundred.
const CERTAIN = 0.01;

/**
 * Tries seed after seed, in slices between which the program goes on, and resolves to those whose
 * mask is that between `input` and `output`. A short mask is matched by many seeds that did not make
 * it: compare `matches` with `expectedByChance`.
 *
 * Numbers that may have been drawn after the seed are looked for first, since few seeds draw them. Then
 * every layer of every engine is tried. If that finds nothing certain, other ways follow: dropout
 * written by hand, and something usual that was drawn before, such as the weights of an `nn.Linear`.
 * `engines` in the result tells what was tried.
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
 * const [{ engine, seed, call, layer }] = matches;
 * console.log(p, engine, seed, call, layer, expectedByChance < 0.001);
 * // 0.5 torch-cpu 123 1 Dropout true
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
  layer,
  skip,
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
  if (skip !== undefined) checkSkip(skip);

  const numbers: Tensor[] = [];
  const trials: SeedTrial[] = [];
  let stages: Stage[] = [];
  try {
    const y = printed(output, 'float64');
    numbers.push(y.tensor);
    const x = givenInput(input);
    if (x) numbers.push(x.tensor);
    const asked = {
      y,
      p: p === undefined ? p : toProbability(p),
      layers: toLayers(layer),
      skip,
      engines: engines?.map(toSearched) ?? enginesFor(x?.tensor),
      isNamed: engines !== undefined,
      ranges,
      calls,
    };
    const question = x
      ? stagesOfGiven({ ...asked, x })
      : stagesOfDrawn({ ...asked, text: String(input) });
    stages = question.stages;

    const matches: SeedMatch[] = [];
    const listed = asked.engines.map(() => 0);
    const isListed = (owner: number) => {
      const count = (listed[owner] ?? 0) + 1;
      listed[owner] = count;
      return count <= limit;
    };
    let done = 0;
    for (const stage of stages) {
      const begun = stage.begin();
      const planned = begun.reduce((sum, { plannedByChance }) => sum + plannedByChance, 0);
      if (planned > stage.mostByChance) {
        for (const trial of begun) trial.dispose();
        continue;
      }
      trials.push(...begun);
      for (const trial of begun) {
        const [first] = trial.ways;
        while (trial.tried < trial.total) {
          await nextTask();
          signal?.throwIfAborted();
          const before = trial.tried;
          matches.push(...trial.slice(isListed));
          done += trial.tried - before;
          if (!onProgress || !first) continue;
          onProgress({
            ...searchedOf(first.way),
            done,
            total: trials.reduce((sum, { total }) => sum + total, 0),
            matched: trials.reduce((sum, { matched }) => sum + matched, 0),
            matches: [...matches],
          });
        }
      }
      const byChance = trials.reduce((sum, trial) => sum + trial.expectedByChance, 0);
      if (isCertain(trials) || byChance >= TOO_MANY) break;
    }
    question.end(matches);
    sortByEvidence(matches, trials);
    const reports = reportsOf(asked.engines, trials);
    return {
      p: matches[0]?.p ?? question.p,
      known: question.known,
      matches,
      engines: reports,
      tried: reports.reduce((sum, { tried }) => sum + tried, 0),
      expectedByChance: reports.reduce((sum, { expectedByChance }) => sum + expectedByChance, 0),
      certain: isCertain(trials),
    };
  } finally {
    for (const trial of trials) trial.dispose();
    for (const stage of stages) stage.dispose();
    for (const tensor of numbers) tensor.dispose();
  }
}

// Those of the ways by which chance gives hardly any come first; the others stay in their order.
function sortByEvidence(matches: SeedMatch[], trials: readonly SeedTrial[]): void {
  const certain = new Map<string, number>();
  for (const { expectedByChance, ...report } of trials.flatMap((trial) => trial.reports())) {
    const isBehindOthers = report.skips.some(({ what }) => what !== '');
    if (expectedByChance < CERTAIN) certain.set(wayKey(report, isBehindOthers), expectedByChance);
  }
  const ranks = new Map(
    matches.map((match) => [match, certain.get(wayKey(match, match.skipped !== '')) ?? 1]),
  );
  matches.sort((one, other) => (ranks.get(one) ?? 1) - (ranks.get(other) ?? 1));
}

function wayKey(way: Way, isBehindOthers: boolean): string {
  const { engine, options, layer, form, scaled, drawn } = way;
  return JSON.stringify([engine, options, layer, form, scaled, drawn, isBehindOthers]);
}

function isCertain(trials: readonly SeedTrial[]): boolean {
  const ways = trials.flatMap((trial) => trial.reports());
  return ways.some(
    ({ matched, expectedByChance }) => matched > 0 && expectedByChance * ways.length < CERTAIN,
  );
}

// One for each engine that was asked for.
function reportsOf(
  engines: readonly SearchedEngine[],
  trials: readonly SeedTrial[],
): EngineReport[] {
  const ways = trials.flatMap((trial) =>
    trial.reports().map((report, i) => ({ owner: trial.ways[i]?.owner, report })),
  );
  return engines.map((searched, place) => {
    const own = ways.filter(({ owner }) => owner === place).map(({ report }) => report);
    const sum = (of: (way: WayReport) => number) => own.reduce((sum, way) => sum + of(way), 0);
    return {
      ...searched,
      tried: Math.max(0, ...own.map(({ tried }) => tried)),
      calls: Math.max(1, ...own.map(({ calls }) => calls)),
      matched: sum(({ matched }) => matched),
      expectedByChance: sum(({ expectedByChance }) => expectedByChance),
      ways: own,
    };
  });
}

function searchedOf({ engine, options }: SearchedEngine): SearchedEngine {
  return options ? { engine, options } : { engine };
}

// Undefined for a text that draws.
function givenInput(input: TensorData): Printed | undefined {
  try {
    return printed(input);
  } catch (error) {
    if (typeof input === 'string' && kindOf(error) === 'generator-missing') return undefined;
    throw error;
  }
}

// The caller's tensor is copied, so that the search can dispose of its own.
function printed(data: TensorData, dtype?: 'float64'): Printed {
  const text = typeof data === 'string' ? data : undefined;
  const x = text === undefined ? tensor(data, dtype && { dtype }) : parse(text, { dtype });
  const floats = x.dtype === 'int64' ? x.to('float32') : x;
  if (floats !== x) x.dispose();
  return { tensor: floats, readings: readingsOf(floats.view() as Float64Array, text) };
}

// Not every framework has dropout of float64.
function enginesFor(x: Tensor | undefined): readonly SearchedEngine[] {
  if (x === undefined || x.dtype === 'float32') return EVERY_FRAMEWORK;
  return EVERY_FRAMEWORK.filter(({ engine }) => /^(torch|numpy)/.test(engine));
}

function toLayers(layer: LayerName | readonly LayerName[] = LAYERS): readonly LayerName[] {
  const layers = typeof layer === 'string' ? [layer] : layer;
  if (!Array.isArray(layers)) {
    throw typeError('type', 'layer must be a name, not {0}', pythonTypeName(layer));
  }
  const unknown = layers.find((name) => !LAYERS.includes(name));
  if (layers.length > 0 && unknown === undefined) return layers;
  throw rangeError(
    'layer',
    "unknown layer '{0}'; known are {1}",
    String(unknown ?? ''),
    LAYERS.join(', '),
  );
}

function toSearched(given: Engine | SearchedEngine): SearchedEngine {
  const searched =
    typeof given === 'string' ? { engine: given } : searchedOf(Object(given) as SearchedEngine);
  requireEngine(searched.engine);
  return searched;
}

function checkCount(name: 'calls' | 'limit', count: number, least: number): void {
  if (Number.isInteger(count) && count >= least && count < 2 ** 31) return;
  throw rangeError(name, '{0} must be a whole number from {1}, but got {2}', name, least, count);
}

function checkSkip(skip: number): void {
  if (Number.isInteger(skip) && skip >= 0 && skip <= MOST_SKIPPED) return;
  throw rangeError(
    'skip',
    'skip must be a whole number from 0 to {0}, but got {1}',
    MOST_SKIPPED,
    skip,
  );
}
