// The one wasm instance that every object of this package lives in.
import { compiledWasm, explained, type ReadWasm } from './compiled-wasm.ts';
import { nativeError, stateError } from './errors.ts';
import { tellNote } from './notes.ts';
import createModule, { build, type NativeModule } from './wasm/dropout-playground.js';
import type { WasmSource } from './wasm-source.ts';

let module: NativeModule | undefined;
let starting: Promise<void> | undefined;
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

/** To be called right before JavaScript throws through a C++ call: frees what the call would have freed. */
export function abandonCall(): void {
  isStackLeft = true;
  module?.giveAllBack();
}

/** How a core that lacks its rest is started; the rest is joined to it later. */
export interface Part {
  /** What its wasm imports besides what the glue gives it. */
  readonly imports: WebAssembly.Imports;
  started(exports: WebAssembly.Exports): void;
}

export interface CoreFile {
  wasm: WasmSource;
  read: ReadWasm;
  /** Given if the file has only the first part of the core. */
  part?: Part;
}

/**
 * Starts the instance once. Later calls wait for the first one, and their `file` is not called. After a
 * failed start the next call tries again.
 */
export function start(file: () => CoreFile): Promise<void> {
  starting ??= instantiate(file()).then(
    (started) => {
      module = started;
    },
    (error: unknown) => {
      starting = undefined;
      throw error;
    },
  );
  return starting;
}

async function instantiate({ wasm, read, part }: CoreFile): Promise<NativeModule> {
  const compiled = await compiledWasm(wasm, read, build);
  const created = await new Promise<NativeModule>((resolve, reject) => {
    createModule({
      instantiateWasm(imports, done) {
        // The glue cannot be told of a failure, so we reject the promise that we wait for ourselves.
        WebAssembly.instantiate(compiled, { ...imports, ...part?.imports })
          .then((instance) => {
            part?.started(instance.exports);
            done(instance, compiled);
          })
          .catch((error: unknown) => reject(explained(error)));
        return {};
      },
    }).then(resolve, reject);
  });
  stack = created.stackSave();
  created.createError = (...error) => {
    isStackLeft = true;
    return nativeError(...error);
  };
  created.tellNote = tellNote;
  return created;
}
