// The picture of validation losses over p: a faint line for each seed, and their median and quartiles.
import { svg, type TemplateResult } from 'lit';
import { quartiles } from '../../training/sweep.ts';
import type { Size } from './picture.ts';
import { areaPath, at, linear, linePath, type Scale } from './scale.ts';

/** What has been trained until now. */
export interface Sweep {
  ps: readonly number[];
  /** For each seed the validation losses of all p's; those to come are NaN. */
  rows: readonly (readonly number[])[];
}

/** The room beside the axis, for its numbers on the left and half of the thumb on the right. */
export const LEFT = 36;
export const RIGHT = 18;
const TOP = 6;
/** Above and below the first losses, which are hardly apart. */
const LEAST_SPARE = 0.05;

/** The steps between two rules. */
const STEPS = [0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5];
const MOST_RULES = 4;

/** Of each p the middle of what has come; NaN before the first. */
export function mediansOf({ ps, rows }: Sweep): number[] {
  return ps.map((_, i) => quartilesAt(rows, i)?.median ?? Number.NaN);
}

export function scaleOfP(highest: number, { width }: Size): Scale {
  return linear([0, highest], [LEFT, width - RIGHT]);
}

export function lossesOverPPicture(
  sweep: Sweep,
  p: number,
  highest: number,
  size: Size,
): TemplateResult {
  const { ps, rows } = sweep;
  const toX = scaleOfP(highest, size);
  const each = ps.map((_, i) => quartilesAt(rows, i));
  const known = ps.filter((_, i) => each[i]);
  const quartilesOf = (name: 'lower' | 'median' | 'upper') =>
    each.flatMap((one) => (one ? [one[name]] : []));
  const [lower, median, upper] = [
    quartilesOf('lower'),
    quartilesOf('median'),
    quartilesOf('upper'),
  ];
  const low = Math.min(...rows.flat().filter(Number.isFinite));
  const high = Math.max(...upper);
  const spare = Math.max((high - low) * 0.12, LEAST_SPARE);
  const toY = linear([low - spare, high + spare], [size.height, TOP]);
  const grip = at(toX(p));
  const loss = between(known, median, p);
  if (known.length === 0) {
    return svg`<path class="grip" d=${`M${grip} ${TOP}V${size.height}`}></path>`;
  }
  return svg`
    ${rulesOf(low - spare, high + spare).map(
      (rule) => svg`
        <path class="rule" d=${`M${LEFT} ${at(toY(rule))}H${size.width}`}></path>
        <text x=${LEFT - 8} y=${at(toY(rule) + 4)} text-anchor="end">${Number(rule.toFixed(2))}</text>
      `,
    )}
    ${rows.map((row) => svg`<path class="seed" d=${linePath(ps, row, toX, toY)}></path>`)}
    <path class="quartiles" d=${areaPath(known, lower, upper, toX, toY)}></path>
    <path class="median" d=${linePath(known, median, toX, toY)}></path>
    <path class="grip" d=${`M${grip} ${TOP}V${size.height}`}></path>
    ${Number.isNaN(loss) ? '' : svg`<circle class="chosen" cx=${grip} cy=${at(toY(loss))} r="6"></circle>`}
  `;
}

function quartilesAt(rows: Sweep['rows'], i: number) {
  const losses = rows.map((row) => row[i] ?? Number.NaN).filter(Number.isFinite);
  return losses.length > 0 ? quartiles(losses) : null;
}

/** Where the line through these points is at p; NaN beside it. */
function between(ps: readonly number[], values: readonly number[], p: number): number {
  const after = ps.findIndex((one) => one >= p);
  if (after < 0) return Number.NaN;
  const [to, from] = [ps[after] as number, ps[after - 1]];
  if (to === p || from === undefined) return to === p ? (values[after] as number) : Number.NaN;
  const [before, next] = [values[after - 1] as number, values[after] as number];
  return before + ((next - before) * (p - from)) / (to - from);
}

function rulesOf(low: number, high: number): number[] {
  const step = STEPS.find((one) => (high - low) / one <= MOST_RULES) ?? (STEPS.at(-1) as number);
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
}
