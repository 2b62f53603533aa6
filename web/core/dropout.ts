// The dropout layers of torch.nn, each with its backward.
import { copyAs } from './bytes.ts';
import type { Draws } from './draws.ts';
import { type DType, dtypeIndex } from './dtype.ts';
import { rangeError, typeError } from './errors.ts';
import { forwardSteps, outputLike, type Whole } from './forward-steps.ts';
import { Generator } from './generator.ts';
import { type ForwardAsyncOptions, inSlices, type Steps } from './in-slices.ts';
import { native } from './instance.ts';
import { type Asked, type LastCall, lastCall } from './last-call.ts';
import { handle, NativeObject } from './native-object.ts';
import { pythonRepr, pythonTypeName } from './python.ts';
import { LAYER_NAMES } from './records.ts';
import { Tensor, toTensor } from './tensor.ts';
import type { NativeDropout } from './wasm/dropout-playground.js';

export interface DropoutOptions {
  /** Whether forward writes into its input. Default: false. */
  inplace?: boolean;
  /** Default: one generator for all layers without one, seeded anew in each program. */
  generator?: Generator;
}

let defaultGenerator: Generator | undefined;

// torch.default_generator is seeded from the system's randomness, too.
function sharedGenerator(): Generator {
  if (!defaultGenerator) {
    const [seed = 0n] = crypto.getRandomValues(new BigUint64Array(1));
    defaultGenerator = new Generator('torch-cpu').manualSeed(seed);
  }
  return defaultGenerator;
}

/** The layers, in the order by which the wasm module numbers their kinds. */
export const LAYERS = Object.freeze(LAYER_NAMES);

export type LayerName = (typeof LAYERS)[number];

/** The numbers drawn, counted. */
export interface DrawCounts {
  /** As that of Draws. */
  readonly threshold: number;
  /** In each part, from 0 on; what is exactly 1 is in the last one. */
  readonly kept: Uint32Array;
  readonly dropped: Uint32Array;
}

// A layer is called as in PyTorch, `drop(x)`: it is a function, with the class's prototype instead of a
// function's.
function callable(Layer: { prototype: DropoutLayer }, name: LayerName): DropoutLayer {
  const call = (x: Tensor): Tensor => layer.forward(x);
  const layer = Object.setPrototypeOf(call, Layer.prototype) as DropoutLayer;
  return Object.defineProperty(layer, 'name', { value: name });
}

/** What all layers share; not exported. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor makes it a function.
abstract class DropoutLayer extends NativeObject<NativeDropout> {
  readonly #name: LayerName;
  // As given: PyTorch prints `p=True` for True.
  #p: number | boolean;
  #inplace: boolean;
  #training = true;

  constructor(name: LayerName, p: number | boolean, options: DropoutOptions) {
    const checked = toProbability(p);
    // A boolean, as PyTorch's second argument is, or a bare generator has no options to read: without an error
    // it would be ignored.
    if (Object(options) !== options || options instanceof Generator) {
      throw typeError(
        'type',
        'options must be { inplace, generator }, not {0}',
        pythonTypeName(options),
      );
    }
    const { inplace = false, generator } = options;
    if (generator !== undefined && !(generator instanceof Generator)) {
      throw typeError('type', 'generator must be a Generator, not {0}', pythonTypeName(generator));
    }
    const kind = LAYERS.indexOf(name);
    const drawn = (generator ?? sharedGenerator())[handle];
    super(
      native().Dropout.create(kind, checked, Boolean(inplace), drawn),
      name,
      callable(new.target, name),
    );
    this.#name = name;
    this.#p = p;
    this.#inplace = Boolean(inplace);
  }

  get p(): number {
    return Number(this.#p);
  }

  set p(p: number | boolean) {
    this[handle].setP(toProbability(p));
    this.#p = p;
  }

  get inplace(): boolean {
    return this.#inplace;
  }

  set inplace(inplace: boolean) {
    this.#inplace = Boolean(inplace);
    this[handle].setInplace(this.#inplace);
  }

  get training(): boolean {
    return this.#training;
  }

  /**
   * What survivors are multiplied by while training, as the dtype rounds it: 1 / (1 - p), or what
   * AlphaDropout calls a.
   */
  scale(dtype: DType = 'float32'): number {
    return this[handle].scale(dtypeIndex(dtype));
  }

  /** Training mode, or eval mode if `mode` is false. Returns the layer. */
  train(mode = true): this {
    this.#training = Boolean(mode);
    this[handle].setTraining(this.#training);
    return this;
  }

  /** Eval mode. Returns the layer. */
  eval(): this {
    return this.train(false);
  }

  /**
   * The layer's output. As in PyTorch it is `x` itself, not a copy, in eval mode, for an empty x, for
   * p = 0 (but with NumPy's engines, which draw then, too), and with `inplace`, which changes x. Of an int64
   * x NumPy's engines make float64.
   *
   * @throws TypeError (`type`) or RangeError (`engine`) for a dtype that the engine's dropout does not
   *   take, RangeError (`value`) for a shape that the layer does not take, (`probability`) if p is NaN.
   */
  forward(x: Tensor): Tensor {
    const output = this[handle].forward(toTensor(x, 'dropout', 'input')[handle]);
    return output ? outputLike(output, x) : x;
  }

  /**
   * The same as forward, bit for bit, in slices of some milliseconds between which the program goes
   * on: for tensors of millions of elements. Until it has finished, layer and generator must not be
   * used otherwise; with `inplace`, stopping it leaves x changed as far as it came.
   *
   * @example
   * ```js
   * const generator = new Generator('fast').manualSeed(1);
   * const drop = new Dropout(0, { generator });
   * const y = await drop.forwardAsync(ones([1000, 1000]), { signal: AbortSignal.timeout(60_000) });
   * console.log(y.sum());
   * // 1000000
   * ```
   *
   * @throws What forward throws, by a rejection; the signal's reason, an AbortError if none was
   *   given, once it is aborted; Error (`state`) if the generator was used meanwhile, or if layer or
   *   x was disposed of.
   */
  async forwardAsync(x: Tensor, options: ForwardAsyncOptions = {}): Promise<Tensor> {
    return await inSlices(this.forwardSteps(toTensor(x, 'dropout', 'input')), options);
  }

  /**
   * forwardAsync() for who takes the steps himself.
   *
   * @internal
   */
  forwardSteps(x: Tensor, whole?: Whole): Steps<Tensor> {
    return forwardSteps(() => this[handle], x, whole);
  }

  /**
   * The gradient of the last forward's input: `gradient` through the same mask and scale. It is
   * `gradient` itself where forward returned its input unchanged.
   *
   * @throws Error (`state`) before any forward; RangeError (`value`) for another shape than the
   *   output's, TypeError (`type`) for another dtype.
   */
  backward(gradient: Tensor): Tensor {
    const result = this[handle].backward(toTensor(gradient, 'backward', 'gradient')[handle]);
    return result ? new Tensor(result, gradient) : gradient;
  }

  /**
   * Of the last forward: 1 where an element was kept, 0 where it was dropped, in the input's dtype
   * and its shape, but 1 for the dimensions inside a channel; null before any forward. A new tensor
   * each time.
   */
  get mask(): Tensor | null {
    const mask = this[handle].mask();
    return mask && new Tensor(mask);
  }

  /**
   * What decided about each element in the last forward; null if it drew nothing.
   *
   * @example
   * ```js
   * const generator = new Generator('torch-cpu').manualSeed(42);
   * const drop = new Dropout(0.5, { generator });
   * drop.forward(ones([3]));
   * const { uniforms, threshold, kept, scale } = drop.draws();
   * console.log(threshold, scale);
   * // 0.5 2
   * console.log(Array.from(uniforms, (u) => u < threshold), [...kept]);
   * // [ true, true, true ] [ 1, 1, 1 ]
   * ```
   */
  draws(): Draws | null {
    return this.lastCall({ draws: true })?.draws ?? null;
  }

  /**
   * How many of the numbers that the last forward drew lie in each of `parts` equal parts of [0, 1], where
   * draws() would be too large; null if it drew nothing.
   *
   * @internal
   */
  drawCounts(parts: number): DrawCounts | null {
    const [threshold, ...counts] = copyAs(Float64Array, this[handle].drawCounts(parts));
    if (threshold === undefined) return null;
    return {
      threshold,
      kept: Uint32Array.from(counts.slice(0, parts)),
      dropped: Uint32Array.from(counts.slice(parts)),
    };
  }

  /**
   * The decisions of the last forward, as many as its mask has elements; null before any.
   *
   * @internal
   */
  kept(): Uint8Array {
    return copyAs(Uint8Array, this[handle].kept());
  }

  /**
   * What mask, draws() and backward() tell of the last forward, by one draw and one call of the module;
   * null before any.
   *
   * @internal
   */
  lastCall(asked: Asked): LastCall | null {
    return lastCall(this[handle], asked);
  }

  /** As PyTorch's repr: `Dropout(p=0.5, inplace=False)`. */
  override toString(): string {
    return `${this.#name}(p=${pythonRepr(this.#p)}, inplace=${pythonRepr(this.#inplace)})`;
  }
}

interface DropoutLayer {
  /** `drop(x)` is `drop.forward(x)`. */
  // biome-ignore lint/style/useShorthandFunctionType: an interface merges with the class, and a type does not.
  (x: Tensor): Tensor;
}

/**
 * While training, zeroes each element with probability p and scales the others by 1 / (1 - p); in
 * eval mode it does nothing. It begins in training mode.
 *
 * p may be 0 and 1, and NaN, which `forward` refuses, as in PyTorch. The constructor, and setting p,
 * throw RangeError or TypeError (`probability`) in PyTorch's words; RangeError (`engine`) if the
 * generator's engine has no such layer, TypeError (`type`) for options that are none.
 *
 * @example
 * ```js
 * const generator = new Generator('torch-cpu').manualSeed(42);
 * const drop = new Dropout(0.5, { generator });
 * const x = tensor([1, 2, 3, 4, 5, 6, 7, 8]);
 * console.log(String(drop.forward(x)));
 * // tensor([ 2.,  4.,  6.,  8.,  0., 12.,  0.,  0.])
 * console.log(String(drop.mask));
 * // tensor([1., 1., 1., 1., 0., 1., 0., 0.])
 * console.log(String(drop.backward(ones(x.shape))));
 * // tensor([2., 2., 2., 2., 0., 2., 0., 0.])
 * console.log(drop.eval().forward(x) === x);
 * // true
 * ```
 */
export class Dropout extends DropoutLayer {
  constructor(p: number | boolean = 0.5, options: DropoutOptions = {}) {
    super('Dropout', p, options);
  }
}

/** Zeroes whole channels of x [n, c, l] or [c, l]. All else is as in `Dropout`. */
export class Dropout1d extends DropoutLayer {
  constructor(p: number | boolean = 0.5, options: DropoutOptions = {}) {
    super('Dropout1d', p, options);
  }
}

/**
 * Zeroes whole channels of x [n, c, h, w]. As in PyTorch, x of three dimensions is read as [n, c, l].
 * All else is as in `Dropout`.
 *
 * @example
 * ```js
 * const generator = new Generator('torch-cpu').manualSeed(0);
 * const drop = new Dropout2d(0.5, { generator });
 * const y = drop.forward(ones([1, 4, 8, 8]));
 * console.log(drop.mask.shape, [...drop.mask.view()], y.sum() / 64);
 * // [ 1, 4, 1, 1 ] [ 0, 0, 1, 0 ] 2
 * ```
 */
export class Dropout2d extends DropoutLayer {
  constructor(p: number | boolean = 0.5, options: DropoutOptions = {}) {
    super('Dropout2d', p, options);
  }
}

/** Zeroes whole channels of x [n, c, d, h, w] or [c, d, h, w]. All else is as in `Dropout`. */
export class Dropout3d extends DropoutLayer {
  constructor(p: number | boolean = 0.5, options: DropoutOptions = {}) {
    super('Dropout3d', p, options);
  }
}

/**
 * Sets elements to the negative saturation of SELU instead of 0, keeping mean and variance. All else
 * is as in `Dropout`.
 */
export class AlphaDropout extends DropoutLayer {
  constructor(p: number | boolean = 0.5, options: DropoutOptions = {}) {
    super('AlphaDropout', p, options);
  }
}

/** AlphaDropout of whole channels of x [n, c, ...]. All else is as in `Dropout`. */
export class FeatureAlphaDropout extends DropoutLayer {
  constructor(p: number | boolean = 0.5, options: DropoutOptions = {}) {
    super('FeatureAlphaDropout', p, options);
  }
}

/** By the names in LAYERS. */
export const layers = {
  Dropout,
  Dropout1d,
  Dropout2d,
  Dropout3d,
  AlphaDropout,
  FeatureAlphaDropout,
};

/**
 * The probability as a number; NaN is for the core to refuse.
 *
 * @throws RangeError or TypeError (`probability`), in PyTorch's words.
 */
export function toProbability(p: unknown): number {
  if (typeof p !== 'number' && typeof p !== 'boolean') {
    throw typeError(
      'probability',
      "'<' not supported between instances of '{0}' and 'int'",
      pythonTypeName(p),
    );
  }
  // Two comparisons that NaN fails, so that NaN passes.
  if (Number(p) < 0 || Number(p) > 1) {
    throw rangeError(
      'probability',
      'dropout probability has to be between 0 and 1, but got {0}',
      pythonRepr(p),
    );
  }
  return Number(p);
}
