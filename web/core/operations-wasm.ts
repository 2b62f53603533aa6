// Where the wasm of the operations is, if nobody says: beside this module.
import { wasmError } from './errors.ts';

/** @throws Error (`wasm`) in a program whose files do not know where they are. */
export function operationsWasm(): URL {
  try {
    // In these words, by which bundlers find the file.
    return new URL('./wasm/dropout-operations.wasm', import.meta.url);
  } catch (error) {
    throw wasmError(
      'unreachable',
      error,
      "This program's files do not know where they are, as in a CommonJS bundle or a Worker: pass the file dropout-playground/dropout-operations.wasm to load({ wasm })",
    );
  }
}

/** The file in a folder that has what dist/ of the package has. @param folder Its address, with a slash at its end. */
export function operationsWasmIn(folder: string): string {
  return `${folder}wasm/dropout-operations.wasm`;
}
