// What stands between the mask and the output: a sign, a number, and where the number comes from. No
// DOM: the command line writes it, too.
import type { Result } from '../experiment/experiment.ts';
import { divides, isAlpha, keepProbability } from './derivation.ts';

export interface Scaling {
  sign: '×' | '÷';
  number: number;
  /** Of the number; with alpha dropout, where it is but the slope, of the whole output. */
  formula: string;
}

const ALPHA = 'a · (x | −α′) + b';

export function scalingOf(result: Result): Scaling {
  // Where 1 / (1 - p) would be infinite, PyTorch multiplies by zeros.
  if (result.p === 1 && !divides(result.engine)) return { sign: '×', number: 0, formula: 'p = 1' };
  if (isAlpha(result)) return { sign: '×', number: result.scale, formula: ALPHA };
  return divides(result.engine)
    ? { sign: '÷', number: keepProbability(result), formula: '1 − p' }
    : { sign: '×', number: result.scale, formula: '1 / (1 − p)' };
}

/**
 * The output in train mode, in one line.
 *
 * @param mask How the mask is called.
 */
export function productOf(result: Result, mask: string, write: (number: number) => string): string {
  const { sign, number, formula } = scalingOf(result);
  return formula === ALPHA ? formula : `x × ${mask} ${sign} ${write(number)}`;
}
