// From where the elements load the core: the page takes the package's, and an embed a module that does for its figures.
import type { FigureCore } from '../core/figure-core.ts';
import type { Settings } from './settings.ts';

export interface CoreSource {
  load(): Promise<FigureCore>;

  /**
   * null if the core that is there does for the settings; else what waits for one that does, and rejects with an Error
   * (`wasm`) if there is none.
   */
  more(settings: Settings): Promise<unknown> | null;
}

let source: CoreSource | undefined;

/** Sets the source. To be called before the page has any element that needs the core. */
export function setCoreSource(given: CoreSource): void {
  source = given;
}

export async function loadCore(): Promise<FigureCore> {
  if (!source) throw new Error('setCoreSource() has not been called');
  return await source.load();
}

/** What CoreSource says of the settings, once the core is there. */
export function moreCoreFor(settings: Settings): Promise<unknown> | null {
  return source?.more(settings) ?? null;
}

/** The error of a field that needs the whole core, which did not come. */
export class CoreMissing extends Error {
  constructor(cause: unknown) {
    super('the rest of the program could not be loaded', { cause });
  }
}
