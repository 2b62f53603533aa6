// Where the elements have the core from: a page has the package's, an embed begins with a part of it.
import type { FigureCore } from '../core/figure-core.ts';

type LoadCore = () => Promise<FigureCore>;

let load: LoadCore | undefined;

/** To be called before any element is in a page. */
export function haveCoreFrom(source: LoadCore): void {
  load = source;
}

export async function loadCore(): Promise<FigureCore> {
  if (!load) throw new Error('haveCoreFrom() has not been called');
  return await load();
}
