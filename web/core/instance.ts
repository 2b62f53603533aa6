// The one wasm instance that every object of this package lives in.
import { compiledWasm, explained, type ReadWasm } from './compiled-wasm.ts';
import { nativeError, stateError } from './errors.ts';
import createModule, { type NativeModule } from './wasm/dropout-playground.js';
import type { WasmSource } from './wasm-source.ts';

let module: NativeModule | undefined;
let starting: Promise<void> | undefined;
/** Where the module's stack begins; and whether an error has left something on it. */
let stack = 0;
let isStackLeft = false;

/** The module; throws if load() has not finished. */
export function native(): NativeModule {
  if (!module) throw stateError('the WebAssembly module is not there yet: await load() first');
  clearStack();
  return module;
}

/**
 * Gives back what the calls that failed have left on the module's stack, which an error that JavaScript
 * throws leaves as deep as it was. To be called before the module is, never by it.
 */
export function clearStack(): void {
  if (!isStackLeft) return;
  isStackLeft = false;
  module?.stackRestore(stack);
}

/** Ends a call that C++ has not ended, right before JavaScript throws through it. */
export function abandonCall(): void {
  isStackLeft = true;
  module?.giveAllBack();
}

/** A core whose other part is joined to it later. */
export interface Part {
  /** What it imports besides what the glue gives it. */
  readonly imports: WebAssembly.Imports;
  started(exports: WebAssembly.Exports): void;
}

export interface CoreFile {
  wasm: WasmSource;
  read: ReadWasm;
  /** If the file has only a part of the core. */
  part?: Part;
}

/**
 * Starts the instance, once: later calls wait for the first, and are not asked for their file. A
 * failed start can be tried again.
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
  const compiled = await compiledWasm(wasm, read);
  const created = await new Promise<NativeModule>((resolve, reject) => {
    createModule({
      instantiateWasm(imports, done) {
        // The glue has no way to be told of a failure, so it goes to our own promise.
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
  return created;
}
