// What <dropout-playground> fetches when it is nearly in sight: the figure, with all it needs.
import { define } from '../element/define.ts';
import { DropoutPlayground } from '../element/dropout-playground.ts';
import { playgroundElements } from '../element/playground-elements.ts';
import { followLanguages, languageOf } from '../i18n/language-controller.ts';
import { loadLanguage } from '../i18n/localization.ts';

export { followLanguages };

// Their names get the package's version from the build: a host page has its own <copy-button>.
define({ ...playgroundElements, 'playground-figure': DropoutPlayground });

/** A figure for this place, in its language. */
export async function createFigure(place: Element): Promise<DropoutPlayground> {
  // Without its texts it speaks English.
  await loadLanguage(languageOf(place)).catch(() => {});
  return document.createElement('playground-figure') as DropoutPlayground;
}
