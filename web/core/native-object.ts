// Who frees wasm memory: every object that holds some, by dispose() or, forgotten, by the collector.
/// <reference lib="esnext.disposable" preserve="true" />
import { stateError } from './errors.ts';
import { clearStack } from './instance.ts';
import type { NativeHandle } from './wasm/dropout-playground.js';

const forgotten = new FinalizationRegistry<NativeHandle>((handle) => handle.delete());

// Keys that are not exported from the package: users of the classes cannot reach the module.
export const handle = Symbol('handle');
export const isDisposed = Symbol('isDisposed');

export abstract class NativeObject<Handle extends NativeHandle> {
  #handle: Handle | null;
  // The class's name is none once a bundler has shortened it.
  readonly #what: string;

  constructor(native: Handle, what: string) {
    this.#handle = native;
    this.#what = what;
    forgotten.register(this, native, this);
  }

  get [handle](): Handle {
    if (this.#handle === null) {
      throw stateError('this {0} was disposed of and cannot be used any more', this.#what);
    }
    clearStack();
    return this.#handle;
  }

  get [isDisposed](): boolean {
    return this.#handle === null;
  }

  /** Frees the memory now. A second call does nothing; any other use afterwards throws. */
  dispose(): void {
    if (this.#handle === null) return;
    forgotten.unregister(this);
    this.#handle.delete();
    this.#handle = null;
  }

  /** What `using` calls at the end of its block, where the language has it. */
  declare [Symbol.dispose]: () => void;
}

// Safari and WebKitGTK do not have the symbol yet.
if (typeof Symbol.dispose === 'symbol') {
  Object.defineProperty(NativeObject.prototype, Symbol.dispose, {
    value: NativeObject.prototype.dispose,
    configurable: true,
    writable: true,
  });
}
