// A whole number as Python's source writes it.
import { rangeError } from '../errors.ts';

const WHOLE = /^[+-]?(?:\d+(?:_\d+)*|0x[\da-f]+|0o[0-7]+|0b[01]+)$/i;
const FLOAT = /^[+-]?(?:\d+(?:_\d+)*\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * @param ofFloat Gives the whole number that a framework takes for a float, or throws what it says of it.
 * @throws RangeError (`no-whole-number`) for a text that is neither; what `ofFloat` throws.
 */
export function parseWhole(
  text: string,
  ofFloat: (number: number, written: string) => bigint,
): bigint {
  const written = String(text).trim();
  if (WHOLE.test(written)) return wholeOf(written);
  const number = FLOAT.test(written) ? Number(written.replaceAll('_', '')) : Number.NaN;
  if (Number.isFinite(number)) return ofFloat(number, written);
  throw rangeError('no-whole-number', "invalid literal for int() with base 10: '{0}'", text);
}

/** What Python's int() gives for a float. */
export function truncated(number: number): bigint {
  return BigInt(Math.trunc(number));
}

export function isWholeNumber(seed: unknown): seed is number | bigint {
  return typeof seed === 'bigint' || (typeof seed === 'number' && Number.isInteger(seed));
}

function wholeOf(written: string): bigint {
  const magnitude = BigInt(written.replace(/^[+-]|_/g, ''));
  return written.startsWith('-') ? -magnitude : magnitude;
}
