// What <dropout-playground> fetches when it is nearly in sight: the figure, with all it needs.
import { loadFirstPart, loadRest } from '../core/first-part.ts';
import { load, type Playground } from '../core/index.ts';
import { define } from '../element/define.ts';
import { DropoutPlayground } from '../element/dropout-playground.ts';
import { DEFAULT_SETTINGS, type Settings } from '../element/experiment/settings.ts';
import { fetchHeatMapFor } from '../element/grids/fetch-heat-map.ts';
import { prepareNumbers } from '../element/number-format.ts';
import { playgroundElements } from '../element/playground-elements.ts';
import { followLanguages, languageOf } from '../i18n/language-controller.ts';
import { loadLanguage } from '../i18n/localization.ts';
import { inlinedWasm } from './inlined-wasm.ts';

export { followLanguages };

/** Begins with the core's first part, and fetches the rest when a reader comes to it. */
class PlaygroundFigure extends DropoutPlayground {
  constructor() {
    super();
    for (const event of ['pointerenter', 'focusin']) {
      this.addEventListener(event, fetchRest, { once: true });
    }
  }

  protected override loadCore(): Promise<Playground> {
    return loadCore();
  }
}

function loadCore(): Promise<Playground> {
  return inlinedWasm ? loadWhole() : loadFirstPart();
}

function loadWhole(): Promise<Playground> {
  return load(inlinedWasm ? { wasm: inlinedWasm } : {});
}

// Who needs it, and is not given it, tells of that.
function fetchRest(): void {
  loadRest().catch(() => {});
}

// Their names get the package's version from the build: a host page has its own <copy-button>.
define({ ...playgroundElements, 'playground-figure': PlaygroundFigure });
prepareNumbers();

/** Fetches what a figure at this place needs. What does not come, the figure itself tells of. */
export async function prepare(place: Element & Pick<Settings, 'input' | 'engine'>): Promise<void> {
  // Another engine needs all of the core, which is sooner there in one file than in two.
  const core = place.engine === DEFAULT_SETTINGS.engine ? loadCore() : loadWhole();
  await Promise.allSettled([core, loadLanguage(languageOf(place)), fetchHeatMapFor(place.input)]);
}

export function createFigure(): PlaygroundFigure {
  return document.createElement('playground-figure') as PlaygroundFigure;
}
