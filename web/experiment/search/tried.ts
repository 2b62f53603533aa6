// What a search has tried, so that a "no" says no more than it knows.
import type { EngineReport, Identification, MaskForm, Skip } from '../../core/index.ts';

export interface Tried {
  layers: readonly string[];
  /** Dropout by hand. */
  forms: readonly MaskForm[];
  /** What was tried to have drawn the input. */
  drawn: readonly string[];
  /** What was tried to have been drawn before, and with how many seeds of an engine at most. */
  before: readonly string[];
  seedsBehindSkips: number;
  calls: number;
}

export function triedBy(engines: readonly EngineReport[]): Tried {
  const ways = engines.flatMap(({ ways }) => ways).filter(({ tried }) => tried > 0);
  const usual = ways.filter(({ skips }) => skips.some(({ what }) => what !== ''));
  return {
    layers: [...new Set(ways.map(({ layer }) => layer))],
    forms: [...new Set(ways.flatMap(({ options }) => options?.form ?? []))],
    drawn: [...new Set(ways.map(({ drawn }) => drawn))].filter((text) => text !== ''),
    before: summary(usual.flatMap(({ skips }) => skips)),
    seedsBehindSkips: Math.max(0, ...usual.map(({ tried }) => tried)),
    calls: Math.max(0, ...ways.map(({ calls }) => calls)),
  };
}

// Each once, and the layers of which one side is the same together: `nn.Linear(6, n), n = 1, 2, 3`.
function summary(skips: readonly Skip[]): string[] {
  const numbers = new Map<string, number[]>();
  const sides = skips.flatMap(({ what }) => linearOf(what) ?? []);
  const common = mostFrequent(sides);
  for (const { what } of skips) {
    const [inputs, outputs] = linearOf(what) ?? [];
    const isFixed = inputs === common;
    const name =
      inputs === undefined ? what : `nn.Linear(${isFixed ? `${common}, n` : `n, ${common}`})`;
    const n = isFixed ? outputs : inputs;
    const known = numbers.get(name) ?? [];
    if (n !== undefined && !known.includes(n)) known.push(n);
    numbers.set(name, known);
  }
  return [...numbers].map(([name, ns]) =>
    ns.length === 0 ? name : `${name}, n = ${ns.sort((a, b) => a - b).join(', ')}`,
  );
}

function linearOf(what: string): [number, number] | undefined {
  const [, inputs, outputs] = /^nn\.Linear\((\d+), (\d+)\)$/.exec(what) ?? [];
  return inputs === undefined ? undefined : [Number(inputs), Number(outputs)];
}

function mostFrequent(numbers: readonly number[]): number | undefined {
  const count = (number: number) => numbers.filter((other) => other === number).length;
  return [...new Set(numbers)].sort((one, other) => count(other) - count(one))[0];
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
