// The core for who wants its first result soon: the embed.
import { api, type Playground } from './api.ts';
import { complete, start } from './instance.ts';

export { RestMissing, withRest } from './parts.ts';

/**
 * As load(), but without what most figures do not need: a call that needs it throws RestMissing, and
 * fetches it.
 *
 * @throws Error (`wasm`) that says what is missing, by a rejection. A later call tries again.
 */
export async function loadFirstPart(): Promise<Playground> {
  await start(() => ({
    wasm: new URL('./wasm/dropout-playground.first.wasm', import.meta.url),
    rest: new URL('./wasm/dropout-playground.rest.wasm', import.meta.url),
    read: (url) => fetch(url),
  }));
  return api;
}

/**
 * Fetches the rest, before any call needs it; settled when it is there.
 *
 * @throws Error (`wasm`), by a rejection. A later call tries again.
 */
export const loadRest = complete;
