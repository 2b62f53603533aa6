// Why an element of the output is what it is, step by step. No DOM, no words.
import { lies, ruleOf, type Sign } from '../draws/decision-rule.ts';
import type { Result } from '../experiment.ts';
import { special } from '../number-text.ts';
import { indices } from '../slices.ts';
import { isAlpha, selectsZero } from './arithmetic.ts';

/** What the engine drew for an element, and what it compared that with. */
export type ElementDraw =
  /** A number was compared with the threshold, which is p or 1 - p: how it lies to it. */
  | { kind: 'compared'; uniform: number; threshold: number; sign: Sign; limit: 'p' | '1 − p' }
  /** A byte decided four elements, by a table. */
  | { kind: 'table'; byte: number }
  /** Nothing was drawn: the layer does not need it at this p. */
  | { kind: 'none' }
  /** A number was drawn, but not recorded, since the tensor is too large. */
  | { kind: 'unnoted' };

/** The most surprising thing about the element, which gets a sentence. */
export type Remark =
  | 'all-kept'
  | 'all-dropped'
  | 'channel'
  | 'alpha-dropped'
  | 'alpha-kept'
  | 'negative-zero'
  | 'inf-times-zero'
  | 'nan'
  | 'selected-zero'
  | 'overflow'
  | 'dropped'
  | 'kept-zero'
  | 'kept';

export interface Derivation {
  index: number;
  /** Its indices, outermost first. */
  place: readonly number[];
  x: number;
  y: number;
  kept: boolean;
  draw: ElementDraw;
  /** The index of its element in the mask, which is its channel's where whole channels are dropped. */
  maskIndex: number;
  /** How many elements share its draw. */
  shared: number;
  remark: Remark;
  /** Bits in hexadecimal, most significant digit first. */
  bits: { x: string; scale: string; y: string };
}

/** The derivation of the element at `index`, row-major, which the result must have. */
export function derivationOf(result: Result, index: number): Derivation {
  const { x, train, mask, kept, scale } = result;
  const shared = mask.size === 0 ? 1 : x.size / mask.size;
  const maskIndex = Math.floor(index / shared);
  const isKept = kept[index] === 1;
  const values = { x: Number(x.values[index]), y: Number(train.values[index]) };
  return {
    index,
    place: indices(index, x.shape),
    ...values,
    kept: isKept,
    draw: drawOf(result, maskIndex, isKept),
    maskIndex,
    shared,
    remark: remarkOf(result, values, isKept, shared),
    bits: {
      x: bitsOf(values.x, x.dtype),
      scale: bitsOf(scale, x.dtype),
      y: bitsOf(values.y, x.dtype),
    },
  };
}

function drawOf(result: Result, index: number, kept: boolean): ElementDraw {
  const { p, draws } = result;
  const uniform = draws?.uniforms[index];
  if (!draws || uniform === undefined) return { kind: p > 0 && p < 1 ? 'unnoted' : 'none' };
  const rule = ruleOf(result);
  if (!rule) return { kind: 'table', byte: Math.round(uniform * 256) };
  const { sign, threshold, of: limit } = rule;
  const isAsWritten = lies(uniform, sign, threshold) === kept;
  return {
    kind: 'compared',
    uniform,
    // The place that decides is another one where the engine rounds the sum of both.
    threshold: isAsWritten ? threshold : rule.place,
    sign: kept ? sign : OPPOSITE[sign],
    limit,
  };
}

const OPPOSITE: Readonly<Record<Sign, Sign>> = { '<': '≥', '≥': '<', '>': '≤', '≤': '>' };

function remarkOf(
  result: Result,
  { x, y }: { x: number; y: number },
  kept: boolean,
  shared: number,
): Remark {
  const { p, draws, engine } = result;
  if (!draws && p === 0) return 'all-kept';
  if (!kept && Object.is(y, -0)) return 'negative-zero';
  if (!kept && Number.isNaN(y) && !Number.isNaN(x)) return 'inf-times-zero';
  if (Number.isNaN(y)) return 'nan';
  if (!draws && p === 1) return 'all-dropped';
  if (isAlpha(result)) return kept ? 'alpha-kept' : 'alpha-dropped';
  if (shared > 1) return 'channel';
  if (!kept) return selectsZero(engine) && !(x > 0) ? 'selected-zero' : 'dropped';
  if (Number.isFinite(x) && !Number.isFinite(y)) return 'overflow';
  return x === 0 ? 'kept-zero' : 'kept';
}

/** The bits of a number in a dtype, as hexadecimal digits. */
export function bitsOf(value: number, dtype: string): string {
  const view = new DataView(new ArrayBuffer(8));
  if (dtype === 'float64') {
    view.setFloat64(0, value);
    return view.getBigUint64(0).toString(16).padStart(16, '0');
  }
  view.setFloat32(0, value);
  return view.getUint32(0).toString(16).padStart(8, '0');
}

/**
 * The number with as few decimals as tell it from `other`, four at least: a draw that is kept by a
 * hair must not look equal to what it is compared with.
 */
export function textBeside(value: number, other: number): string {
  if (!Number.isFinite(value)) return special(value);
  for (let decimals = 4; decimals < 17; ++decimals) {
    const text = value.toFixed(decimals);
    const differs = Number(text) !== Number(other.toFixed(decimals));
    if (value === other || differs) return trimmed(text, value);
  }
  return String(value);
}

// 0.5 rather than 0.5000, but only if nothing was rounded away.
function trimmed(text: string, value: number): string {
  return Number(text) === value ? String(value) : text;
}
