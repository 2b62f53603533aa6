// The picture of what many passes with masks say: their mean, how far they are from it, and one of them.
import { svg, type TemplateResult } from 'lit';
import type { Band } from '../../training/training.ts';
import type { Size } from './picture.ts';
import { areaPath, at, linear, linePath, type Scale } from './scale.ts';

export interface DrawnBand {
  grid: Float32Array;
  truth: Float32Array;
  /** The examples that were learned from. */
  x: Float32Array;
  y: Float32Array;
  band: Band;
  /** Which pass is drawn. */
  pass: number;
}

/** The values that are in the picture. */
export const VALUES = [-2.3, 2.3] as const;
export const PLACES = [-2, 2] as const;

/** The areas, from the widest: so many standard deviations on each side. */
const WIDTHS = [2, 1.5, 1, 0.5];

export function scalesOf({ width, height }: Size): { toX: Scale; toY: Scale } {
  return { toX: linear(PLACES, [0, width]), toY: linear(VALUES, [height, 0]) };
}

export function bandPicture(
  { grid, truth, x, y, band, pass }: DrawnBand,
  size: Size,
): TemplateResult {
  const { toX, toY } = scalesOf(size);
  const { mean, sd, passes } = band;
  const beside = (times: number) => mean.map((value, i) => value + times * (sd[i] as number));
  const one = passes.subarray(pass * grid.length, (pass + 1) * grid.length);
  return svg`
    ${WIDTHS.map(
      (times) =>
        svg`<path class="band" d=${areaPath(grid, beside(-times), beside(times), toX, toY)}></path>`,
    )}
    <path class="truth" d=${linePath(grid, truth, toX, toY)}></path>
    <path class="mean" d=${linePath(grid, mean, toX, toY)}></path>
    <path class="pass" d=${linePath(grid, one, toX, toY)}></path>
    ${Array.from(
      x,
      (place, i) =>
        svg`<circle class="point" cx=${at(toX(place))} cy=${at(toY(y[i] as number))} r="3.2"></circle>`,
    )}
  `;
}

/** How far passes are from their mean where the examples are, and beside them. */
export function spreadOf({ grid, band }: DrawnBand): { among: number; beside: number } {
  const meanWhere = (is: (place: number) => boolean) => {
    const chosen = band.sd.filter((_, i) => is(Math.abs(grid[i] as number)));
    return chosen.reduce((sum, one) => sum + one, 0) / chosen.length;
  };
  return {
    among: meanWhere((place) => place >= 0.3 && place <= 1),
    beside: meanWhere((place) => place >= 1.5),
  };
}
