// The base class of objects that hold wasm memory. dispose() frees it; if nobody calls that, the garbage
// collector does.
/// <reference lib="esnext.disposable" preserve="true" />
import { stateError } from './errors.ts';
import { clearStack } from './instance.ts';
import type { NativeHandle } from './wasm/dropout-playground.js';

// Some hosts of Workers have no such registry: there only dispose() frees.
const forgotten =
  typeof FinalizationRegistry === 'undefined'
    ? undefined
    : new FinalizationRegistry<NativeHandle>((handle) => handle.delete());

// The package does not export these keys, so that its users cannot reach the module.
export const handle = Symbol('handle');
export const isDisposed = Symbol('isDisposed');

/** What `console.log()` asks for in Node and Bun, and in Deno. */
const INSPECTED = ['nodejs.util.inspect.custom', 'Deno.customInspect'];

// A constructor may return another object, on which those of the classes below then set their fields: a layer
// is a function.
class Own {
  constructor(object?: object) {
    // biome-ignore lint/correctness/noConstructorReturn: that is what it is for.
    if (object) return object;
  }
}

export abstract class NativeObject<Handle extends NativeHandle> extends Own {
  #handle: Handle | null;
  // For errors. The class's own name will not do, since bundlers shorten it.
  readonly #what: string;

  /** @param object What is to become the native object, if that is no new one. */
  constructor(native: Handle, what: string, object?: object) {
    super(object);
    this.#handle = native;
    this.#what = what;
    forgotten?.register(this, native, this);
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
    forgotten?.unregister(this);
    this.#handle.delete();
    this.#handle = null;
  }

  /**
   * What `console.log()` shows of it.
   *
   * @internal
   */
  inspected(): string {
    return this.#handle === null ? `[${this.#what}, disposed of]` : String(this);
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

for (const name of INSPECTED) {
  Object.defineProperty(NativeObject.prototype, Symbol.for(name), {
    value(this: NativeObject<NativeHandle>) {
      return this.inspected();
    },
    configurable: true,
    writable: true,
  });
}
