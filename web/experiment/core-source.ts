// From where the elements load the core: the page takes the package's, and an embed the core's first part.
import type { FigureCore } from '../core/figure-core.ts';

type LoadCore = () => Promise<FigureCore>;

let load: LoadCore | undefined;

/** Sets the source. To be called before the page has any element that needs the core. */
export function setCoreSource(source: LoadCore): void {
  load = source;
}

export async function loadCore(): Promise<FigureCore> {
  if (!load) throw new Error('setCoreSource() has not been called');
  return await load();
}
