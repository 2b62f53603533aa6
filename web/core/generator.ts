// Generator: the random engine of one framework, and the tensors drawn from it.
import { copyAs, viewAs } from './bytes.ts';
import { dtypeIndex } from './dtype.ts';
import {
  createGenerator,
  type Engine,
  type EngineOptions,
  type Seed,
  seedGenerator,
} from './engines.ts';
import { rangeError, typeError } from './errors.ts';
import { native } from './instance.ts';
import type { MakerOptions } from './makers.ts';
import { handle, NativeObject } from './native-object.ts';
import { ENGINE_RECORDS } from './records.ts';
import { type Shape, toExtents } from './shape.ts';
import { Tensor } from './tensor.ts';
import type { NativeGenerator } from './wasm/dropout-playground.js';

/** A generator's state at one moment, to be assigned to the `state` of one of the same engine. */
export interface GeneratorState {
  readonly engine: Engine;
  /** Opaque, and only for the version of this package that gave it. */
  readonly bytes: Uint8Array;
}

/**
 * The random engine of one framework, and the tensors drawn from it.
 *
 * @example
 * ```js
 * const generator = new Generator('torch-cpu').manualSeed(0);
 * console.log(String(generator.rand([2, 2])));
 * // tensor([[0.4963, 0.7682],
 * //         [0.0885, 0.1320]])
 * const { state } = generator;
 * const y = generator.randn([2]);
 * generator.state = state;
 * console.log(generator.randn([2]).equal(y));
 * // true
 * ```
 */
export class Generator extends NativeObject<NativeGenerator> {
  readonly engine: Engine;
  readonly options: Readonly<EngineOptions>;

  /**
   * Until it is seeded it starts, as `torch.Generator()` does, from seed 67280421310721; the other
   * engines, which have no such default, from 0.
   *
   * @throws RangeError (`engine`) for an engine, an option or a value of one that there is not.
   */
  constructor(engine: Engine = 'torch-cpu', options: EngineOptions = {}) {
    super(createGenerator(engine, options), 'Generator');
    this.engine = engine;
    this.options = Object.freeze(copied(options));
  }

  /**
   * Starts the stream of `seed` from its beginning.
   *
   * @param seed As the framework takes it: for PyTorch a whole number from -2^63 to 2^64 - 1, for
   *   JAX and Flax one of 64 bits with sign, a key made by `jax.random`, or its two words, for `numpy` 0 to 2^32 - 1, for `numpy-pcg64` any from 0, or a list of them,
   *   for `tfjs` any number or text, for `fast` what PyTorch takes.
   * @throws RangeError or TypeError (`seed`), in the framework's words.
   */
  manualSeed(seed: Seed): this {
    seedGenerator(this.engine, this[handle], seed);
    return this;
  }

  /**
   * Passes over what the program draws before the layer is made: `count` words of 32 bits of PyTorch's and
   * NumPy's generators, of which an `nn.Linear(m, n)` draws `m * n + n`; with `torch-cuda` those of the CPU's
   * generator, since a model is made there. With `flax-nnx` keys of the stream, of which an `nnx.Linear`
   * takes two, and with `flax-linen` calls of `make_rng` in the layer's scope.
   *
   * @example
   * ```js
   * const generator = new Generator('torch-cpu').manualSeed(0).skip(3 * 4 + 4);
   * const drop = new Dropout(0.5, { generator });
   * console.log(String(drop.forward(ones([3, 4]))));
   * // tensor([[0., 2., 2., 2.],
   * //         [2., 0., 2., 2.],
   * //         [2., 2., 0., 0.]])
   * ```
   *
   * @throws RangeError (`engine`) for the engines without such a stream, (`value`) for no whole number.
   */
  skip(count: number | bigint): this {
    const isWhole = typeof count === 'bigint' || Number.isInteger(count);
    if (!isWhole || count < 0 || count > Number.MAX_SAFE_INTEGER) {
      throw rangeError(
        'value',
        '{0} must be a whole number from {1}, but got {2}',
        'count',
        0,
        String(count),
      );
    }
    this[handle].skip(BigInt(count));
    return this;
  }

  /**
   * The seed it was given last, as a number without sign.
   *
   * @throws RangeError (`engine`) for other engines than PyTorch's and `fast`, which do not keep it.
   */
  initialSeed(): bigint {
    const [seed] = viewAs(BigUint64Array, this[handle].initialSeed());
    if (seed === undefined) throw rangeError('engine', '{0} does not keep its seed', this.engine);
    return seed;
  }

  /** A generator that stands where this one does and goes on by itself. */
  clone(): Generator {
    const copy = new Generator(this.engine, this.options);
    copy.state = this.state;
    return copy;
  }

  get state(): GeneratorState {
    return Object.freeze({ engine: this.engine, bytes: copyAs(Uint8Array, this[handle].state()) });
  }

  /** @throws TypeError or RangeError if the value is no state of this engine; nothing is changed. */
  set state(state: GeneratorState) {
    if (!(state?.bytes instanceof Uint8Array) || state.engine !== this.engine) {
      throw typeError('type', 'this is not the state of a {0} generator', this.engine);
    }
    this[handle].restore(state.bytes);
  }

  /**
   * Uniforms in [0, 1), row-major: torch.rand, np.random.rand, jax.random.uniform.
   *
   * @param options dtype: default float32, for NumPy's engines float64.
   * @throws RangeError (`engine`) where the framework has none, or not of that dtype.
   */
  rand(shape: Shape, { dtype = this.#floats }: MakerOptions = {}): Tensor {
    return new Tensor(native().rand(this[handle], toExtents(shape), dtypeIndex(dtype)));
  }

  /** Standard normals: torch.randn, np.random.randn. As rand() otherwise. */
  randn(shape: Shape, { dtype = this.#floats }: MakerOptions = {}): Tensor {
    return new Tensor(native().randn(this[handle], toExtents(shape), dtypeIndex(dtype)));
  }

  /** torch.randint: whole numbers from low to high - 1, int64. */
  randint(low: number | bigint, high: number | bigint, shape: Shape): Tensor {
    return new Tensor(
      native().randint(this[handle], toInt64(low), toInt64(high), toExtents(shape)),
    );
  }

  /** torch.randperm: 0 to n - 1 in a random order, int64. */
  randperm(n: number): Tensor {
    return new Tensor(native().randperm(this[handle], toExtents([n])));
  }

  /** Its engine: `Generator('torch-cpu')`. */
  override toString(): string {
    return `Generator('${this.engine}')`;
  }

  get #floats() {
    return ENGINE_RECORDS[this.engine].floats;
  }
}

function copied({ gpu, ...others }: EngineOptions): EngineOptions {
  if (gpu === undefined) return others;
  return { ...others, gpu: typeof gpu === 'string' ? gpu : Object.freeze({ ...gpu }) };
}

function toInt64(value: number | bigint): bigint {
  const whole = typeof value === 'bigint' || Number.isInteger(value) ? BigInt(value) : undefined;
  if (whole === undefined || BigInt.asIntN(64, whole) !== whole) {
    throw rangeError('value', '{0} is no int64', String(value));
  }
  return whole;
}
