// What <dropout-playground> fetches when it is nearly in sight: the figure and all that the figure needs.
import type { FigureCore } from '../core/figure-core.ts';
import { isWholeCore, loadFigureModule, loadWholeCore, readsTexts } from '../core/figure-module.ts';
import { define } from '../design/define.ts';
import { setCoreSource } from '../experiment/core-source.ts';
import type { Settings } from '../experiment/settings.ts';
import { DropoutPlayground } from '../figure/dropout-playground.ts';
import { fetchHeatMapFor } from '../figure/grids/fetch-heat-map.ts';
import { playgroundElements } from '../figure/playground-elements.ts';
import { followLanguages, languageOf } from '../i18n/language-controller.ts';
import { loadLanguage } from '../i18n/localization.ts';
import { prepareNumbers } from '../i18n/number-format.ts';
import { importAgain } from '../loading/import-again.ts';
import { inlinedWasm } from './inlined-wasm.ts';
import { needsWholeCore } from './needs-whole-core.ts';

export { followLanguages };

// The build appends the package's version to these names, since a host page may have its own <copy-button>.
define({ ...playgroundElements, 'playground-figure': DropoutPlayground });
prepareNumbers();
// Elements ask for the core after prepare(): they get the one that it started, or try again if it failed.
setCoreSource({
  load: () => loadFirst(),
  more: (settings) => (doesFor(settings) ? null : loadWhole()),
});

/** Loads what a figure can begin with: its own module, or the whole core where that is in the script. */
function loadFirst(response?: Promise<Response>): Promise<FigureCore> {
  return inlinedWasm ? loadWhole() : loadFigureModule(response);
}

function loadWhole(response?: Promise<Response>): Promise<FigureCore> {
  const fetchGlue = () => importAgain(() => import('../core/whole-core.ts'));
  return loadWholeCore(fetchGlue, inlinedWasm, response);
}

function doesFor(settings: Settings): boolean {
  if (isWholeCore()) return true;
  const { input, gradient } = settings;
  return !needsWholeCore(settings) && readsTexts(input, ...(gradient.trim() ? [gradient] : []));
}

/**
 * Fetches what a figure at this place needs. It does not reject: the figure itself reports what is missing.
 *
 * @param response The response with the module that the figure begins with, if it has been requested already.
 */
export async function prepare(
  place: Element & Settings,
  response?: Promise<Response>,
): Promise<void> {
  const loadCore = async () => {
    await (needsWholeCore(place) ? loadWhole(response) : loadFirst(response));
    if (!doesFor(place)) await loadWhole();
  };
  const { input } = place;
  await Promise.allSettled([loadCore(), loadLanguage(languageOf(place)), fetchHeatMapFor(input)]);
}

/** A figure that fetches the whole core when the reader points at it or moves the focus into it. */
export function createFigure(): DropoutPlayground {
  const figure = document.createElement('playground-figure') as DropoutPlayground;
  for (const event of ['pointerenter', 'focusin']) {
    // A failure is reported by what needs the whole core later.
    figure.addEventListener(event, () => loadWhole().catch(() => {}), { once: true });
  }
  return figure;
}

/** What nobody puts into a figure: it stands there after `<dropout-playground />`, which HTML does not close. */
const SWALLOWED =
  'dropout-playground, h1, h2, h3, h4, h5, h6, section, article, main, nav, footer, script[src]';

/** Whether an element has what follows it for its content; the console is told. */
export function hasSwallowed(place: Element): boolean {
  const isSo = place.querySelector(SWALLOWED) !== null;
  if (isSo) {
    console.warn(
      'What follows <dropout-playground /> has become its content, since HTML closes no such tag by a slash. Write <dropout-playground></dropout-playground>.',
      place,
    );
  }
  return isSo;
}
