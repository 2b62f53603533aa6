// What <dropout-playground> fetches when it is nearly in sight: the figure, with all it needs.
import type { FigureCore } from '../core/figure-core.ts';
import { loadFirstPart, loadRest, loadWhole } from '../core/first-part.ts';
import { haveCoreFrom } from '../element/core-source.ts';
import { define } from '../element/define.ts';
import { DropoutPlayground } from '../element/dropout-playground.ts';
import type { Settings } from '../element/experiment/settings.ts';
import { fetchHeatMapFor } from '../element/grids/fetch-heat-map.ts';
import { prepareNumbers } from '../element/number-format.ts';
import { playgroundElements } from '../element/playground-elements.ts';
import { followLanguages, languageOf } from '../i18n/language-controller.ts';
import { loadLanguage } from '../i18n/localization.ts';
import { inlinedWasm } from './inlined-wasm.ts';
import { isUsual } from './usual.ts';

export { followLanguages };

// Their names get the package's version from the build: a host page has its own <copy-button>.
define({ ...playgroundElements, 'playground-figure': DropoutPlayground });
prepareNumbers();
// Called when prepare() has started it, or has failed to.
haveCoreFrom(() => loadUsual());

/** What does for a usual figure. */
function loadUsual(firstPart?: Promise<Response>): Promise<FigureCore> {
  return inlinedWasm ? loadWhole(inlinedWasm) : loadFirstPart(firstPart);
}

/**
 * Fetches what a figure at this place needs. What does not come, the figure itself tells of.
 *
 * @param firstPart Of the core, if it has been asked for.
 */
export async function prepare(
  place: Element & Settings,
  firstPart?: Promise<Response>,
): Promise<void> {
  const core = isUsual(place) ? loadUsual(firstPart) : loadWhole(inlinedWasm);
  await Promise.allSettled([core, loadLanguage(languageOf(place)), fetchHeatMapFor(place.input)]);
}

/** A figure that fetches the rest of the core when a reader comes to it. */
export function createFigure(): DropoutPlayground {
  const figure = document.createElement('playground-figure') as DropoutPlayground;
  for (const event of ['pointerenter', 'focusin']) {
    // If it does not come, who needs it tells of that.
    figure.addEventListener(event, () => loadRest().catch(() => {}), { once: true });
  }
  return figure;
}
