// What <dropout-playground> fetches when it is nearly in sight: the figure, with all it needs.
import { load } from '../core/index.ts';
import { define } from '../element/define.ts';
import { DropoutPlayground } from '../element/dropout-playground.ts';
import { fetchHeatMapFor } from '../element/grids/fetch-heat-map.ts';
import { prepareNumbers } from '../element/number-format.ts';
import { playgroundElements } from '../element/playground-elements.ts';
import { followLanguages, languageOf } from '../i18n/language-controller.ts';
import { loadLanguage } from '../i18n/localization.ts';
import { inlinedWasm } from './inlined-wasm.ts';

export { followLanguages };

// Their names get the package's version from the build: a host page has its own <copy-button>.
define({ ...playgroundElements, 'playground-figure': DropoutPlayground });
prepareNumbers();

/** Fetches what a figure at this place needs. What does not come, the figure itself tells of. */
export async function prepare(place: Element & { input: string }): Promise<void> {
  const core = load(inlinedWasm ? { wasm: inlinedWasm } : {});
  await Promise.allSettled([core, loadLanguage(languageOf(place)), fetchHeatMapFor(place.input)]);
}

export function createFigure(): DropoutPlayground {
  return document.createElement('playground-figure') as DropoutPlayground;
}
