// torch.tensor(…): a tensor of nested arrays, or of a typed array.
import { call, started } from './call.ts';
import { Place } from './place.ts';
import type { DType, Elements } from './tensor.ts';
import { Tensor } from './tensor.ts';
import { torchError } from './torch-error.ts';

/** A number, a boolean, nested arrays of these, or a typed array. */
export type Data = number | bigint | boolean | readonly Data[] | Elements | Tensor;

export interface TensorOptions {
  /** Default: float32; of bigints int64, of booleans bool, and of a typed array its own. */
  dtype?: DType;
  /** Default: `cpu`. */
  device?: string;
  requiresGrad?: boolean;
}

type Element = number | bigint | boolean;

/**
 * A new tensor of the given elements.
 *
 * @example
 * ```js
 * const w = torch.tensor([[1, 2], [3, 4]], { requiresGrad: true });
 * console.log(w.shape, w.dtype); // [ 2, 2 ] float32
 * ```
 *
 * @throws TorchError (ValueError) for lists of different lengths.
 */
export function tensor(data: Data, options: TensorOptions = {}): Tensor {
  const shape = shapeOf(data);
  const elements: Element[] = [];
  flatten(data, shape, 0, elements);
  const dtype = options.dtype ?? dtypeOf(data, elements);
  const place = new Place(options.device ?? 'cpu');
  const made = call('c', 'allocate', [shape, dtype, place]) as Tensor;
  write(made, dtype, elements);
  if (options.requiresGrad) made.requiresGrad = true;
  return made;
}

function isList(data: Data): data is readonly Data[] | Elements {
  return Array.isArray(data) || ArrayBuffer.isView(data);
}

/** As the first element of each list has it; the others are compared with it later. */
function shapeOf(data: Data): number[] {
  const shape: number[] = [];
  let one: Data | undefined = data;
  while (one !== undefined && isList(one)) {
    shape.push(one.length);
    one = one[0];
  }
  return shape;
}

function flatten(data: Data, shape: readonly number[], dim: number, elements: Element[]): void {
  const size = shape[dim];
  if (size === undefined) {
    elements.push(data instanceof Tensor ? data.item() : (data as Element));
    return;
  }
  const length = isList(data) ? data.length : undefined;
  if (length !== size) {
    throw torchError(
      'ValueError',
      `expected sequence of length ${size} at dim ${dim} (got ${length ?? 'none'})`,
    );
  }
  for (const each of data as Iterable<Data>) flatten(each, shape, dim + 1, elements);
}

function dtypeOf(data: Data, elements: readonly Element[]): DType {
  if (data instanceof Float64Array) return 'float64';
  if (data instanceof Int32Array) return 'int32';
  if (elements.length > 0 && elements.every((element) => typeof element === 'boolean')) {
    return 'bool';
  }
  return elements.length > 0 && elements.every((element) => typeof element === 'bigint')
    ? 'int64'
    : 'float32';
}

function write(made: Tensor, dtype: DType, elements: readonly Element[]): void {
  const [address, bytes] = call('c', 'memory', [made]) as [number, number];
  const { buffer } = started().memory(address, bytes);
  if (dtype === 'int64') {
    const numbers = new BigInt64Array(buffer, address, elements.length);
    elements.forEach((element, i) => {
      numbers[i] = typeof element === 'number' ? BigInt(Math.trunc(element)) : BigInt(element);
    });
    return;
  }
  const type = {
    float32: Float32Array,
    float64: Float64Array,
    int32: Int32Array,
    bool: Uint8Array,
  }[dtype];
  const numbers = new type(buffer as ArrayBuffer, address, elements.length);
  elements.forEach((element, i) => {
    numbers[i] = dtype === 'bool' ? Number(Boolean(element)) : Number(element);
  });
}
