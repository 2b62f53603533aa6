// A tensor of the operations: with strides, history and gradients.
import { stateError } from '../errors.ts';
import { call, numberOf, started } from './call.ts';
import { read, type TensorIndex } from './indexing.ts';
import { disposed, type Held, keep, made, type Scope } from './scope.ts';
import type { TensorMethods } from './torch-operations.ts';

export type DType = 'float32' | 'float64' | 'int64' | 'int32' | 'bool';

/** The elements of a dtype, as JavaScript has them. A bool is a byte, 0 or 1. */
export type Elements = Float32Array | Float64Array | BigInt64Array | Int32Array | Uint8Array;

const ELEMENTS = {
  float32: Float32Array,
  float64: Float64Array,
  int64: BigInt64Array,
  int32: Int32Array,
  bool: Uint8Array,
} as const;

type Nested<Element> = Element | Nested<Element>[];

/** Numbers (bigints for int64, booleans for bool) in lists as deep as the tensor has dimensions. */
export type NestedElements = Nested<number | bigint | boolean>;

/** What `console.log()` asks for in Node and Bun, and in Deno. */
const INSPECTED = ['nodejs.util.inspect.custom', 'Deno.customInspect'];

export interface BackwardOptions {
  /** The gradient of the tensor itself; needed unless it is a single number. */
  gradient?: Tensor;
  /** Whether another way back through the same history follows. */
  retainGraph?: boolean;
  /** Whether the gradients get a history of their own. */
  createGraph?: boolean;
  /** The tensors whose grad is wanted; all leaves without it. */
  inputs?: readonly Tensor[];
}

/** A hook of a tensor. */
export interface Hook {
  remove(): void;
}

/**
 * A tensor, as `torch.Tensor`: what PyTorch writes `x.masked_fill(mask, 0.)` is `x.maskedFill(mask, 0)`.
 *
 * Its memory is released by `dispose()`, at the end of the `tidy()` in which it was made, or at some time after it is
 * forgotten. Made by `tensor()` and the other functions, not by `new`.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: load() sees to it that the methods are there.
export class Tensor implements Held {
  #id: number;

  /** @internal */
  scope: Scope | undefined = undefined;
  /** @internal */
  place = 0;

  /** @internal A number of which the caller is a holder, and this is from now on. */
  constructor(id: number) {
    this.#id = id;
    made(this, id);
  }

  /** @internal */
  get id(): number {
    if (this.#id === 0) {
      throw stateError('this {0} was disposed of and cannot be used any more', 'Tensor');
    }
    return this.#id;
  }

  /** Releases it now. A second call does nothing; any other use afterwards throws. */
  dispose(): void {
    if (this.#id === 0) return;
    disposed(this);
    started().release(this.#id);
    this.#id = 0;
  }

  /** @internal */
  giveUp(): number {
    const id = this.#id;
    this.#id = 0;
    this.scope = undefined;
    return id;
  }

  /** Takes it out of the `tidy()` in which it was made, and returns it. */
  keep(): this {
    keep(this, this.id);
    return this;
  }

  get shape(): readonly number[] {
    return call('c', 'shape', [this]) as number[];
  }

  get dtype(): DType {
    return call('c', 'dtype', [this]) as DType;
  }

  /** `cpu` or `cuda:0`. */
  get device(): string {
    return call('c', 'device', [this]) as string;
  }

  get ndim(): number {
    return this.shape.length;
  }

  /** The number, or the boolean, of a tensor that has one element. */
  item(): number | bigint | boolean {
    return call('c', 'item', [this]) as number | bigint | boolean;
  }

  /** A copy of the elements, row-major. */
  toTypedArray(): Elements {
    return this.#elements().slice();
  }

  /** The elements in nested arrays; of a tensor without dimensions, the number itself. */
  toArray(): NestedElements {
    const elements = this.#elements();
    const isBool = elements instanceof Uint8Array;
    const values = Array.from(elements as Iterable<number | bigint>, (element) =>
      isBool ? element !== 0 : element,
    );
    return nested(values, this.shape);
  }

  /** What `JSON.stringify()` writes: as toArray(), but an int64 as a number, or beyond 2^53 as a text. */
  toJSON(): Nested<number | boolean | string> {
    const written = (value: NestedElements): Nested<number | boolean | string> => {
      if (Array.isArray(value)) return value.map(written);
      if (typeof value !== 'bigint') return value;
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    };
    return written(this.toArray());
  }

  /** What `print(tensor)` gives in PyTorch, character by character. */
  toString(): string {
    return call('c', 'text', [this, 4, 1000, 3, 80, null]) as string;
  }

  /** The same, for the consoles of browsers, which offer a property beside the tensor and call no method. */
  get printed(): string {
    return this.#id === 0 ? '[Tensor, disposed of]' : String(this);
  }

  /**
   * `x[…]`: a number takes one, `[from, to]` or `[from, to, step]` a slice of which either end may be null, null all,
   * `'...'` all of the dimensions between, and a tensor gathers.
   */
  at(...index: TensorIndex[]): Tensor {
    return read(this, index);
  }

  get requiresGrad(): boolean {
    return call('c', 'requires_grad', [this]) as boolean;
  }

  set requiresGrad(value: boolean) {
    call('c', 'set_requires_grad', [this, value]);
  }

  /** As PyTorch's `requires_grad_()`. */
  requiresGrad_(value = true): this {
    this.requiresGrad = value;
    return this;
  }

  get isLeaf(): boolean {
    return call('c', 'is_leaf', [this]) as boolean;
  }

  /** The sum of the gradients of every `backward()` since it was null. */
  get grad(): Tensor | null {
    return call('c', 'grad', [this]) as Tensor | null;
  }

  set grad(value: Tensor | null) {
    call('c', 'set_grad', [this, value]);
  }

  /** Keeps the gradient of what is no leaf, too. */
  retainGrad(): void {
    call('c', 'retain_grad', [this]);
  }

  /** The name of the operation that made it, such as `MulBackward0`; null for a leaf. */
  get gradFn(): string | null {
    const node = call('c', 'grad_fn', [this]) as [number, string] | null;
    if (!node) return null;
    started().releaseNode(node[0]);
    return node[1];
  }

  /** The same elements without history, sharing memory: a write to either is seen by both. */
  get data(): Tensor {
    return call('c', 'data', [this]) as Tensor;
  }

  set data(other: Tensor) {
    call('c', 'set_data', [this, other]);
  }

  /**
   * Adds the gradients of this to `grad` of the tensors that it was made of.
   *
   * @throws TorchError without a history, or without a gradient where this is no single number.
   */
  backward({
    gradient,
    createGraph = false,
    retainGraph = createGraph,
    inputs,
  }: BackwardOptions = {}): void {
    call('c', 'backward_of', [this, gradient, retainGraph, createGraph, inputs]);
  }

  /** Calls `hook` with the gradient of this on each way back. What it returns takes the gradient's place. */
  registerHook(hook: (gradient: Tensor) => Tensor | null | undefined): Hook {
    const callback = numberOf((gradient) => [hook(gradient as Tensor)]);
    const number = call('c', 'add_hook', [this, callback]);
    return { remove: () => void call('c', 'remove_hook', [this, number]) };
  }

  /** `using` calls it at the end of the block, in runtimes that know `using`. */
  declare [Symbol.dispose]: () => void;

  /** The elements where they lie, until the next call. */
  #elements(): Elements {
    const [address, bytes] = call('c', 'memory', [this]) as [number, number];
    const { buffer } = started().memory(address, bytes);
    const type = ELEMENTS[this.dtype];
    return new type(buffer as ArrayBuffer, address, bytes / type.BYTES_PER_ELEMENT);
  }
}

// The operations that are methods: src/operations has them, and load() puts them here.
export interface Tensor extends TensorMethods {}

function nested<Element>(elements: readonly Element[], shape: readonly number[]): Nested<Element> {
  let position = 0;
  const nest = (dim: number): Nested<Element> => {
    const extent = shape[dim];
    if (extent === undefined) return elements[position++] as Element;
    return Array.from({ length: extent }, () => nest(dim + 1));
  };
  return nest(0);
}

// Safari and WebKitGTK lack the symbol.
if (typeof Symbol.dispose === 'symbol') {
  Object.defineProperty(Tensor.prototype, Symbol.dispose, { value: Tensor.prototype.dispose });
}

for (const name of INSPECTED) {
  Object.defineProperty(Tensor.prototype, Symbol.for(name), {
    value(this: Tensor) {
      return this.printed;
    },
  });
}
