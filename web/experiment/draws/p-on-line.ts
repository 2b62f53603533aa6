// Where p stands on the line from 0 to 1, and which p a place on it stands for. p is the width of what is dropped,
// which lies at the left end for engines that keep what is above p, and else at the right.
import type { Result } from '../experiment.ts';
import { stepped } from '../stepped-p.ts';
import { keepsBelow, keepsWhere } from './decision-rule.ts';

/** The end at which what is dropped lies. */
export type End = 'left' | 'right';

export function endOfDropped(result: Pick<Result, 'engine' | 'options' | 'p'>): End {
  return keepsBelow(keepsWhere(result)) ? 'right' : 'left';
}

/** The place, 0 to 1, up to which p reaches from that end. */
export function placeOfP(p: number, end: End): number {
  return end === 'right' ? 1 - p : p;
}

/** p in steps of a hundredth, as people write it, for a place on the line or beyond its ends. */
export function pAtPlace(place: number, end: End): number {
  return stepped(end === 'right' ? 1 - place : place);
}

/** How far a key moves the handle: by p or by place. */
const KEYS: Readonly<Record<string, (p: number, rightwards: number) => number>> = {
  ArrowUp: (p) => p + 0.01,
  ArrowDown: (p) => p - 0.01,
  PageUp: (p) => p + 0.1,
  PageDown: (p) => p - 0.1,
  ArrowRight: (p, rightwards) => p + rightwards,
  ArrowLeft: (p, rightwards) => p - rightwards,
  Home: () => 0,
  End: () => 1,
};

/**
 * p after a key on the handle, null for a key that does nothing: up and down change p, left and right move the
 * handle, as it is seen.
 */
export function pAfterKey(key: string, p: number, end: End): number | null {
  const move = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
  return move ? stepped(move(p, end === 'right' ? -0.01 : 0.01)) : null;
}
