// A tensor in the wasm module's memory, seen from JavaScript.
import { copyAs, numbersAt, viewAs } from './bytes.ts';
import { ARRAYS, DTYPES, type DType, dtypeIndex, type TypedArray } from './dtype.ts';
import { typeError } from './errors.ts';
import { type Described, Message } from './message.ts';
import { handle, NativeObject } from './native-object.ts';
import { pythonTypeName } from './python.ts';
import type { Shape } from './shape.ts';
import type { NativeTensor } from './wasm/dropout-playground.js';

export type { TypedArray } from './dtype.ts';

type Nested<Element> = Element | Nested<Element>[];

/** Numbers (bigints for int64) in lists as deep as the tensor has dimensions. */
export type NestedArray = number | bigint | NestedArray[];

/** The same for JSON, where an int64 beyond 2^53 is a text. */
export type NestedNumbers = number | string | NestedNumbers[];

/**
 * A dense, row-major tensor. Made by `tensor()`, by the makers and by layers, not by `new`.
 *
 * Its memory is freed by `dispose()`, or at some time after it is forgotten.
 */
export class Tensor extends NativeObject<NativeTensor> {
  readonly shape: Shape;
  readonly dtype: DType;
  /** Number of elements. */
  readonly size: number;
  #view: TypedArray | undefined;

  /** @internal A given `like` saves asking the module for shape and dtype, which takes ten times longer. */
  constructor(native: NativeTensor, like: Like = described(native)) {
    super(native, 'Tensor');
    this.shape = like.shape;
    this.dtype = like.dtype;
    this.size = like.shape.reduce((size, extent) => size * extent, 1);
  }

  /** The elements in nested arrays; of a scalar, the number itself. */
  toArray(): NestedArray {
    return nested(Array.from(this.view() as Iterable<number | bigint>), this.shape);
  }

  /**
   * What `JSON.stringify()` writes: as toArray(), but an int64 as a number, or beyond 2^53 as a text. JSON itself
   * knows neither nan nor infinities and writes null for them, and 0 for -0.
   */
  toJSON(): NestedNumbers {
    const written = (element: number | bigint) => {
      if (typeof element === 'number') return element;
      return Number.isSafeInteger(Number(element)) ? Number(element) : String(element);
    };
    const elements = Array.from(this.view() as Iterable<number | bigint>, written);
    return nested<number | string>(elements, this.shape);
  }

  /** A copy of the elements, row-major. */
  toTypedArray(): TypedArray {
    return this.view().slice();
  }

  /**
   * The elements themselves, row-major, not a copy: writing changes the tensor.
   *
   * It is the same array in every call until a later one makes the module's memory grow: then it
   * becomes empty (`length` 0), and view() gives another. So it must not be kept; after `dispose()` it
   * dangles.
   */
  view(): TypedArray {
    const native = this[handle];
    if (!this.#view?.length) {
      const [, address = 0] = viewAs(Float64Array, native.layout());
      const type = ARRAYS[this.dtype];
      this.#view = numbersAt<TypedArray>(type, address, this.size * type.BYTES_PER_ELEMENT);
    }
    return this.#view;
  }

  /** A tensor of the same elements rounded to `dtype`; a copy even if that is its own. */
  to(dtype: DType): Tensor {
    return new Tensor(this[handle].to(dtypeIndex(dtype)), { shape: this.shape, dtype });
  }

  /** A copy that shares nothing. */
  clone(): Tensor {
    return new Tensor(this[handle].clone(), this);
  }

  /** As torch.equal: same dtype, shape and values; nan equals nothing, and -0 equals 0. */
  equal(other: Tensor): boolean {
    return this[handle].equal(toTensor(other, 'equal', 'other')[handle]);
  }

  /** Accumulated in float64. 0 for an empty tensor. */
  sum(): number {
    return this[handle].sum();
  }

  /** Accumulated in float64. NaN for an empty tensor. */
  mean(): number {
    return this[handle].mean();
  }

  /** Unbiased, as torch.var, accumulated in float64. NaN for fewer than two elements. */
  variance(): number {
    return this[handle].variance();
  }

  /**
   * All that is shown of it, by one call of the module.
   *
   * @internal
   */
  describe(): Described {
    return new Message(this[handle].describe()).tensor();
  }

  /** What `print(tensor)` gives in PyTorch, character by character. `console.log(tensor)` shows it, too. */
  override toString(): string {
    return this[handle].print();
  }

  /** The same, for the consoles of browsers, which offer a property beside the tensor and call no method. */
  get printed(): string {
    return this.inspected();
  }
}

function nested<Element>(elements: readonly Element[], shape: Shape): Nested<Element> {
  let position = 0;
  const nest = (dim: number): Nested<Element> => {
    const extent = shape[dim];
    if (extent === undefined) return elements[position++] as Element;
    return Array.from({ length: extent }, () => nest(dim + 1));
  };
  return nest(0);
}

/** What a tensor is besides its elements. */
interface Like {
  /** Frozen. */
  readonly shape: Shape;
  readonly dtype: DType;
}

function described(native: NativeTensor): Like {
  const [dtype = 0, , ...shape] = copyAs(Float64Array, native.layout());
  return { shape: Object.freeze(shape), dtype: DTYPES[dtype] as DType };
}

/** The argument, if it is a tensor; else throws the TypeError that PyTorch raises. */
export function toTensor(value: unknown, call: string, argument: string): Tensor {
  if (value instanceof Tensor) return value;
  throw typeError(
    'type',
    "{0}(): argument '{1}' (position 1) must be Tensor, not {2}",
    call,
    argument,
    pythonTypeName(value),
  );
}
