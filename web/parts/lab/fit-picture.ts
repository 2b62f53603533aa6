// The picture of a fit: the points that are learned from, the curve behind them, and what the network says.
import { svg, type TemplateResult } from 'lit';
import type { UnitView } from '../../training/training.ts';
import type { Size } from './picture.ts';
import { at, linear, linePath } from './scale.ts';

export interface Fit {
  /** The examples that are learned from. */
  x: Float32Array;
  y: Float32Array;
  /** Where the network and the curve are drawn. */
  grid: Float32Array;
  /** The curve behind the points. */
  truth: Float32Array;
  /** What the network says; empty before it is there. */
  predictions: Float32Array;
  /** What a pressed unit does, if one is. */
  unit: UnitView | null;
}

/** What is left free above the highest point and below the lowest, as a share of their distance. */
const MARGIN = 0.12;
const INSET = 6;

export function fitPicture(fit: Fit, { width, height }: Size): TemplateResult {
  const { x, y, grid, truth, predictions, unit } = fit;
  const [low, high] = [Math.min(...y), Math.max(...y)];
  const spare = (high - low) * MARGIN;
  const first = grid[0] ?? -1;
  const last = grid.at(-1) ?? 1;
  const toX = linear([first, last], [INSET, width - INSET]);
  const toY = linear([low - spare, high + spare], [height, 0]);
  const said = (place: number) => {
    const where = ((place - first) / (last - first)) * (grid.length - 1);
    const before = Math.max(0, Math.min(grid.length - 2, Math.floor(where)));
    const [left = 0, right = 0] = [predictions[before], predictions[before + 1]];
    return left + (right - left) * (where - before);
  };
  const off =
    predictions.length === 0
      ? ''
      : Array.from(x, (place, i) => {
          const left = at(toX(place));
          return `M${left} ${at(toY(y[i] as number))}V${at(toY(said(place)))}`;
        }).join('');
  return svg`
    <path class="off" d=${off}></path>
    <path class="truth" d=${linePath(grid, truth, toX, toY)}></path>
    <path class="fit" d=${linePath(grid.subarray(0, predictions.length), predictions, toX, toY)}></path>
    <path class="alone" d=${unit ? linePath(grid, unit.alone, toX, toY) : ''}></path>
    <path class="without" d=${unit ? linePath(grid, unit.without, toX, toY) : ''}></path>
    ${Array.from(
      x,
      (place, i) =>
        svg`<circle class="point" cx=${at(toX(place))} cy=${at(toY(y[i] as number))} r=${width < 260 ? 2.8 : 4}></circle>`,
    )}
  `;
}
