// How an engine decides by a number that it has drawn: which numbers it keeps, and from where on it drops them. One
// place for what the derivation says and the line of draws shows.
import { ENGINE_RECORDS } from '../../core/records.ts';
import type { Result } from '../experiment.ts';

export type Sign = '<' | '≤' | '>' | '≥';

/** A number u is kept if u `sign` `place`. */
export interface DecisionRule {
  sign: Sign;
  /** What the number is compared with, as the engine writes it: rounded to float32 by some. */
  threshold: number;
  /** What that stands for. */
  of: 'p' | '1 − p';
  /** The number that parts kept from dropped: the threshold, unless the engine rounds once more. */
  place: number;
}

type Drawn = Pick<Result, 'engine' | 'options' | 'p'> & { draws: { threshold: number } | null };

/** Null if nothing was drawn, and for `fast`, which compares nothing. */
export function ruleOf(result: Drawn): DecisionRule | null {
  const threshold = result.draws?.threshold ?? Number.NaN;
  if (Number.isNaN(threshold)) return null;
  return { ...keepsWhere(result), threshold, place: placeOf(result.engine, threshold) };
}

/** Whether the rule keeps a number. */
export function keeps({ sign, place }: DecisionRule, uniform: number): boolean {
  return lies(uniform, sign, place);
}

export function lies(number: number, sign: Sign, other: number): boolean {
  switch (sign) {
    case '<':
      return number < other;
    case '≤':
      return number <= other;
    case '>':
      return number > other;
    case '≥':
      return number >= other;
  }
}

/** Whether what lies below the place is kept, so that what is dropped lies at the right end of the line. */
export function keepsBelow({ sign }: Pick<DecisionRule, 'sign'>): boolean {
  return sign === '<' || sign === '≤';
}

/** How a number that is kept lies to what it is compared with. */
export function keepsWhere({
  engine,
  options,
  p,
}: Pick<Result, 'engine' | 'options' | 'p'>): Pick<DecisionRule, 'sign' | 'of'> {
  const { form } = options;
  if (ENGINE_RECORDS[engine].comparison === 'from-p') return { sign: '≥', of: 'p' };
  // As NumPy asks: numbers next below 0.5 leave 0.5, too.
  const isTurned = form === 'binomial' && 1 - p <= 0.5;
  if (form === 'rand>p' || isTurned) return { sign: '>', of: 'p' };
  return { sign: form === 'binomial' ? '≤' : '<', of: '1 − p' };
}

// TensorFlow.js keeps where the float32 of u + (1 - p) is at least 1, which a sum that is up to half a unit below
// 1 is rounded to.
const HALF_A_UNIT = 2 ** -25;

function placeOf(engine: Result['engine'], threshold: number): number {
  return ENGINE_RECORDS[engine].comparison === 'from-p' ? threshold - HALF_A_UNIT : threshold;
}
