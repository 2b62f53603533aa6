// torch.Generator: a stream of random numbers with a seed of its own.
import { call, started } from './call.ts';
import { Place } from './place.ts';
import type { Tensor } from './tensor.ts';

// Some hosts of Workers have no such registry. A generator is small.
const forgotten =
  typeof FinalizationRegistry === 'undefined'
    ? undefined
    : new FinalizationRegistry<number>((id) => started().releaseGenerator(id));

/**
 * A stream of random numbers, as `torch.Generator`.
 *
 * @example
 * ```js
 * const generator = new torch.Generator().manualSeed(42);
 * console.log(torch.randperm(5, { generator }).toArray());
 * ```
 */
export class Generator {
  readonly #id: number;

  /** @param device `cpu`, or `cuda` on a machine that has a GPU. */
  constructor(device: string = 'cpu', of: 'generator' | 'default_generator' = 'generator') {
    this.#id = call('c', of, [new Place(device)]) as number;
    forgotten?.register(this, this.#id);
  }

  /** The one that is drawn from where none is given. */
  static default(device: string = 'cpu'): Generator {
    return new Generator(device, 'default_generator');
  }

  /** @internal */
  get id(): number {
    return this.#id;
  }

  /** `cpu` or `cuda:0`. */
  get device(): string {
    return call('c', 'generator_device', [this]) as string;
  }

  /**
   * Starts the stream of a seed from its beginning.
   *
   * @param seed A whole number of 64 bits, with or without sign.
   */
  manualSeed(seed: number | bigint): this {
    call('c', 'manual_seed', [this, BigInt(seed)]);
    return this;
  }

  /** How far the stream is: the bytes of the state, one an element. */
  getState(): Tensor {
    return call('c', 'get_state', [this]) as Tensor;
  }

  /** Goes on from where a generator of this kind was. */
  setState(state: Tensor): this {
    call('c', 'set_state', [this, state]);
    return this;
  }

  /** The seed that it was given last. */
  get initialSeed(): bigint {
    return BigInt.asUintN(64, BigInt(call('c', 'initial_seed', [this]) as number | bigint));
  }
}
