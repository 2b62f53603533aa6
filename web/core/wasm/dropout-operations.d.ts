// What src/bindings/operations exposes: the contract between that wasm module and web/core/operations. This file is
// kept by hand; the glue and the wasm beside it are built.
import type { NativeModuleOptions } from './dropout-playground.js';

interface OperationsModule {
  /** The number of a plan, or a status: its text says which operation is called, and with what (plan.hpp). */
  plan(text: string): number;
  forgetPlans(): void;
  /** Calls with the numbers that were written. A tensor, or a status. */
  _call(plan: number): number;
  /** Where the numbers of a call are written, as float64, with room for those of every plan there is. */
  numbersAt(): number;
  /** Where the reply of the last call is, as float64 (reply.hpp). */
  replyAt(): number;
  _release(tensor: number): void;
  /** The same of each of the numbers that were written. */
  _release_all(count: number): void;
  releaseGenerator(generator: number): void;
  releaseNode(node: number): void;
  /** How many tensors are held. */
  held(): number;
  /** While a function of the program runs: one more of its results. 0 for None. */
  answer(tensor: number): void;

  readonly HEAPU8: Uint8Array;

  /** Set by the package: calls a function of the program with `count` tensors. Whether it did not fail. */
  callBack: (number: number, tensors: number, count: number) => boolean;
  /** Set by the package: a function that is not called any more. */
  forget: (number: number) => void;
  /** Set by the package: makes what is thrown when there is no room for a text. */
  createError: (kind: 'memory', template: string, values: string) => Error;
}

export type { OperationsModule };

/** What the wasm file of this glue holds in its section `build`. */
export declare const build: string;

export default function create(options: NativeModuleOptions): Promise<OperationsModule>;
