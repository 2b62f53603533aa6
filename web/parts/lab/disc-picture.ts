// The picture of a plane in which two classes are told apart: the examples, the circle behind them, and where the network
// says the second class, the darker the surer.
import { svg, type TemplateResult } from 'lit';
import type { UnitView } from '../../training/training.ts';
import type { Size } from './picture.ts';
import { at, linear } from './scale.ts';

export interface Disc {
  /** [examples, 2], row by row. */
  inputs: Float32Array;
  /** Of each example the class that the training sees. */
  targets: Float32Array;
  /** Of each point of a square grid, row by row from below, the probability of the second class. */
  predictions: Float32Array;
  /** What a pressed unit does, if one is. */
  unit: UnitView | null;
}

/** The plane from side to side. */
const SIDE = [-2, 2] as const;
/** Of the circle that parts the classes. */
const RADIUS = Math.sqrt(2.5);
/** So sure the network is at least, in areas that lie on each other. */
const HALF = 0.5;
const LEVELS = [HALF, 0.75, 0.95, 0.995];

export function discPicture(
  { inputs, targets, predictions, unit }: Disc,
  size: Size,
): TemplateResult {
  const side = Math.min(size.width, size.height);
  const left = (size.width - side) / 2;
  const toX = linear(SIDE, [left + 3, left + side - 3]);
  const toY = linear(SIDE, [size.height - 3, size.height - side + 3]);
  return svg`
    <path class="active" d=${unit ? areaFrom(Number.MIN_VALUE, unit.activations, toX, toY) : ''}></path>
    ${LEVELS.map((level) => svg`<path class="area" d=${areaFrom(level, predictions, toX, toY)}></path>`)}
    <circle class="truth" cx=${at(toX(0))} cy=${at(toY(0))} r=${at(toX(RADIUS) - toX(0))}></circle>
    <path class="alone" d=${unit ? edgeOf(HALF, unit.alone, toX, toY) : ''}></path>
    <path class="without" d=${unit ? edgeOf(HALF, unit.without, toX, toY) : ''}></path>
    ${Array.from(
      targets,
      (target, i) =>
        svg`<circle class="point" data-class=${target} cx=${at(toX(inputs[2 * i] ?? 0))} cy=${at(toY(inputs[2 * i + 1] ?? 0))} r="3"></circle>`,
    )}
  `;
}

/** A rectangle for each run of points in a row, since a path of them is drawn at once. */
function areaFrom(
  level: number,
  predictions: Float32Array,
  toX: (x: number) => number,
  toY: (y: number) => number,
): string {
  const count = Math.round(Math.sqrt(predictions.length));
  if (count < 2) return '';
  const toPlace = linear([0, count - 1], SIDE);
  let path = '';
  for (let row = 0; row < count; ++row) {
    const [top, bottom] = [at(toY(toPlace(row + 0.5))), at(toY(toPlace(row - 0.5)))];
    for (let column = 0; column < count; ++column) {
      if ((predictions[row * count + column] ?? 0) < level) continue;
      const start = column;
      while (column + 1 < count && (predictions[row * count + column + 1] ?? 0) >= level) ++column;
      const [from, to] = [at(toX(toPlace(start - 0.5))), at(toX(toPlace(column + 0.5)))];
      path += `M${from} ${top}H${to}V${bottom}H${from}Z`;
    }
  }
  return path;
}

/** The sides between points of which one is at least at the level and the other is not. */
function edgeOf(
  level: number,
  values: Float32Array,
  toX: (x: number) => number,
  toY: (y: number) => number,
): string {
  const count = Math.round(Math.sqrt(values.length));
  const toPlace = linear([0, count - 1], SIDE);
  const isAbove = (row: number, column: number) => (values[row * count + column] ?? 0) >= level;
  let path = '';
  for (let row = 0; row < count; ++row) {
    for (let column = 0; column < count; ++column) {
      const own = isAbove(row, column);
      const [right, up] = [at(toX(toPlace(column + 0.5))), at(toY(toPlace(row + 0.5)))];
      if (column + 1 < count && isAbove(row, column + 1) !== own) {
        path += `M${right} ${at(toY(toPlace(row - 0.5)))}V${up}`;
      }
      if (row + 1 < count && isAbove(row + 1, column) !== own) {
        path += `M${at(toX(toPlace(column - 0.5)))} ${up}H${right}`;
      }
    }
  }
  return path;
}
