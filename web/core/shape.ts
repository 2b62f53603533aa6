// Shapes as callers give them, checked before they reach the wasm module.
import { toBytes } from './bytes.ts';
import { rangeError, typeError } from './errors.ts';
import { pythonTypeName } from './python.ts';

/** Extents, outermost first; `[]` is the shape of a scalar. */
export type Shape = readonly number[];

// An extent beyond 2^63 is no int64. 2^62 stands for it, which fits into no memory either.
const LARGEST = 2 ** 62;

/** The extents as the module takes them. The module itself refuses negative ones, in PyTorch's words. */
export function toExtents(shape: Shape): Uint8Array {
  if (!Array.isArray(shape)) {
    throw typeError(
      'type',
      'a shape must be a list of whole numbers, not {0}',
      pythonTypeName(shape),
    );
  }
  const wrong = shape.find((extent) => !Number.isInteger(extent));
  if (wrong !== undefined || shape.includes(undefined)) {
    throw typeError('type', 'a shape must be a list of whole numbers, but has {0}', String(wrong));
  }
  if (shape.length > 64) {
    throw rangeError('value', 'a shape has at most {0} dimensions, but got {1}', 64, shape.length);
  }
  const extents = new Float64Array(shape.length);
  // + 0, since int64 has no -0.
  for (const [dim, extent] of shape.entries()) extents[dim] = Math.min(extent, LARGEST) + 0;
  return toBytes(extents);
}

/** The shape of a tensor that the module has made with these extents. */
export function toShape(extents: Uint8Array): Shape {
  return Object.freeze([...new Float64Array(extents.buffer)]);
}
