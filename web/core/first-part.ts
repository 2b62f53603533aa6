// The core for who wants a first result soon, the embed: in two files, which Binaryen splits
// (scripts/split-wasm.mjs). The first has what most figures need.
import { compiledWasm, explained, type ReadWasm } from './compiled-wasm.ts';
import { type FigureCore, figureCore } from './figure-core.ts';
import { firstPartUrl } from './first-part-url.ts';
import { abandonCall, type Part, start } from './instance.ts';
import { RestMissing } from './rest-missing.ts';
import type { WasmSource } from './wasm-source.ts';

const read: ReadWasm = (url) => fetch(url);

/** What the first part gives the rest; none unless it is the first part that was started. */
let given: WebAssembly.Exports | undefined;
let isWhole = false;
let joining: Promise<void> | undefined;

const firstPart: Part = {
  imports: {
    // What has the rest's places in the table: by their numbers those that Embind keeps from the start, and
    // calls also when the rest has come. No other is called any more by then.
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
  // Whoever catches it may go on without.
  rest.catch(() => {});
  return new RestMissing(rest);
}

function table(): WebAssembly.Table {
  const isTable = (value: unknown) => value instanceof WebAssembly.Table;
  return Object.values(given ?? {}).find(isTable) as WebAssembly.Table;
}

/**
 * Fetches the rest, before anything needs it or because something does; settled when all of the core is
 * there, however it was started.
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
  // Writes its functions into the first part's table.
  await WebAssembly.instantiate(await compiledWasm(url, read), {
    primary: primary as WebAssembly.ModuleImports,
  });
  isWhole = true;
}

/**
 * Starts the one instance with what most figures need: a call that needs more throws RestMissing, and
 * fetches that.
 *
 * @param response Of the first part's file, if that has been asked for.
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

/** Starts it with all there is: as load(), but for the search. */
export async function loadWhole(wasm?: WasmSource | null): Promise<FigureCore> {
  const file = () => wasm ?? new URL('./wasm/dropout-playground.wasm', import.meta.url);
  await start(() => ({ wasm: file(), read }));
  return figureCore;
}
