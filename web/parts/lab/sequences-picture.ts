// The picture of sequences that are learned from: a row each, with the tokens that count filled, and the label that the
// training sees: wrong ones are marked.
import { svg, type TemplateResult } from 'lit';
import type { Size } from './picture.ts';
import { at } from './scale.ts';

export interface Sequences {
  /** Tokens [examples, length], row by row. */
  inputs: Float32Array;
  length: number;
  targets: Float32Array;
  right: Float32Array;
}

/** The rule: tokens below this are counted. */
const COUNTED_BELOW = 7;

/** The room of a row, and of its label. */
const ROW = 17;
const LABEL = 22;
const GAP = 3;
/** A row with its label is at most so wide. */
const WIDEST = 210;

export function sequencesPicture(
  { inputs, length, targets, right }: Sequences,
  size: Size,
): TemplateResult {
  const columns = Math.max(1, Math.floor(size.width / WIDEST));
  const room = size.width / columns;
  const step = Math.min(ROW - 1, (room - LABEL - 10) / length);
  const side = step - GAP;
  const rows = Math.floor(size.height / ROW);
  const drawn = Math.min(rows * columns, targets.length);
  return svg`${Array.from({ length: drawn }, (_, i) => {
    const left = Math.floor(i / rows) * room;
    const top = (i % rows) * ROW + (ROW - side) / 2;
    const square = (place: number) =>
      `M${at(left + place * step + 2)} ${at(top)}h${at(side)}v${at(side)}h${at(-side)}z`;
    const tokens = inputs.subarray(i * length, (i + 1) * length);
    const pathOf = (isCounted: boolean) =>
      Array.from(tokens, (token, place) =>
        token < COUNTED_BELOW === isCounted ? square(place) : '',
      ).join('');
    const isWrong = targets[i] !== right[i];
    return svg`
      <path class="token" d=${pathOf(false)}></path>
      <path class="token counted" d=${pathOf(true)}></path>
      <text class="label" data-wrong=${isWrong} x=${at(left + length * step + 8)} y=${at((i % rows) * ROW + 13)}>${targets[i]}</text>
    `;
  })}`;
}
