// What the texts of the settings say: a number, a seed, an engine with its options.
import { rangeError } from '../core/errors.ts';
import { ENGINES, type Engine, type EngineOptions, parseSeed, type Seed } from '../core/index.ts';
import { ENGINE_RECORDS } from '../core/records.ts';

/** A limit, since every call before the shown one has to be made, too. */
export const MOST_CALLS = 1000;

// As Python's float() reads it, and with a comma, as German and French write it. Without `1_0` and `infinity`.
const NUMBER = /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d+)?$/i;

/**
 * A probability as people write it: `0.5`, `0,5`, `.5`, `5e-1`, `1/3`, `50%`.
 *
 * @throws RangeError for a text that is no number. The layer refuses a number out of range.
 */
export function readProbability(text: string): number {
  const number = probabilityIn(text.trim().toLowerCase());
  if (number !== null) return number;
  throw rangeError('probability', "p must be a number from 0 to 1, but got '{0}'", text);
}

function probabilityIn(text: string): number | null {
  if (/^[+-]?inf$/.test(text)) return Number(text.replace('inf', 'Infinity'));
  if (text === 'nan') return Number.NaN;
  const percent = /^(.*?)\s*%$/.exec(text)?.[1];
  if (percent !== undefined) {
    // Moved by its point, which rounds once: 33.3% is 0.333.
    return /e/.test(percent) ? quotientOf(percent, '100') : quotientOf(`${percent}e-2`, '1');
  }
  const [numerator = '', denominator = '1', ...more] = text.split('/');
  return more.length > 0 ? null : quotientOf(numerator.trim(), denominator.trim());
}

// Rounded once, as Python rounds 1 / 3.
function quotientOf(numerator: string, denominator: string): number | null {
  if (!NUMBER.test(numerator) || !NUMBER.test(denominator)) return null;
  const quotient = Number(numerator.replace(',', '.')) / Number(denominator.replace(',', '.'));
  return Number.isFinite(quotient) ? quotient : null;
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
export function isSeededByText(engine: Engine): boolean {
  return ENGINE_RECORDS[engine].seedKind === 'text';
}

/** The seed as the engine takes it. @throws What parseSeed throws. */
export function readSeed(text: string, engine: Engine): Seed {
  return isSeededByText(engine) ? text : parseSeed(text, engine);
}

export interface EngineChoice {
  engine: Engine;
  options: EngineOptions;
}

/** The framework of an engine as in the settings, with its options; undefined for a name that is no engine's. */
export function frameworkOf(text: string) {
  const engine = ENGINES.find((name) => name === text.split(',')[0]?.trim());
  return engine && ENGINE_RECORDS[engine].framework;
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
