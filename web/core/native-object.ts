// The base class of objects that hold wasm memory. dispose() frees it; if nobody calls that, the garbage
// collector does.
/// <reference lib="esnext.disposable" preserve="true" />
import { stateError } from './errors.ts';
import { clearStack } from './instance.ts';
import type { NativeHandle } from './wasm/dropout-playground.js';

const forgotten = new FinalizationRegistry<NativeHandle>((handle) => handle.delete());

// The package does not export these keys, so that its users cannot reach the module.
export const handle = Symbol('handle');
export const isDisposed = Symbol('isDisposed');

export abstract class NativeObject<Handle extends NativeHandle> {
  #handle: Handle | null;
  // For errors. The class's own name will not do, since bundlers shorten it.
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

  /** `using` calls it at the end of the block, in runtimes that know `using`. */
  declare [Symbol.dispose]: () => void;
}

// Safari and WebKitGTK lack the symbol.
if (typeof Symbol.dispose === 'symbol') {
  Object.defineProperty(NativeObject.prototype, Symbol.dispose, {
    value: NativeObject.prototype.dispose,
    configurable: true,
    writable: true,
  });
}
