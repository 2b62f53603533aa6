// What <dropout-lab> fetches when it is nearly in sight: the lab and its texts.
import '../parts/lab/lab-texts.ts';
import { define } from '../design/define.ts';
import { followLanguages, languageOf } from '../i18n/language-controller.ts';
import { loadLanguage } from '../i18n/localization.ts';
import { prepareNumbers } from '../i18n/number-format.ts';
import { DropoutLab } from '../parts/lab/dropout-lab.ts';
import { DEFAULT_LAB, LAB_SETTINGS } from '../parts/lab/lab-attributes.ts';
import { labElements } from '../parts/lab/lab-elements.ts';
import { PLAYGROUND } from './playground.ts';

// The build appends the package's version to these names, as to those of a figure.
define({ ...labElements, 'lab-figure': DropoutLab });
prepareNumbers();

/** The lab at a place, whose attributes are the lab's. */
export async function createLab(place: Element): Promise<DropoutLab> {
  // It stays English where the texts cannot be fetched.
  await loadLanguage(languageOf(place)).catch(() => {});
  const lab = document.createElement('lab-figure') as DropoutLab;
  lab.playground = PLAYGROUND;
  follow(place, lab);
  return lab;
}

/** Its attributes are the lab's, and what the reader chooses there comes back to them. */
function follow(element: Element, lab: DropoutLab): void {
  const pass = () => {
    for (const name of LAB_SETTINGS) lab[name] = element.getAttribute(name) ?? DEFAULT_LAB[name];
    const playground = element.getAttribute('playground');
    if (playground !== null) lab.playground = playground;
  };
  pass();
  new MutationObserver(pass).observe(element, { attributeFilter: [...LAB_SETTINGS, 'playground'] });
  // In somebody's shadow tree, where the observer of the document sees nothing.
  new MutationObserver(followLanguages).observe(element, { attributeFilter: ['lang'] });
  lab.addEventListener('lab-change', (event) => {
    event.stopPropagation();
    for (const name of LAB_SETTINGS) {
      const text = lab[name];
      if (text === (element.getAttribute(name) ?? DEFAULT_LAB[name])) continue;
      element.setAttribute(name, text);
    }
    element.dispatchEvent(new Event('dropout-change', { bubbles: true }));
  });
}
