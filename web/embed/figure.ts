// What <dropout-playground> fetches when it is nearly in sight: the figure, with all it needs.
import type { FigureCore } from '../core/figure-core.ts';
import { loadFirstPart, loadRest, loadWhole } from '../core/first-part.ts';
import { define } from '../design/define.ts';
import { haveCoreFrom } from '../experiment/core-source.ts';
import type { Settings } from '../experiment/settings.ts';
import { DropoutPlayground } from '../figure/dropout-playground.ts';
import { fetchHeatMapFor } from '../figure/grids/fetch-heat-map.ts';
import { playgroundElements } from '../figure/playground-elements.ts';
import { followLanguages, languageOf } from '../i18n/language-controller.ts';
import { loadLanguage } from '../i18n/localization.ts';
import { prepareNumbers } from '../i18n/number-format.ts';
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
