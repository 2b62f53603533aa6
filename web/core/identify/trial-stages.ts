// Which ways are tried to make an output of its input, and in which order.
import { toBytes } from '../bytes.ts';
import { LAYERS, type LayerName } from '../dropout.ts';
import { dtypeIndex } from '../dtype.ts';
import { createGenerator } from '../engines.ts';
import { kindOf, rangeError } from '../errors.ts';
import { native } from '../instance.ts';
import { formsOf, type MaskForm } from '../mask-form.ts';
import { handle } from '../native-object.ts';
import { ENGINE_DETAILS, ENGINE_RECORDS, LAYER_RECORDS } from '../records.ts';
import type { NativeDrawnInputScan, NativeGenerator } from '../wasm/dropout-playground.js';
import {
  isAlpha,
  type Observed,
  OUTPUT_KINDS,
  type OutputKind,
  observe,
  type Printed,
} from './observation.ts';
import { takenBy, type WholeRange } from './seed-list.ts';
import {
  type SearchedEngine,
  type SeedMatch,
  SeedTrial,
  type TriedWay,
  type Way,
} from './seed-trial.ts';
import {
  DISTRIBUTIONS,
  familyOf,
  type InputDraw,
  inputDraws,
  type Skip,
  usualSkips,
} from './usual-draws.ts';

// The layer whose dropout can also be a line of a program.
const [PLAIN] = LAYERS;

/** What is asked, besides the input. */
export interface Asked {
  readonly y: Printed;
  /** undefined if the numbers are to tell it. */
  readonly p: number | undefined;
  readonly layers: readonly LayerName[];
  /** undefined for none and for usual ones. */
  readonly skip: number | undefined;
  readonly engines: readonly SearchedEngine[];
  /** Whether the engines were named, so that one that cannot do this is an error. */
  readonly isNamed: boolean;
  readonly ranges: readonly WholeRange[];
  readonly calls: number;
}

/** Ways that are tried together, after those of the stages before. */
export interface Stage {
  begin(): SeedTrial[];
  /** With more matches by chance the stage is left out: they would be taken for findings. */
  readonly mostByChance: number;
  dispose(): void;
}

export interface Stages {
  readonly stages: Stage[];
  /** NaN if only a match tells it. */
  readonly p: number;
  readonly known: number;
  /** Throws if it turned out that the question lacks something. */
  end(matches: readonly SeedMatch[]): void;
}

// As often a coincidence is found behind something usual.
const MOST_COINCIDENCES = 1 / 3;

// What is usually drawn before is tried with so many seeds of each range.
const MOST_WITH_USUAL_SKIPS = 10_000n;

const NO_SKIP: Skip = { words: 0, what: '' };

/** An input whose numbers are known: they may have been drawn all the same. @throws What observe() throws. */
export function stagesOfGiven(asked: Asked & { x: Printed }): Stages {
  const { x, y, p, layers } = asked;
  const observed = observe(x, y, p, layers);
  const given = new Given(asked, observed);
  const dispose = () => {};
  const mostByChance = Number.POSITIVE_INFINITY;
  const [first] = observed as [Observed];
  return {
    p: first.mask.p(),
    known: first.mask.known(),
    end() {},
    stages: [
      // So many words as a call may have drawn the input as well, which explains more, and costs less to see.
      { begin: () => given.drawnBefore(), mostByChance, dispose },
      { begin: () => given.plain(), mostByChance, dispose: () => given.dispose() },
      { begin: () => given.byHand(), mostByChance, dispose },
      { begin: () => given.behindUsualDraws(), mostByChance: MOST_COINCIDENCES, dispose },
    ],
  };
}

/** An input that the text draws from each seed. @throws What the text does, if no engine can draw it. */
export function stagesOfDrawn(asked: Asked & { text: string }): Stages {
  const drawn = new Drawn(asked, asked.text);
  const begun = drawn.begin();
  return {
    p: asked.p ?? Number.NaN,
    known: asked.y.tensor.size,
    end(matches) {
      if (matches.length === 0 && drawn.needsP()) {
        throw rangeError(
          'nothing-survives',
          'the output fits an input for several p, so p must be given',
        );
      }
    },
    // The trials are disposed of by those who try them.
    stages: [{ begin: () => begun, mostByChance: Number.POSITIVE_INFINITY, dispose() {} }],
  };
}

class Given {
  readonly #asked: Asked & { x: Printed };
  readonly #observed: readonly Observed[];
  readonly #skip: Skip;

  constructor(asked: Asked & { x: Printed }, observed: readonly Observed[]) {
    this.#asked = asked;
    this.#observed = observed;
    this.#skip = { words: asked.skip ?? 0, what: '' };
  }

  dispose() {
    for (const { mask } of this.#observed) mask.delete();
  }

  /** As each framework's layers draw. @throws What the engines do, if none can. */
  plain(): SeedTrial[] {
    const { engines, isNamed, skip = 0 } = this.#asked;
    const errors: unknown[] = [];
    const trials = engines.flatMap((searched, owner) =>
      this.#observed.flatMap((observed) => {
        try {
          return [this.#trial(searched, owner, observed, [this.#skip])];
        } catch (error) {
          errors.push(error);
          // Another layer or engine may do.
          if (kindOf(error) === 'layer' || (skip > 0 && !isNamed)) return [];
          throw error;
        }
      }),
    );
    if (trials.length === 0) throw errors[0];
    return trials;
  }

  /** The input was drawn from the seed, and then the mask. */
  drawnBefore(): SeedTrial[] {
    const { x, y, engines, calls, ranges, skip = 0 } = this.#asked;
    const trials: SeedTrial[] = [];
    for (const family of families(engines)) {
      const [one] = family.members;
      if (!one) continue;
      const { shape, dtype } = x.tensor;
      for (const { text, distribution } of inputDraws(one.searched.engine, shape, dtype)) {
        if (!mayBe(distribution, x)) continue;
        const scan = native().DrawnInputScan.create(
          text,
          DISTRIBUTIONS.indexOf(distribution),
          x.tensor[handle],
          toBytes(x.readings.byDecimals),
          y.tensor[handle],
          toBytes(y.readings.byDecimals),
          calls,
          skip,
        );
        const makings = family.members.flatMap(({ searched, owner }) =>
          this.#observed.flatMap(({ layer, kind, mask }) =>
            formsFor(searched, layer).map((form) => ({
              ...{ searched, owner, layer, kind, form, p: mask.p(), chance: mask.chance() },
            })),
          ),
        );
        trials.push(
          ...drawnTrial(scan, makings, text, takenBy(one.searched.engine, ranges), this.#asked),
        );
      }
    }
    return trials;
  }

  /** The mask was drawn by a line of a program. */
  byHand(): SeedTrial[] {
    return this.#byHand([this.#skip], this.#asked.ranges);
  }

  /** Something usual was drawn before the first call. Only if nobody says how much was. */
  behindUsualDraws(): SeedTrial[] {
    const { x, engines, skip, ranges } = this.#asked;
    if (skip !== undefined) return [];
    const few = ranges.map(({ from, to }) => ({
      from,
      to: to - from < MOST_WITH_USUAL_SKIPS ? to : from + MOST_WITH_USUAL_SKIPS - 1n,
    }));
    const plain = engines.flatMap((searched, owner) => {
      const usual = usualSkips(searched.engine, x.tensor.shape);
      return this.#observed.flatMap((observed) => {
        const skips = withoutCalls(usual, wordsOfCall(searched, observed.mask.size()));
        if (skips.length === 0) return [];
        try {
          return [this.#trial(searched, owner, observed, skips, few, 1)];
        } catch {
          return []; // an engine without this layer
        }
      });
    });
    return [...plain, ...this.#byHand(undefined, few)];
  }

  // With the usual skips where none are given.
  #byHand(skips: readonly Skip[] | undefined, ranges: readonly WholeRange[]): SeedTrial[] {
    const { engines, x } = this.#asked;
    const observed = this.#observed.find(({ layer }) => layer === PLAIN);
    if (!observed) return [];
    return engines.flatMap((searched, owner) =>
      drawnByHand(searched, engines).flatMap((form) => {
        const own = { ...searched, options: { ...searched.options, form } };
        const usual = usualSkips(searched.engine, x.tensor.shape);
        const behind = skips ?? withoutCalls(usual, wordsOfCall(own, observed.mask.size()));
        if (behind.length === 0) return [];
        return [this.#trial(own, owner, observed, behind, ranges, skips ? undefined : 1)];
      }),
    );
  }

  #trial(
    searched: SearchedEngine,
    owner: number,
    { layer, kind, mask }: Observed,
    skips: readonly Skip[],
    ranges = this.#asked.ranges,
    calls = this.#asked.calls,
  ): SeedTrial {
    const { x } = this.#asked;
    const scan = withGenerator(searched, (generator) =>
      native().SeedScan.create(
        generator,
        mask,
        dtypeIndex(x.tensor.dtype),
        calls,
        toBytes(Uint32Array.from(skips, ({ words }) => words)),
      ),
    );
    const tried: TriedWay = {
      way: wayOf(searched, layer, kind, ''),
      owner,
      skips,
      calls: scan.calls(),
      chance: mask.chance(),
    };
    const p = mask.p();
    return new SeedTrial(scan, [tried], takenBy(searched.engine, ranges), (place) => ({
      way: 0,
      skip: skips[place] ?? NO_SKIP,
      p,
    }));
  }
}

class Drawn {
  readonly #asked: Asked;
  readonly #text: string;
  readonly #scans: NativeDrawnInputScan[] = [];

  constructor(asked: Asked, text: string) {
    this.#asked = asked;
    this.#text = text;
  }

  begin(): SeedTrial[] {
    const { y, engines, calls, ranges, skip = 0, p } = this.#asked;
    const errors: unknown[] = [];
    const trials = families(engines).flatMap(({ members }) => {
      const [one] = members;
      if (!one) return [];
      const scan = native().DrawnInputScan.create(
        this.#text,
        0,
        null,
        new Uint8Array(0),
        y.tensor[handle],
        toBytes(y.readings.byDecimals),
        calls,
        skip,
      );
      const makings = members.flatMap(({ searched, owner }) =>
        kindsOf(y, p).flatMap((kind) =>
          layersOf(this.#asked).flatMap((layer) =>
            isAlpha(layer) && kind !== 'scaled'
              ? []
              : formsFor(searched, layer).map((form) => ({
                  ...{ searched, owner, layer, kind, form, p: p ?? -1, chance: 1 },
                })),
          ),
        ),
      );
      const ranged = takenBy(one.searched.engine, ranges);
      const begun = drawnTrial(scan, makings, this.#text, ranged, this.#asked, errors);
      if (begun.length > 0) this.#scans.push(scan);
      return begun;
    });
    if (trials.length === 0) throw errors[0];
    return trials;
  }

  needsP(): boolean {
    return this.#scans.some((scan) => scan.needsP());
  }
}

interface Making {
  searched: SearchedEngine;
  owner: number;
  layer: LayerName;
  kind: OutputKind;
  form: MaskForm;
  p: number;
  chance: number;
}

// A trial of those makings that the engines have; none if there is none.
function drawnTrial(
  scan: NativeDrawnInputScan,
  makings: readonly Making[],
  text: string,
  ranges: readonly WholeRange[],
  { skip = 0, calls }: Asked,
  errors: unknown[] = [],
): SeedTrial[] {
  const ways: TriedWay[] = [];
  const skips = [{ words: skip, what: '' }];
  for (const { searched, owner, layer, kind, form, p, chance } of makings) {
    const own = withForm(searched, form);
    try {
      withGenerator(own, (generator) =>
        scan.add(generator, LAYERS.indexOf(layer), OUTPUT_KINDS.indexOf(kind), p),
      );
      ways.push({ way: wayOf(own, layer, kind, text), owner, skips, calls, chance });
    } catch (error) {
      errors.push(error);
    }
  }
  if (ways.length === 0) {
    scan.delete();
    return [];
  }
  const chance = scan.chance();
  const tried = ways.map((way) => ({ ...way, chance: way.chance * chance }));
  return [
    new SeedTrial(
      scan,
      tried,
      ranges,
      (place) => ({ way: place >> 1, skip: skips[0] ?? NO_SKIP, p: scan.p() }),
      // Every seed may draw a whole input, which may be large.
      1,
    ),
  ];
}

function withGenerator<Result>(
  { engine, options = {} }: SearchedEngine,
  use: (generator: NativeGenerator) => Result,
): Result {
  const generator = createGenerator(engine, options);
  try {
    return use(generator);
  } finally {
    generator.delete();
  }
}

function wayOf(searched: SearchedEngine, layer: LayerName, kind: OutputKind, drawn: string): Way {
  const form = searched.options?.form ?? (formsOf(searched.engine)[0] as MaskForm);
  return { ...searched, layer, form, scaled: kind === 'scaled', drawn };
}

// What draws as many words as some calls of dropout is not told from them.
function withoutCalls(skips: readonly Skip[], wordsOfCall: number): Skip[] {
  return skips.filter(({ words }) => wordsOfCall === 1 || words % wordsOfCall !== 0);
}

// How many words a call draws. MKL's generator takes one, and makes all others itself.
function wordsOfCall({ engine, options }: SearchedEngine, decisions: number): number {
  const { framework } = ENGINE_RECORDS[engine];
  const { takesOneWord } = ENGINE_DETAILS[engine];
  const isFloat32 = framework === 'PyTorch' && (options?.form ?? 'layer') !== 'layer';
  if (isFloat32) return decisions;
  return takesOneWord ? 1 : 2 * decisions;
}

// The default is left out, as users leave it out.
function withForm(searched: SearchedEngine, form: MaskForm): SearchedEngine {
  if (form === (searched.options?.form ?? formsOf(searched.engine)[0])) return searched;
  return { ...searched, options: { ...searched.options, form } };
}

// The forms in which an engine may have drawn the mask of a layer: only one if it is asked for.
function formsFor({ engine, options }: SearchedEngine, layer: LayerName): readonly MaskForm[] {
  if (options?.form) return [options.form];
  const forms = formsOf(engine);
  return layer === PLAIN ? forms.filter(drawsOnItsOwn) : forms.slice(0, 1);
}

// The other forms. Engines of one family draw them alike, so that only the first of those that are asked for is
// searched.
function drawnByHand(
  { engine, options }: SearchedEngine,
  engines: readonly SearchedEngine[],
): readonly MaskForm[] {
  const first = engines.find((other) => familyOf(other.engine) === familyOf(engine));
  const isSecond = first?.engine !== engine;
  if (options?.form || isSecond) return [];
  return formsOf(engine).slice(1).filter(drawsOnItsOwn);
}

// NumPy's binomial draws as one of the two comparisons.
function drawsOnItsOwn(form: MaskForm): boolean {
  return form !== 'binomial';
}

interface Family {
  name: string;
  members: { searched: SearchedEngine; owner: number }[];
}

// Engines that draw the same inputs.
function families(engines: readonly SearchedEngine[]): Family[] {
  const found: Family[] = [];
  for (const [owner, searched] of engines.entries()) {
    const { form: _, ...options } = searched.options ?? {};
    const name = JSON.stringify([familyOf(searched.engine), options]);
    const family = found.find((other) => other.name === name);
    if (family) family.members.push({ searched, owner });
    else found.push({ name, members: [{ searched, owner }] });
  }
  return found;
}

// Whether these numbers can have been drawn so.
function mayBe(distribution: InputDraw['distribution'], { tensor, readings }: Printed): boolean {
  const values = tensor.view() as Float64Array;
  const rounding = readings.byDecimals;
  if (rounding.every((half) => half === 0)) return false; // whole numbers
  return distribution === 'uniform'
    ? values.every(
        (value, i) => value + (rounding[i] as number) >= 0 && value - (rounding[i] as number) <= 1,
      )
    : values.every((value) => Math.abs(value) < 8);
}

// What the output of an unknown input may be.
function kindsOf({ tensor }: Printed, p: number | undefined): readonly OutputKind[] {
  const isMask = (tensor.view() as Float64Array).every((value) => value === 0 || value === 1);
  if (isMask) return ['mask'];
  return p === undefined ? ['scaled'] : ['scaled', 'unscaled'];
}

// The layers that an output may be of whose input is not known: where whole channels are dropped, each is 0 or not.
// Nothing is 0 that an alpha layer drops.
function layersOf({ y, layers }: Asked): LayerName[] {
  const { shape, size } = y.tensor;
  const values = y.tensor.view() as Float64Array;
  const hasZeros = values.includes(0);
  const seen = new Set<number>();
  return layers.filter((layer) => {
    const channels = channelsOf(layer, shape);
    if (channels === undefined) return layers.length === 1;
    if (layers.length === 1) return true;
    if (isAlpha(layer)) return !hasZeros;
    const shared = size / channels;
    const isWhole = values.every((value, i) => (value === 0) === (values[i - (i % shared)] === 0));
    if (!isWhole || seen.has(channels)) return false;
    seen.add(channels);
    return true;
  });
}

// How many decisions the layer makes; undefined for a shape that it does not take.
function channelsOf(layer: LayerName, shape: readonly number[]): number | undefined {
  const { hasChannels, leastRank, mostRank, batchedRank } = LAYER_RECORDS[layer];
  const rank = shape.length;
  if (rank < leastRank || rank > mostRank) return undefined;
  const isBatched = batchedRank === Number.POSITIVE_INFINITY || rank === batchedRank;
  const outer = hasChannels ? shape.slice(0, isBatched ? 2 : 1) : shape;
  return outer.reduce((all, extent) => all * extent, 1);
}
