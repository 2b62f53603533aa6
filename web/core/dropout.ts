// Dropout: torch.nn.Dropout, with its backward.
import { type DType, dtypeIndex } from './dtype.ts';
import { rangeError, typeError } from './errors.ts';
import { Generator } from './generator.ts';
import { native } from './instance.ts';
import { handle, NativeObject } from './native-object.ts';
import { pythonRepr, pythonTypeName } from './python.ts';
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

/**
 * While training, zeroes each element with probability p and scales the others by 1 / (1 - p); in
 * eval mode it does nothing. It begins in training mode.
 */
export class Dropout extends NativeObject<NativeDropout> {
  #p: number;
  // As given, for the repr: PyTorch prints `p=True` for True.
  #givenP: number | boolean;
  #inplace: boolean;
  #training = true;

  /**
   * @param p The probability of an element to be zeroed, 0 and 1 included. NaN is accepted here and
   *   refused by forward, as in PyTorch.
   * @throws RangeError or TypeError (`probability`), in PyTorch's words.
   */
  constructor(p: number | boolean = 0.5, { inplace = false, generator }: DropoutOptions = {}) {
    const checked = toProbability(p);
    if (generator !== undefined && !(generator instanceof Generator)) {
      throw typeError('type', `generator must be a Generator, not ${pythonTypeName(generator)}`);
    }
    super(
      new (native().Dropout)(checked, Boolean(inplace), (generator ?? sharedGenerator())[handle]),
    );
    this.#p = checked;
    this.#givenP = p;
    this.#inplace = Boolean(inplace);
  }

  get p(): number {
    return this.#p;
  }

  set p(p: number | boolean) {
    this.#p = toProbability(p);
    this.#givenP = p;
    this[handle].setP(this.#p);
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

  /** What survivors are multiplied by while training: 1 / (1 - p), as the dtype rounds it. */
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
   * The layer's output. As in PyTorch it is `x` itself, not a copy, in eval mode, for p = 0, for an
   * empty x, and with `inplace`, which changes x.
   *
   * @throws TypeError (`type`) for an int64 tensor, RangeError (`probability`) if p is NaN.
   */
  forward(x: Tensor): Tensor {
    const output = this[handle].forward(toTensor(x, 'dropout', 'input')[handle]);
    return output ? new Tensor(output) : x;
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
    return result ? new Tensor(result) : gradient;
  }

  /**
   * Of the last forward: 1 where an element was kept, 0 where it was dropped, in the input's shape
   * and dtype; null before any forward. A new tensor each time.
   */
  get mask(): Tensor | null {
    const mask = this[handle].mask();
    return mask && new Tensor(mask);
  }

  /** As PyTorch's repr: `Dropout(p=0.5, inplace=False)`. */
  override toString(): string {
    return `Dropout(p=${pythonRepr(this.#givenP)}, inplace=${pythonRepr(this.#inplace)})`;
  }
}

function toProbability(p: unknown): number {
  if (typeof p !== 'number' && typeof p !== 'boolean') {
    throw typeError(
      'probability',
      `'<' not supported between instances of '${pythonTypeName(p)}' and 'int'`,
    );
  }
  // Not written as "outside", so that NaN passes.
  if (Number(p) < 0 || Number(p) > 1) {
    throw rangeError(
      'probability',
      `dropout probability has to be between 0 and 1, but got ${pythonRepr(p)}`,
    );
  }
  return Number(p);
}
