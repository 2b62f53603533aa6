// The one wasm instance that every object of this package lives in.
import { compiledWasm, explained, type ReadWasm } from './compiled-wasm.ts';
import { nativeError, stateError } from './errors.ts';
import { FirstPart, isFirstPart } from './parts.ts';
import createModule, { type NativeModule } from './wasm/dropout-playground.js';
import type { WasmSource } from './wasm-source.ts';

let module: NativeModule | undefined;
let starting: Promise<void> | undefined;
/** null for a core that has come in one file. */
let firstPart: FirstPart | null = null;
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
 * Gives back what the calls that failed have left on the module's stack: an error that JavaScript
 * throws passes the C++ functions without their ends. To be called before the module is, never by it.
 */
export function clearStack(): void {
  if (!isStackLeft) return;
  isStackLeft = false;
  module?.stackRestore(stack);
}

function leaveStack(): void {
  isStackLeft = true;
}

/** Where the core comes from. */
export interface CoreFiles {
  /** The core in one file, or its first part. */
  wasm: WasmSource;
  /** Where the rest is, if `wasm` is the first part. */
  rest?: URL;
  read: ReadWasm;
}

/**
 * Starts the instance, once: later calls wait for the first, and are not asked for their files. A
 * failed start can be tried again.
 */
export function start(files: () => CoreFiles): Promise<void> {
  starting ??= instantiate(files()).then(
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

/** Fetches the rest, if the instance that was started has only its first part. */
export async function complete(): Promise<void> {
  await firstPart?.complete();
}

async function instantiate({ wasm, rest, read }: CoreFiles): Promise<NativeModule> {
  const compiled = await compiledWasm(wasm, read);
  const part =
    rest && isFirstPart(compiled)
      ? new FirstPart(() => compiledWasm(rest, read), leaveStack)
      : null;
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
  firstPart = part;
  stack = created.stackSave();
  created.createError = (...error) => {
    leaveStack();
    return nativeError(...error);
  };
  return created;
}
