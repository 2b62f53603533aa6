// tensor(data): nested lists, typed arrays and texts as tensors.
import { type DType, dtypeIndex } from './dtype.ts';
import { type PlaygroundError, rangeError, stateError, typeError } from './errors.ts';
import { Generator } from './generator.ts';
import { native } from './instance.ts';
import { handle } from './native-object.ts';
import { type Note, takeNotes } from './notes.ts';
import { type Phrase, phrase } from './phrase.ts';
import { pythonTypeName } from './python.ts';
import { type Shape, toExtents, toShape } from './shape.ts';
import { Tensor, type TypedArray } from './tensor.ts';

/** What `tensor()` accepts: see there. */
export type TensorData =
  | number
  | bigint
  | boolean
  | readonly TensorData[]
  | NumericTypedArray
  | string
  | Tensor;

export type NumericTypedArray =
  | TypedArray
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigUint64Array;

export interface TensorOptions {
  /** The shape to arrange the elements in; as many elements as there are. */
  shape?: Shape;
  /** Default: float32; int64 for bigints and float64 for a Float64Array; a text's own. */
  dtype?: DType;
  /** What a text such as `torch.rand(2, 3)` draws from. */
  generator?: Generator;
}

export interface ParseOptions {
  /**
   * In place of the dtype that the text gives to the numbers it writes down. What it draws is drawn
   * as it says, and then converted.
   */
  dtype?: DType | undefined;
  /** What the text draws from: it goes on where it stands. Default: none, and drawing is an error. */
  generator?: Generator | undefined;
  /** Told of each thing that is read otherwise than it is written, such as float16. */
  onNote?: ((note: Note) => void) | undefined;
  /** A text is refused if a tensor that it makes takes more, before it is made. Default: what memory there is. */
  mostBytes?: number | undefined;
}

/** The memory of a wasm has no more. */
const ALL_BYTES = 2 ** 32 - 1;

/**
 * A new tensor of the given elements.
 *
 * @example
 * ```js
 * console.log(String(tensor([[1, 2.5], [-3, 4]])));
 * // tensor([[ 1.0000,  2.5000],
 * //         [-3.0000,  4.0000]])
 * console.log(tensor([1n, 2n]).dtype, tensor(new Float64Array(2)).dtype);
 * // int64 float64
 * console.log(tensor([1, 2, 3, 4], { shape: [2, 2] }).toArray());
 * // [ [ 1, 2 ], [ 3, 4 ] ]
 * ```
 *
 * @param data Nested arrays, a number, a typed array, a tensor (which is copied), or a text that
 *   `parse()` reads.
 * @throws RangeError (`value`) for ragged lists or a shape that does not fit; TypeError (`type`) for
 *   an element that is no number; SyntaxError (`text`); RangeError (`memory`).
 */
export function tensor(data: TensorData, options: TensorOptions = {}): Tensor {
  const { shape, dtype, generator } = options;
  if (typeof data === 'string') return reshaped(parse(data, { dtype, generator }), shape);
  if (data instanceof Tensor) return reshaped(data.to(dtype ?? data.dtype), shape);
  if (isTypedArray(data)) {
    if (isDetached(data)) throw wentEmpty();
    return fromElements(data, shape ?? [data.length], dtype ?? ownDType(data));
  }
  const { elements, extents } = flatten(data);
  const whole = elements.length > 0 && elements.every((element) => typeof element === 'bigint');
  return fromElements(elements, shape ?? extents, dtype ?? (whole ? 'int64' : 'float32'));
}

/**
 * The tensor that a text describes:
 *
 * - numbers and lists: `3.5`, `[[1, 2], [3, -0.]]`, tuples, JSON, with `nan`, `float('inf')`, `1e3`, `1/3`
 * - what PyTorch prints: `tensor([[1., 2.]], dtype=torch.float64)`, also before 0.4, and libtorch
 * - what NumPy, JAX, TensorFlow and TensorFlow.js print: `[[1. 2.]\n [3. 4.]]`, `array([1., 2.], dtype=float32)`
 * - CSV, TSV and cells of a spreadsheet, a row a line, without headings; a decimal comma where `;` or
 *   a tab separates
 * - `torch.ones(6, 6)`, `zeros`, `full`, `eye`, `arange`, `linspace`, `tensor`, `Tensor`, `stack`, `cat`, `ones_like`
 *   and the like; `np.`, `jnp.` and `tf.` of most of these
 * - drawn from `generator`: `torch.rand(2, 3)`, `randn`, `randint`, `randperm`, and with NumPy's
 *   engines `np.random.rand(2, 3)`, `np.random.randn`, `rng.random((2, 3))`
 * - methods, one or a chain: `.reshape(2, 3)`, `.unsqueeze(0)`, `.t()`, `.repeat(2, 1)`, `.float()`, `.to(torch.float64)`,
 *   `.cuda()`, `.detach()`, `.clamp(min=0)`
 * - arithmetic between numbers and tensors, which are broadcast and promoted as in PyTorch: `-x`, `+`, `-`, `*`, `/`,
 *   `//`, `%`, `**`, parentheses
 * - a line such as `x = torch.ones(2)`, of which the name is ignored
 *
 * and each of these as it is copied from somewhere: behind prompts (`>>>`, `In [3]:`), in comments, fences and quoted
 * mails, with labels, line numbers, sizes, imports and seeds around it.
 *
 * A list, a table or NumPy's bare print is float32. In `tensor(…)`, `array(…)` and `np.array(…)` whole
 * numbers are int64, as in PyTorch and NumPy; NumPy's other numbers are float64.
 *
 * @example
 * ```js
 * console.log(parse('tensor([[1., 2.]], dtype=torch.float64)').dtype);
 * // float64
 * console.log(String(parse('2 * torch.arange(6.0).reshape(2, 3)')));
 * // tensor([[ 0.,  2.,  4.],
 * //         [ 6.,  8., 10.]])
 * try {
 *   parse('[1,\n 2');
 * } catch (error) {
 *   console.log(error.code, error.line, error.column);
 *   // text 2 3
 * }
 * ```
 *
 * @throws SyntaxError (`text`) with `line` and `column`, which leaves the generator as it was;
 *   TypeError (`type`) for a generator that is none; RangeError (`memory`).
 */
export function parse(
  text: string,
  { dtype, generator, onNote, mostBytes = ALL_BYTES }: ParseOptions = {},
): Tensor {
  if (generator !== undefined && !(generator instanceof Generator)) {
    throw typeError('type', 'generator must be a Generator, not {0}', pythonTypeName(generator));
  }
  const index = dtype === undefined ? -1 : dtypeIndex(dtype);
  const drawn = generator?.[handle] ?? null;
  const parsed = new Tensor(
    native().parse(String(text), index, drawn, Math.min(mostBytes, ALL_BYTES)),
  );
  for (const note of takeNotes()) onNote?.(note);
  return parsed;
}

function isTypedArray(data: unknown): data is NumericTypedArray {
  return ArrayBuffer.isView(data) && !(data instanceof DataView);
}

function isDetached({ length, buffer }: NumericTypedArray): boolean {
  if (length > 0) return false;
  try {
    return !new Uint8Array(buffer); // which throws
  } catch {
    return true;
  }
}

function wentEmpty(): PlaygroundError {
  return stateError('the elements are a view() that went empty when memory grew: copy them first');
}

function ownDType(data: NumericTypedArray): DType {
  if (data instanceof Float64Array) return 'float64';
  return data instanceof BigInt64Array || data instanceof BigUint64Array ? 'int64' : 'float32';
}

function fromElements(elements: ArrayLike<number | bigint>, shape: Shape, dtype: DType): Tensor {
  const size = elements.length;
  const extents = toExtents(shape);
  // The module refuses negative extents, in PyTorch's words.
  if (shape.reduce((product, extent) => product * extent, 1) !== size && !hasNegative(shape)) {
    throw doesNotFit(shape, size);
  }
  const source = dtype === 'int64' ? toBigInts(elements) : toNumbers(elements);
  const allocated = native().allocate(extents, dtypeIndex(dtype));
  const result = new Tensor(allocated, { shape: toShape(extents), dtype });
  if (source.length !== size) throw wentEmpty();
  (result.view() as { set(elements: ArrayLike<number | bigint>): void }).set(source);
  return result;
}

function hasNegative(shape: Shape): boolean {
  return shape.some((extent) => extent < 0);
}

function toNumbers(elements: ArrayLike<number | bigint>): ArrayLike<number> {
  return holdsBigInts(elements) ? Array.from(elements, Number) : (elements as ArrayLike<number>);
}

function holdsBigInts(elements: ArrayLike<number | bigint>): boolean {
  if (Array.isArray(elements)) return elements.some((element) => typeof element === 'bigint');
  return elements instanceof BigInt64Array || elements instanceof BigUint64Array;
}

function toBigInts(elements: ArrayLike<number | bigint>): ArrayLike<bigint> {
  if (elements instanceof BigInt64Array) return elements;
  return Array.from(elements, (element) => {
    const value = typeof element === 'bigint' ? element : BigInt(Math.trunc(finite(element)));
    if (BigInt.asIntN(64, value) !== value) {
      throw rangeError('value', '{0} is beyond the range of int64', String(value));
    }
    return value;
  });
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw rangeError('value', 'int64 cannot hold {0}', String(value));
}

function reshaped(source: Tensor, shape: Shape | undefined): Tensor {
  if (shape === undefined) return source;
  try {
    // A copy, since the source's view is detached if the memory grows for the result.
    return fromElements(source.toTypedArray(), shape, source.dtype);
  } finally {
    source.dispose();
  }
}

function doesNotFit(shape: Shape, size: number): Error {
  return rangeError('value', "shape '{0}' is invalid for input of size {1}", shape, size);
}

// The first path down through the lists fixes the extents; every other list must agree.
function flatten(data: unknown): { elements: (number | bigint)[]; extents: number[] } {
  const extents: number[] = [];
  for (let list = data; Array.isArray(list); list = list[0]) {
    extents.push(list.length);
    if (list.length === 0) break;
    if (extents.length > 64) throw rangeError('value', 'more than {0} dimensions', 64);
  }

  const elements: (number | bigint)[] = [];
  const visit = (value: unknown, path: number[]) => {
    const expected = extents[path.length];
    if (expected === undefined) {
      elements.push(toElement(value, path));
      return;
    }
    if (!Array.isArray(value)) {
      throw typeError(
        'type',
        'expected a list of {0}, but got {1}{2}',
        expected,
        pythonTypeName(value),
        at(path),
      );
    }
    if (value.length !== expected) {
      throw rangeError(
        'value',
        'expected sequence of length {0} at dim {1} (got {2})',
        expected,
        path.length,
        value.length,
      );
    }
    for (let i = 0; i < value.length; ++i) visit(value[i], [...path, i]);
  };
  visit(data, []);
  return { elements, extents };
}

function toElement(value: unknown, path: number[]): number | bigint {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return Number(value);
  throw typeError('type', 'must be real number, not {0}{1}', pythonTypeName(value), at(path));
}

function at(path: number[]): Phrase | string {
  return path.length === 0 ? '' : phrase(' (at {0})', `[${path.join('][')}]`);
}
