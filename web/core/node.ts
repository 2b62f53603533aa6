// The package in Node, whose fetch does not know files: the wasm is read.
import { readFile } from 'node:fs/promises';
import { api, type Playground } from './api.ts';
import type { LoadOptions } from './index.ts';
import { start } from './instance.ts';

export * from './index.ts';

/**
 * Starts the one wasm instance of the program; later calls share it, whatever their options.
 *
 * @throws Error (`wasm`) that says what is missing. A later call tries again.
 */
export async function load({ wasm }: LoadOptions = {}): Promise<Playground> {
  await start(wasm ?? new URL('./wasm/dropout-playground.wasm', import.meta.url), async (url) =>
    url.protocol === 'file:' ? await readFile(url) : await fetch(url),
  );
  return api;
}
