// The whole core: all engines, all texts, and the search for seeds.
import type { ReadWasm } from './compiled-wasm.ts';
import { FACTORIES } from './engine-options.ts';
import { addFactories } from './engines.ts';
import { ModuleStart, use } from './instance.ts';
import { KEY } from './seeds/key-seed.ts';
import { ENTROPY, WORD } from './seeds/numpy-seeds.ts';
import { addSeedRules } from './seeds/seed-rules.ts';
import { TEXT } from './seeds/text-seed.ts';
import create, { build } from './wasm/dropout-playground.js';
import type { WasmSource } from './wasm-source.ts';

// Here, since parseSeed() needs no core.
addSeedRules({ key: KEY, word: WORD, entropy: ENTROPY, text: TEXT });

const whole = new ModuleStart();

/**
 * Starts it once, and has new objects live in it. Later calls wait for the first one, and their `source` is not
 * called.
 *
 * @throws Error (`wasm`) that says what is missing, by a rejection. A later call tries again.
 */
export async function startWholeCore(
  source: () => { wasm: WasmSource; read: ReadWasm },
): Promise<void> {
  use(await whole.start(() => ({ ...source(), create, build })));
  // Not before, since a figure's module goes on if this one does not come.
  addFactories(FACTORIES);
}
