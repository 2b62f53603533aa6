// The factor between the mask and the output: its sign, its number, and the formula of the number. No DOM,
// since the command line writes it, too.
import type { Result } from '../experiment.ts';
import { divides, isAlpha, keepProbability } from './arithmetic.ts';

export interface Scaling {
  /** Between input and mask. */
  join: '×' | '|';
  sign: '×' | '÷';
  /** Null with alpha dropout, which needs two numbers. */
  number: number | null;
  /** The formula of the number, or with alpha dropout that of the output. */
  formula: string;
}

export function scalingOf(result: Result): Scaling {
  const { p, scale } = result;
  const join = '×';
  const sign = '×';
  if (divides(result))
    return { join, sign: '÷', number: keepProbability(result), formula: '1 − p' };
  // Where 1 / (1 - p) would be infinite, PyTorch multiplies by zeros.
  if (p === 1) return { join, sign, number: 0, formula: 'p = 1' };
  if (isAlpha(result)) return { join: '|', sign, number: null, formula: 'a · (x | −α′) + b' };
  return { join, sign, number: scale, formula: '1 / (1 − p)' };
}

/** What the sign stands before: the number, or the two of alpha dropout by their names. */
export function factorOf({ number }: Scaling, write: (number: number) => string): string {
  return number === null ? 'a + b' : write(number);
}

/** The factor of a gradient on its way back. */
export function slopeOf(result: Result): { sign: string; number: number } {
  const { sign, number } = scalingOf(result);
  return number === null ? { sign: '×', number: result.scale } : { sign, number };
}

/**
 * The output in train mode, in one line.
 *
 * @param mask How the mask is called.
 */
export function productOf(result: Result, mask: string, write: (number: number) => string): string {
  const { sign, number, formula } = scalingOf(result);
  return number === null ? formula : `x × ${mask} ${sign} ${write(number)}`;
}
