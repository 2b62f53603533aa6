// What src/bindings/message.hpp writes, read in the same order: all that a call of the module tells at once.
import { numbersAt, type TypedArrayType, viewAs } from './bytes.ts';
import { ARRAYS, DTYPES, type DType, type TypedArray } from './dtype.ts';
import type { Shape } from './shape.ts';

/** A tensor without its elements. */
export interface Description {
  readonly shape: Shape;
  readonly dtype: DType;
  /** What print(tensor) gives. */
  readonly printed: string;
  readonly sum: number;
  readonly mean: number;
  /** The largest finite magnitude; 0 if there is none. */
  readonly largest: number;
}

/** A tensor with a copy of its elements. */
export interface Described extends Description {
  readonly values: TypedArray;
}

const decoder = new TextDecoder();

/** To be read before the module is called again. */
export class Message {
  readonly #numbers: Float64Array;
  #at = 0;
  readonly #prints: string;
  #printed = 0;

  constructor(address: number) {
    this.#numbers = viewAs(Float64Array, address);
    this.#prints = this.isEmpty ? '' : decoder.decode(this.#place(Uint8Array));
  }

  /** Whether there was nothing to tell. */
  get isEmpty(): boolean {
    return this.#numbers.length === 0;
  }

  number(): number {
    return this.#numbers[this.#at++] as number;
  }

  /** A copy of what lies somewhere else. */
  array<Numbers extends { slice(): Numbers }>(type: TypedArrayType<Numbers>): Numbers {
    return this.#place(type).slice();
  }

  tensor(): Described {
    const about = this.#description();
    return { ...about, values: this.array<TypedArray>(ARRAYS[about.dtype]) };
  }

  /** A tensor whose elements lie nowhere any more. */
  description(): Description {
    const about = this.#description();
    this.#at += 2;
    return about;
  }

  #description(): Description {
    const dtype = DTYPES[this.number()] as DType;
    const shape = Object.freeze(Array.from({ length: this.number() }, () => this.number()));
    const [sum, mean, largest] = [this.number(), this.number(), this.number()];
    const start = this.#printed;
    this.#printed += this.number();
    const printed = this.#prints.slice(start, this.#printed);
    return { shape, dtype, printed, sum, mean, largest };
  }

  #place<Numbers>(type: TypedArrayType<Numbers>): Numbers {
    const address = this.number();
    return numbersAt(type, address, this.number());
  }
}
