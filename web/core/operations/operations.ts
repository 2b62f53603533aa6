// The wasm module of the operations: everything there is called in one way, by a plan and numbers.
//
// A plan says once, as text, which operation is called and of which kinds its arguments are
// (src/bindings/operations/plan.hpp). A call then crosses with a few numbers. Tensors and generators are numbers, too,
// which whoever got them releases.
import { compiledWasm, explained, type ReadWasm } from '../compiled-wasm.ts';
import { nativeError } from '../errors.ts';
import createModule, { build, type OperationsModule } from '../wasm/dropout-operations.js';
import type { WasmSource } from '../wasm-source.ts';
import { type ReplyMaker, readReply } from './reply.ts';

export type { ReadWasm } from '../compiled-wasm.ts';
export type { WasmSource } from '../wasm-source.ts';
export type { ReplyMaker } from './reply.ts';

/** What a call gave back that has no tensor as its result: see call(). */
export const REPLIED = 0;
export const RAISED = -1;
export const CALLBACK_FAILED = -2;

/** An exception of PyTorch's: the name of its class in Python, and its message. */
export interface Raised {
  exception: string;
  message: string;
}

/** Functions of a program that the operations call. */
export interface Callbacks {
  /**
   * Calls a function with tensors, of each of which it is one more holder; 0 is None. It gives its results by
   * answer().
   *
   * @returns Whether it did not fail.
   */
  callBack(number: number, tensors: number[]): boolean;
  /** The function is not called any more. */
  forget(number: number): void;
}

/** For how many numbers there is room at least. */
export const LEAST_ROOM = 64;

const none = () => [];

/** Makes a list of texts of a reply that is one. */
const TEXTS: ReplyMaker<string[]> = {
  ...{ none, bool: none, whole: none, float: none, tensor: none, generator: none },
  text: (text) => [text],
  list: (lists) => lists.flat(),
};

export class Operations {
  readonly #module: OperationsModule;
  /** The memory as float64, and where in it the numbers of a call begin. */
  #numbers: Float64Array;
  #first = 0;

  private constructor(module: OperationsModule) {
    this.#module = module;
    this.#numbers = new Float64Array(module.HEAPU8.buffer);
    this.#first = module.numbersAt() / Float64Array.BYTES_PER_ELEMENT;
  }

  /**
   * A new instance.
   *
   * @throws Error (`wasm`), by a rejection.
   */
  static async start(
    wasm: WasmSource,
    read: ReadWasm,
    { callBack, forget }: Callbacks,
  ): Promise<Operations> {
    const compiled = await compiledWasm(wasm, read, build);
    const module = await new Promise<OperationsModule>((resolve, reject) => {
      createModule({
        instantiateWasm(imports, done) {
          WebAssembly.instantiate(compiled, imports as WebAssembly.Imports)
            .then((instance) => done(instance, compiled))
            .catch((error: unknown) => reject(explained(error)));
          return {};
        },
      }).then(resolve, reject);
    });
    module.createError = (kind, template, values) => nativeError(kind, template, values, 0, 0);
    module.callBack = (number, tensors, count) =>
      callBack(number, [...new Uint32Array(module.HEAPU8.buffer, tensors, count)]);
    module.forget = forget;
    return new Operations(module);
  }

  /**
   * The number of a plan, for call().
   *
   * @returns RAISED for a text that is none.
   */
  plan(text: string): number {
    const plan = this.#module.plan(text);
    this.#first = this.#module.numbersAt() / Float64Array.BYTES_PER_ELEMENT;
    return plan;
  }

  /** Forgets all plans: their numbers begin anew. */
  forgetPlans(): void {
    this.#module.forgetPlans();
  }

  /** Where the arguments of the next call are written, from `first` on. */
  get numbers(): Float64Array {
    if (this.#numbers.length * 8 !== this.#module.HEAPU8.length) {
      this.#numbers = new Float64Array(this.#module.HEAPU8.buffer);
    }
    return this.#numbers;
  }

  get first(): number {
    return this.#first;
  }

  /**
   * Calls with the numbers that were written.
   *
   * @returns The number of a tensor, of which the caller is one more holder; or REPLIED for anything else, which
   *   reply() reads; RAISED, and raised() reads it; or CALLBACK_FAILED.
   */
  call(plan: number): number {
    return this.#module._call(plan);
  }

  /** Reads what the last call has given back; once. */
  reply<Value>(maker: ReplyMaker<Value>): Value {
    return readReply(this.#module.HEAPU8, this.#module.replyAt(), maker);
  }

  /** What the last call has raised. */
  raised(): Raised {
    const [exception = '', message = ''] = this.reply(TEXTS);
    return { exception, message };
  }

  release(tensor: number): void {
    this.#module._release(tensor);
  }

  releaseAll(tensors: readonly number[]): void {
    for (let from = 0; from < tensors.length; from += LEAST_ROOM) {
      const { numbers } = this;
      const count = Math.min(LEAST_ROOM, tensors.length - from);
      for (let i = 0; i < count; i++) numbers[this.#first + i] = tensors[from + i] as number;
      this.#module._release_all(count);
    }
  }

  releaseGenerator(generator: number): void {
    this.#module.releaseGenerator(generator);
  }

  releaseNode(node: number): void {
    this.#module.releaseNode(node);
  }

  /** While a function of the program runs: one more of its results. 0 for None. */
  answer(tensor: number): void {
    this.#module.answer(tensor);
  }

  /** How many tensors are held. */
  get held(): number {
    return this.#module.held();
  }

  /** A part of the memory, as it is until the next call. */
  memory(address: number, bytes: number): Uint8Array {
    return this.#module.HEAPU8.subarray(address, address + bytes);
  }
}
