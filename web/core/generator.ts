// Generator: the random engine of one framework, and the tensors drawn from it.
import { dtypeIndex } from './dtype.ts';
import { rangeError, typeError } from './errors.ts';
import { native } from './instance.ts';
import type { MakerOptions } from './makers.ts';
import { handle, NativeObject } from './native-object.ts';
import { toSeed } from './seed.ts';
import { type Shape, toExtents } from './shape.ts';
import { Tensor } from './tensor.ts';
import type { NativeGenerator } from './wasm/dropout-playground.js';

export const ENGINES = ['torch-cpu'] as const;

export type Engine = (typeof ENGINES)[number];

/** A generator's state at one moment, to be assigned to the `state` of one of the same engine. */
export interface GeneratorState {
  readonly engine: Engine;
  /** Opaque, and only for the version of this package that gave it. */
  readonly bytes: Uint8Array;
}

export class Generator extends NativeObject<NativeGenerator> {
  readonly engine: Engine;

  /**
   * Until it is seeded it starts, as `torch.Generator()` does, from seed 67280421310721.
   *
   * @throws RangeError (`engine`) for an engine there is not.
   */
  constructor(engine: Engine = 'torch-cpu') {
    if (!ENGINES.includes(engine)) {
      throw rangeError(
        'engine',
        `unknown engine '${String(engine)}'; known are ${ENGINES.join(', ')}`,
      );
    }
    super(new (native().Generator)());
    this.engine = engine;
  }

  /**
   * Starts the stream of `seed` from its beginning.
   *
   * @param seed A whole number from -2^63 to 2^64 - 1.
   * @throws RangeError or TypeError (`seed`).
   */
  manualSeed(seed: number | bigint): this {
    this[handle].manualSeed(toSeed(seed));
    return this;
  }

  /** The seed it was given last, as a number without sign. */
  initialSeed(): bigint {
    // The module hands 64 bits over as if they had a sign.
    return BigInt.asUintN(64, this[handle].initialSeed());
  }

  /** A generator that stands where this one does and goes on by itself. */
  clone(): Generator {
    const copy = new Generator(this.engine);
    copy.state = this.state;
    return copy;
  }

  get state(): GeneratorState {
    return Object.freeze({ engine: this.engine, bytes: this[handle].state() });
  }

  /** @throws TypeError or RangeError if the value is no state of this engine; nothing is changed. */
  set state(state: GeneratorState) {
    if (!(state?.bytes instanceof Uint8Array) || state.engine !== this.engine) {
      throw typeError('type', `this is not the state of a ${this.engine} generator`);
    }
    this[handle].restore(state.bytes);
  }

  /** torch.rand: uniforms in [0, 1), row-major. float32 or float64. */
  rand(shape: Shape, { dtype = 'float32' }: MakerOptions = {}): Tensor {
    return new Tensor(this[handle].rand(toExtents(shape), dtypeIndex(dtype)));
  }
}
