// The core for who wants a first result soon, the embed: in two files, which Binaryen splits
// (scripts/split-wasm.mjs). The first has what most figures need.
import { compiledWasm, explained, type ReadWasm } from './compiled-wasm.ts';
import { type FigureCore, figureCore } from './figure-core.ts';
import { firstPartUrl } from './first-part-url.ts';
import { abandonCall, type Part, start } from './instance.ts';
import { RestMissing } from './rest-missing.ts';
import type { WasmSource } from './wasm-source.ts';

/** An instance of the first part, which has a place in its table for each function of the rest. */
class FirstPart implements Part {
  readonly #compiledRest: () => Promise<WebAssembly.Module>;
  readonly #onMissing: () => void;
  #exports: WebAssembly.Exports | undefined;
  #isWhole = false;
  #completing: Promise<void> | undefined;

  /**
   * @param compiledRest Fetches it; asked again after a failure.
   * @param onMissing Called before RestMissing is thrown, which passes C++ functions without their ends.
   */
  constructor(compiledRest: () => Promise<WebAssembly.Module>, onMissing: () => void) {
    this.#compiledRest = compiledRest;
    this.#onMissing = onMissing;
  }

  /** What has the places in the table until then, by their numbers; Embind keeps calling these. */
  readonly imports = {
    placeholder: new Proxy<WebAssembly.ModuleImports>({}, { get: (_, place) => this.#at(place) }),
  };

  started(exports: WebAssembly.Exports): void {
    this.#exports = exports;
  }

  /**
   * Fetches the rest and joins it to the first part, once; a failed try can be made again. Does nothing
   * if it is not the first part that was started.
   */
  async complete(): Promise<void> {
    if (!this.#exports) return;
    this.#completing ??= this.#join().catch((error: unknown) => {
      this.#completing = undefined;
      throw explained(error);
    });
    await this.#completing;
  }

  #at(place: string | symbol) {
    let joined: ((...values: unknown[]) => unknown) | undefined;
    return (...values: unknown[]) => {
      joined ??= this.#joinedAt(Number(place));
      return joined(...values);
    };
  }

  #joinedAt(place: number): (...values: unknown[]) => unknown {
    if (!this.#isWhole) {
      this.#onMissing();
      const rest = this.complete();
      // Whoever catches it may go on without.
      rest.catch(() => {});
      throw new RestMissing(rest);
    }
    const table = Object.values(this.#exports ?? {}).find(
      (value) => value instanceof WebAssembly.Table,
    );
    return (table as WebAssembly.Table).get(place);
  }

  async #join(): Promise<void> {
    // Writes its functions into the first part's table.
    await WebAssembly.instantiate(await this.#compiledRest(), {
      primary: this.#exports as WebAssembly.ModuleImports,
    });
    this.#isWhole = true;
  }
}

const read: ReadWasm = (url) => fetch(url);

const firstPart = new FirstPart(
  () => compiledWasm(new URL('./wasm/dropout-playground.rest.wasm', import.meta.url), read),
  abandonCall,
);

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

/**
 * Fetches the rest before anything needs it; settled when all of the core is there.
 *
 * @throws Error (`wasm`), by a rejection. A later call tries again.
 */
export const loadRest = () => firstPart.complete();
