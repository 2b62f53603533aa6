// The core in two files, for the embed, which wants its first result soon. scripts/split-wasm.mjs splits the
// wasm: the first part has the functions that most figures need, and the rest is fetched later.
import { compiledWasm, explained, type ReadWasm } from './compiled-wasm.ts';
import { type FigureCore, figureCore } from './figure-core.ts';
import { firstPartUrl } from './first-part-url.ts';
import { abandonCall, type Part, start } from './instance.ts';
import { ownWasm } from './own-wasm.ts';
import { RestMissing } from './rest-missing.ts';
import { build } from './wasm/dropout-playground.js';
import type { WasmSource } from './wasm-source.ts';

const read: ReadWasm = (url) => fetch(url);

/** The exports of the first part, which the rest imports. Undefined if the whole core was started at once. */
let given: WebAssembly.Exports | undefined;
let isWhole = false;
let joining: Promise<void> | undefined;

const firstPart: Part = {
  imports: {
    // The rest's places in the function table hold these placeholders until the rest is there and puts its
    // own functions into the table. Embind takes some functions out of the table at the start and keeps
    // them: it goes on calling their placeholders, which therefore know their place and pass the call on.
    placeholder: new Proxy<WebAssembly.ModuleImports>(
      {},
      { get: (_, place) => functionAt(Number(place)) },
    ),
  },
  started(exports) {
    given = exports;
  },
};

function functionAt(place: number) {
  let joined: ((...values: unknown[]) => unknown) | undefined;
  return (...values: unknown[]) => {
    if (!isWhole) throw restMissing();
    joined ??= table().get(place) as (...values: unknown[]) => unknown;
    return joined(...values);
  };
}

function restMissing(): RestMissing {
  abandonCall();
  const rest = loadRest();
  // The caller may not wait for it: then a failure must not be reported as unhandled.
  rest.catch(() => {});
  return new RestMissing(rest);
}

function table(): WebAssembly.Table {
  const isTable = (value: unknown) => value instanceof WebAssembly.Table;
  return Object.values(given ?? {}).find(isTable) as WebAssembly.Table;
}

/**
 * Fetches the rest, unless the whole core is there already. Resolves when nothing is missing any more.
 *
 * @throws Error (`wasm`), by a rejection. A later call tries again.
 */
export async function loadRest(): Promise<void> {
  if (!given) return;
  joining ??= join(given).catch((error: unknown) => {
    joining = undefined;
    throw explained(error);
  });
  await joining;
}

async function join(primary: WebAssembly.Exports): Promise<void> {
  const url = new URL('./wasm/dropout-playground.rest.wasm', import.meta.url);
  // Instantiating it writes its functions into the first part's table.
  await WebAssembly.instantiate(await compiledWasm(url, read, build), {
    primary: primary as WebAssembly.ModuleImports,
  });
  isWhole = true;
}

/**
 * Starts the one instance with its first part. A call that needs a function of the rest throws RestMissing,
 * and begins to fetch the rest.
 *
 * @param response The response with the first part, if the caller has requested it already.
 * @throws Error (`wasm`) that says what is missing, by a rejection. A later call tries again.
 */
export async function loadFirstPart(response?: Promise<Response>): Promise<FigureCore> {
  await start(() => ({
    wasm: firstPartUrl(),
    read: response ? () => response : read,
    part: firstPart,
  }));
  return figureCore;
}

/** Starts the one instance with the whole core, as load() does, but returns only what figures use. */
export async function loadWhole(wasm?: WasmSource | null): Promise<FigureCore> {
  await start(() => ({ wasm: wasm ?? ownWasm(), read }));
  return figureCore;
}
