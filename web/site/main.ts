// Entry of the page: chooses its language, then brings the elements to life.
import '../figure/dropout-playground-define.ts';
import { prepareNumbers } from '../i18n/number-format.ts';
import '../parts/lesson/dropout-lesson-define.ts';
import { bestLanguage, loadLanguage } from '../i18n/localization.ts';
import { nameAddresses, nameLanguage } from './head.ts';
import { keepOffline } from './offline.ts';
import { PlaygroundPage } from './playground-page.ts';

const asked = new URLSearchParams(location.search).get('lang');
// That of a page in a language of its own; the page for all has none.
const own = document.documentElement.dataset.language ?? null;
const wanted = bestLanguage([asked, own, ...navigator.languages]);
// A page in English shows at once; in another language it waits for its texts, so as not to flicker.
// If these do not come, English is better than no page.
const language = await loadLanguage(wanted).then(
  () => wanted,
  () => 'en' as const,
);
nameLanguage(language);
nameAddresses();
customElements.define('playground-page', PlaygroundPage);
prepareNumbers();
keepOffline();
