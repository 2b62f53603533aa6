// Shapes as callers give them, checked before they reach the wasm module.
import { toBytes } from './bytes.ts';
import { rangeError, typeError } from './errors.ts';
import { pythonTypeName } from './python.ts';

/** Extents, outermost first; `[]` is the shape of a scalar. */
export type Shape = readonly number[];

/** The extents as the module takes them. Negative ones it refuses itself, in PyTorch's words. */
export function toExtents(shape: Shape): Uint8Array {
  if (!Array.isArray(shape)) {
    throw typeError(
      'type',
      `a shape must be a list of whole numbers, not ${pythonTypeName(shape)}`,
    );
  }
  const wrong = shape.find((extent) => !Number.isInteger(extent));
  if (wrong !== undefined || shape.includes(undefined)) {
    throw typeError('type', `a shape must be a list of whole numbers, but has ${String(wrong)}`);
  }
  if (shape.length > 64) {
    throw rangeError('value', `a shape has at most 64 dimensions, but got ${shape.length}`);
  }
  return toBytes(Float64Array.from(shape));
}
