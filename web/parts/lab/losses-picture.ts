// The picture of a training's losses over its steps: of each step with its masks, of training and validation in eval
// mode, and between these the gap.
import { svg, type TemplateResult } from 'lit';
import type { Size } from './picture.ts';
import { areaPath, at, linear, linePath, rooted } from './scale.ts';

/** Each as long as `steps`. */
export interface Course {
  steps: number[];
  masked: number[];
  training: number[];
  validation: number[];
}

export interface LossAxis {
  /** The last step. */
  last: number;
  /** The highest loss that is drawn: higher ones leave the picture. */
  highest: number;
}

const ABOVE = 4;

/** Where the axis may end. */
const ENDS = [1.2, 1.6, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The end of an axis for all of these, so that they can be compared; masked losses may leave it. */
export function highestOf(courses: readonly Course[]): number {
  const highest = Math.max(
    ...courses.flatMap(({ training, validation }) => [...training, ...validation]),
  );
  return ENDS.find((end) => end >= highest) ?? (ENDS.at(-1) as number);
}

export function lossesPicture(
  course: Course,
  axis: LossAxis,
  { width, height }: Size,
): TemplateResult {
  const { steps, masked, training, validation } = course;
  const toX = rooted(axis.last, [1, width - 3]);
  const toY = linear([0, axis.highest], [height - 1, ABOVE]);
  const line = (values: number[]) => linePath(steps, values, toX, toY);
  const now = steps.length - 1;
  const end = at(toX(steps[now] ?? 0));
  const dot = (kind: string, value = Number.NaN) =>
    Number.isNaN(value)
      ? ''
      : svg`<circle class=${`now ${kind}`} cx=${end} cy=${at(toY(value))} r="3"></circle>`;
  return svg`
    <path class="gap" d=${areaPath(steps, training, validation, toX, toY)}></path>
    <path class="masked" d=${line(masked)}></path>
    <path class="training" d=${line(training)}></path>
    <path class="validation" d=${line(validation)}></path>
    ${dot('training', training[now])} ${dot('validation', validation[now])}
    <path class="axis" d=${`M0 ${height - 0.5}H${width}`}></path>
  `;
}
