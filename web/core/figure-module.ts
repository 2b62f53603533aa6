// The two modules that an embed may have: a figure's own, which has the default engine and reads plain texts, and the
// whole core, which takes its place when a figure needs more. Nothing outlives a run of an experiment, so that each
// run may live in another module.
import type { ReadWasm } from './compiled-wasm.ts';
import { type FigureCore, figureCore } from './figure-core.ts';
import { figureWasm, wholeWasm } from './figure-wasm.ts';
import { ModuleStart, native, use } from './instance.ts';
import create, { build } from './wasm/dropout-figure.js';
import type { WasmSource } from './wasm-source.ts';

const figure = new ModuleStart();
let isWhole = false;

/**
 * Starts the figure's module, unless the whole core is there already.
 *
 * @param response That with the wasm, if the caller has requested it.
 * @throws Error (`wasm`) that says what is missing, by a rejection. A later call tries again.
 */
export async function loadFigureModule(response?: Promise<Response>): Promise<FigureCore> {
  if (isWhole) return figureCore;
  const read = reading(response);
  const started = await figure.start(() => ({ create, build, wasm: figureWasm(), read }));
  if (!isWhole) use(started);
  return figureCore;
}

/**
 * Starts the whole core, in which all objects live from then on. Takes and throws the same.
 *
 * @param fetchGlue Imports whole-core.ts, which is a chunk of its own.
 * @param wasm Its bytes, where they are in the script.
 */
export async function loadWholeCore(
  fetchGlue: () => Promise<typeof import('./whole-core.ts')>,
  wasm: WasmSource | null,
  response?: Promise<Response>,
): Promise<FigureCore> {
  if (isWhole) return figureCore;
  const { startWholeCore } = await fetchGlue();
  await startWholeCore(() => ({ wasm: wasm ?? wholeWasm(), read: reading(response) }));
  isWhole = true;
  return figureCore;
}

/** Whether the module that is there reads these texts. The whole core reads any, or says what is wrong. */
export function readsTexts(...texts: readonly string[]): boolean {
  return isWhole || texts.every((text) => native().reads?.(text));
}

/** Whether the whole core is there. */
export function isWholeCore(): boolean {
  return isWhole;
}

function reading(response: Promise<Response> | undefined): ReadWasm {
  return response ? () => response : (url) => fetch(url);
}
