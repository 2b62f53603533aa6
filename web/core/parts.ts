// The core in two files, which Binaryen splits (scripts/split-wasm.mjs): the first part, with what most
// figures need, and the rest. For who wants a first result soon; others have the core in one file.
import { explained } from './compiled-wasm.ts';

/** What a function of the rest throws that is called before the rest has come. */
export class RestMissing extends Error {
  /** Settled when it is there, or rejected with why it does not come (Error, `wasm`). */
  readonly rest: Promise<void>;

  constructor(rest: Promise<void>) {
    super('the rest of the core is not there yet');
    this.rest = rest;
  }
}

/** What `compute` gives, after the rest of the core has come if that takes it. */
export async function withRest<Result>(compute: () => Result): Promise<Result> {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof RestMissing)) throw error;
    await error.rest;
    return compute();
  }
}

export function isFirstPart(compiled: WebAssembly.Module): boolean {
  return WebAssembly.Module.imports(compiled).some(({ module }) => module === 'placeholder');
}

/** An instance of the first part, which has a place in its table for each function of the rest. */
export class FirstPart {
  readonly #compiledRest: () => Promise<WebAssembly.Module>;
  readonly #onMissing: () => void;
  #exports: WebAssembly.Exports = {};
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

  /** Fetches the rest and joins it to the first part, once; a failed try can be made again. */
  complete(): Promise<void> {
    this.#completing ??= this.#join().catch((error: unknown) => {
      this.#completing = undefined;
      throw explained(error);
    });
    return this.#completing;
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
    const table = Object.values(this.#exports).find((value) => value instanceof WebAssembly.Table);
    return (table as WebAssembly.Table).get(place);
  }

  async #join(): Promise<void> {
    // Writes its functions into the first part's table.
    await WebAssembly.instantiate(await this.#compiledRest(), { primary: this.#exports });
    this.#isWhole = true;
  }
}
