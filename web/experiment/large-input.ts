// Inputs that are too large for the page, on which they would take longer than a frame.
import { kindOf } from '../core/errors.ts';
import type { FigureCore } from '../core/figure-core.ts';
import type { ParseOptions, Tensor } from '../core/index.ts';

/** An input of more elements is computed in the worker. */
export const LARGE = 2 ** 16;

/** Of a float64, the largest element there is. */
const BYTES_OF_AN_ELEMENT = 8;

/** A longer text is not even read on the page, which that alone would hold up. */
const LONGEST_TEXT = 2 ** 20;

/** The error of an input that the worker has to read. */
export class LargeInput extends Error {
  constructor() {
    super('the input is computed in the worker');
  }
}

/**
 * The tensor that the text describes.
 *
 * @throws LargeInput if it has more elements than LARGE, which is found out without making it; else what parse() throws.
 */
export function parseSmall(core: FigureCore, text: string, options: ParseOptions): Tensor {
  if (text.length > LONGEST_TEXT) throw new LargeInput();
  let x: Tensor;
  try {
    x = core.parse(text, { ...options, mostBytes: LARGE * BYTES_OF_AN_ELEMENT });
  } catch (error) {
    throw kindOf(error) === 'memory' ? new LargeInput() : error;
  }
  if (x.size <= LARGE) return x;
  x.dispose();
  throw new LargeInput();
}

/** The same for a tensor of any size, as the worker reads it. */
export function parseAny({ parse }: FigureCore, text: string, options: ParseOptions): Tensor {
  return parse(text, options);
}

/** Whether an outcome of an experiment says that the worker has to compute it. */
export function isForWorker(outcome: object): boolean {
  return 'input' in outcome && outcome.input instanceof LargeInput;
}
