// The wasm module that every new object of this package lives in.
import { compiledWasm, explained, type ReadWasm } from './compiled-wasm.ts';
import { nativeError, stateError } from './errors.ts';
import { tellNote } from './notes.ts';
import type { NativeModule, NativeModuleOptions } from './wasm/dropout-playground.js';
import type { WasmSource } from './wasm-source.ts';

let module: NativeModule | undefined;
/** Where the module's stack begins, and whether a failed call has left something on it. */
let stack = 0;
let isStackLeft = false;

/** The module; throws if load() has not finished. */
export function native(): NativeModule {
  if (!module) throw stateError('the WebAssembly module is not there yet: await load() first');
  clearStack();
  return module;
}

/**
 * Empties the module's stack after a call that failed. An error that JavaScript throws through C++ skips the
 * code that would have popped the stack. Call this before a call into the module, never during one.
 */
export function clearStack(): void {
  if (!isStackLeft) return;
  isStackLeft = false;
  module?.stackRestore(stack);
}

/** Has new objects live in this module. Those of another one cannot be used any more. */
export function use(started: NativeModule): void {
  if (module === started) return;
  module = started;
  stack = started.stackSave();
  isStackLeft = false;
}

/** The wasm, and the glue that is built with it. */
export interface CoreFile {
  readonly create: (options: NativeModuleOptions) => Promise<NativeModule>;
  readonly build: string;
  readonly wasm: WasmSource;
  readonly read: ReadWasm;
}

/** A module that is started once. */
export class ModuleStart {
  #started: Promise<NativeModule> | undefined;

  /**
   * Later calls wait for the first one, and their `file` is not called. After a failed start the next call
   * tries again.
   *
   * @throws Error (`wasm`) that says what is missing, by a rejection.
   */
  start(file: () => CoreFile): Promise<NativeModule> {
    this.#started ??= instantiate(file()).catch((error: unknown) => {
      this.#started = undefined;
      throw error;
    });
    return this.#started;
  }
}

async function instantiate({ create, build, wasm, read }: CoreFile): Promise<NativeModule> {
  const compiled = await compiledWasm(wasm, read, build);
  const created = await new Promise<NativeModule>((resolve, reject) => {
    create({
      instantiateWasm(imports, done) {
        // The glue cannot be told of a failure, so we reject the promise that we wait for ourselves.
        WebAssembly.instantiate(compiled, imports as WebAssembly.Imports)
          .then((instance) => done(instance, compiled))
          .catch((error: unknown) => reject(explained(error)));
        return {};
      },
    }).then(resolve, reject);
  });
  created.createError = (...error) => {
    isStackLeft = true;
    return nativeError(...error);
  };
  created.tellNote = tellNote;
  return created;
}
