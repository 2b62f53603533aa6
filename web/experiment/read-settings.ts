// What the texts of the settings say: a number, a seed, an engine with its options.
import { rangeError } from '../core/errors.ts';
import { ENGINES, type Engine, type EngineOptions, parseSeed, type Seed } from '../core/index.ts';

/** A limit, since every call before the shown one has to be made, too. */
export const MOST_CALLS = 1000;

/**
 * A number, also with a comma, as German and French write it: `0,5`.
 *
 * @throws RangeError for a text that is no number. The layer refuses a number out of range.
 */
export function readProbability(text: string): number {
  const trimmed = text.trim().toLowerCase().replace(',', '.');
  if (trimmed === 'nan') return Number.NaN;
  const number = Number(trimmed.replace(/^([+-]?)inf$/, '$1Infinity'));
  if (trimmed === '' || Number.isNaN(number)) {
    throw rangeError('probability', "p must be a number from 0 to 1, but got '{0}'", text);
  }
  return number;
}

/** @throws RangeError for a text that is no number of a call. */
export function readCall(text: string): number {
  if (isCall(text)) return Number(text);
  throw rangeError(
    'value',
    "a call is a whole number from 1 to {0}, but got '{1}'",
    MOST_CALLS,
    text,
  );
}

export function isCall(text: string): boolean {
  return /^\s*\d+\s*$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_CALLS;
}

export function readInplace(text: string): boolean {
  return text === '' || text === 'true';
}

/** TensorFlow.js takes any text as a seed; the others take whole numbers. */
export const SEEDED_BY_TEXT: Engine = 'tfjs';

/** The seed as the engine takes it. @throws What parseSeed throws. */
export function readSeed(text: string, engine: Engine): Seed {
  return engine === SEEDED_BY_TEXT ? text : parseSeed(text, engine);
}

export interface EngineChoice {
  engine: Engine;
  options: EngineOptions;
}

/**
 * Reads what `engineText` writes.
 *
 * @throws RangeError for an unknown engine. The Generator refuses unknown options.
 */
export function readEngine(text: string): EngineChoice {
  const [engine = '', ...pairs] = text.split(',').map((part) => part.trim());
  const options = pairs.map((pair): [string, string | boolean] => {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    return [name, name === 'partitionable' ? value !== 'false' : value];
  });
  if (!(ENGINES as readonly string[]).includes(engine)) {
    throw rangeError('engine', "unknown engine '{0}'; known are {1}", engine, ENGINES.join(', '));
  }
  return { engine: engine as Engine, options: Object.fromEntries(options) };
}

export function engineText({ engine, options }: EngineChoice): string {
  const pairs = Object.entries(options).map(([name, value]) => `${name}=${value}`);
  return [engine, ...pairs].join(',');
}
