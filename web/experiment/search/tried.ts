// What a search has tried, so that a "no" says no more than it knows.
import type { EngineReport, Identification, MaskForm, Skip } from '../../core/index.ts';

export interface Tried {
  layers: readonly string[];
  /** Dropout by hand. */
  forms: readonly MaskForm[];
  /** What was tried to have drawn the input. */
  drawn: readonly string[];
  /** What was tried to have been drawn before, and with how many seeds of an engine at most. */
  skips: readonly Skip[];
  seedsBehindSkips: number;
  calls: number;
}

export function triedBy(engines: readonly EngineReport[]): Tried {
  const ways = engines.flatMap(({ ways }) => ways).filter(({ tried }) => tried > 0);
  const usual = ways.filter(({ skips }) => skips.some(({ what }) => what !== ''));
  const skips = usual.flatMap(({ skips }) => skips);
  return {
    layers: [...new Set(ways.map(({ layer }) => layer))],
    forms: [...new Set(ways.flatMap(({ options }) => options?.form ?? []))],
    drawn: [...new Set(ways.map(({ drawn }) => drawn))].filter((text) => text !== ''),
    skips: skips.filter(({ what }, i) => skips.findIndex((other) => other.what === what) === i),
    seedsBehindSkips: Math.max(0, ...usual.map(({ tried }) => tried)),
    calls: Math.max(0, ...ways.map(({ calls }) => calls)),
  };
}

/** How little an output tells. */
export interface Shortness {
  known: number;
  /** One seed in so many prints it, in the first way. */
  oneIn: number;
  /** How many matches chance gives for each seed, at most, over all engines. */
  matchesPerSeed: number;
}

/** @param found Of one seed. */
export function shortnessOf({ known, engines }: Identification): Shortness {
  const plain = engines
    .flatMap(({ ways }) => ways)
    .filter(({ tried, drawn, skips }) => tried > 0 && drawn === '' && skips.length === 1);
  const [first] = plain;
  const oneIn = first ? (first.tried * first.calls) / first.expectedByChance : Number.NaN;
  const matchesPerSeed = plain
    .filter(({ options }) => !options?.form)
    .reduce((sum, { tried, expectedByChance }) => sum + expectedByChance / tried, 0);
  return { known, oneIn, matchesPerSeed };
}

/** With more matches by chance, a list of them is of no use. */
export const MOST_BY_CHANCE = 100;

/** Which ways an engine draws its masks by hand, in the words of a program. */
export const FORM_WORDS: Readonly<Record<MaskForm, string>> = {
  layer: '',
  'rand<keep': 'rand(…) < 1 − p',
  'rand>p': 'rand(…) > p',
  binomial: 'binomial(1, 1 − p)',
};
