// The operations in Node, whose fetch does not know files: the wasm is read.
import { readFileSync } from 'node:fs';
import { start } from './operations/call.ts';
import { defineOperations, type Torch, torch } from './operations/torch.ts';
import { operationsWasm } from './operations-wasm.ts';
import type { LoadTorchOptions } from './torch.ts';

export type * from './torch.ts';

/**
 * Starts the one wasm instance of the operations; later calls share it, whatever their options.
 *
 * @throws Error (`wasm`) that says what is missing. A later call tries again.
 */
export async function load({ wasm }: LoadTorchOptions = {}): Promise<Torch> {
  await start(() => ({
    wasm: wasm ?? operationsWasm(),
    read: async (url) =>
      url.protocol === 'file:' ? new WebAssembly.Module(readFileSync(url)) : await fetch(url),
  }));
  defineOperations();
  return torch;
}
