// The package in Node, whose fetch does not know files: the wasm is read.
import { readFileSync } from 'node:fs';
import { api, type Playground } from './api.ts';
import type { LoadOptions } from './index.ts';
import { ownWasm } from './own-wasm.ts';
import { startWholeCore } from './whole-core.ts';

export * from './index.ts';

/**
 * Starts the one wasm instance of the program; later calls share it, whatever their options.
 *
 * @throws Error (`wasm`) that says what is missing. A later call tries again.
 */
export async function load({ wasm }: LoadOptions = {}): Promise<Playground> {
  // Read and compiled synchronously: other threads take longer in a young process, and V8 compiles each
  // function only when it is first called.
  await startWholeCore(() => ({
    wasm: wasm ?? ownWasm(),
    read: async (url) =>
      url.protocol === 'file:' ? new WebAssembly.Module(readFileSync(url)) : await fetch(url),
  }));
  return api;
}
