// What an experiment draws between its seed and the calls of its layer, apart from the input: words that are
// passed over, a second seed, and layers that are called on the same input before.
import { rangeError } from '../core/errors.ts';
import type { FigureCore } from '../core/figure-core.ts';
import type { Engine, Generator, LayerName, Seed, Tensor } from '../core/index.ts';
import { ENGINE_RECORDS } from '../core/records.ts';
import { readProbability, readSeed } from './read-settings.ts';
import type { Settings } from './settings.ts';

/** The settings that say it. */
export type BeforeSettings = Pick<Settings, 'skip' | 'reseed' | 'earlier'>;

export const BEFORE_LAYER: readonly (keyof BeforeSettings)[] = ['skip', 'reseed', 'earlier'];

export interface BeforeLayer {
  /** How many words are passed over before the input, and how many after it. */
  skip: { beforeInput: number; afterInput: number };
  /** The seed that is given after the input; null if there is none. */
  reseed: Seed | null;
  /** The p of each layer that is called on the input before. */
  earlier: readonly number[];
}

/** So many take a fraction of a second; the layers of GPT-2 have more. */
export const MOST_SKIPPED = 100_000_000;

/** A number alone stands before the input, unless a second seed comes after that. @throws RangeError */
export function readSkip(text: string, isReseeded: boolean): BeforeLayer['skip'] {
  const [, first, second] = /^\s*(\d[\d_]*)?(?:\s*,\s*(\d[\d_]*))?\s*$/.exec(text) ?? [];
  if (first === undefined && text.trim() !== '') {
    throw rangeError(
      'value',
      "skip is how many words are drawn before, such as 20, or 20, 0 with those after the input; but got '{0}'",
      text,
    );
  }
  const [one, other] = [first, second].map((digits = '0') => Number(digits.replaceAll('_', '')));
  const isLate = second === undefined && isReseeded;
  const beforeInput = isLate ? 0 : (one as number);
  const afterInput = isLate ? (one as number) : (other as number);
  if (beforeInput + afterInput > MOST_SKIPPED) {
    throw rangeError('value', 'skip is at most {0}', MOST_SKIPPED);
  }
  return { beforeInput, afterInput };
}

/** A list of probabilities, such as `0.3` or `0.3, 0.2`. @throws RangeError */
export function readEarlier(text: string, engine: Engine): number[] {
  if (text.trim() === '') return [];
  if (ENGINE_RECORDS[engine].hasScopes) {
    throw rangeError(
      'value',
      '{0}: each layer has a scope of its own there; name it by path=Dropout_1',
      engine,
    );
  }
  const parts = text.trim().split(/\s*;\s*|,\s+|\s+/);
  // A comma without a space may be a decimal one: `0,3`, but not that of `0.3,0.2`.
  return parts
    .flatMap((part) => (part.includes('.') ? part.split(',') : [part]))
    .map(readProbability);
}

export function readReseed(text: string, engine: Engine): Seed | null {
  return text.trim() === '' ? null : readSeed(text, engine);
}

/** What the settings say. @throws RangeError or TypeError for the first that is wrong. */
export function readBefore({ skip, reseed, earlier }: BeforeSettings, engine: Engine): BeforeLayer {
  const seed = readReseed(reseed, engine);
  return {
    skip: readSkip(skip, seed !== null),
    reseed: seed,
    earlier: readEarlier(earlier, engine),
  };
}

/** @throws RangeError (`engine`) for an engine without a stream, if anything is to be passed over. */
export function passOver(generator: Generator, count: number): void {
  if (count > 0) generator.skip(count);
}

/** Calls a layer of each p on x, which it leaves as it is. Throws what the layer throws. */
export function callEarlier(
  core: FigureCore,
  layer: LayerName,
  earlier: readonly number[],
  x: Tensor,
  generator: Generator,
): void {
  for (const p of earlier) {
    const drop = new core[layer](p, { generator });
    try {
      const y = drop.forward(x);
      if (y !== x) y.dispose();
    } finally {
      drop.dispose();
    }
  }
}
