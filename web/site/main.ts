// Entry of the page: chooses its language, then brings the elements to life.
import '../figure/dropout-playground-define.ts';
import { bestLanguage } from '../i18n/languages.ts';
import { loadLanguage } from '../i18n/localization.ts';
import { prepareNumbers } from '../i18n/number-format.ts';
import { nameAddresses, nameLanguage } from './head.ts';
import { keepOffline } from './offline.ts';
import { PlaygroundPage } from './playground-page.ts';

const asked = new URLSearchParams(location.search).get('lang');
// The language of a page that has one; the page that follows the reader's language has none.
const own = document.documentElement.dataset.language ?? null;
const wanted = bestLanguage([asked, own, ...navigator.languages]);
// A page in English shows at once. In another language it first waits for its texts, since it would flicker
// otherwise. If they cannot be loaded, it shows in English.
const language = await loadLanguage(wanted).then(
  () => wanted,
  () => 'en' as const,
);
nameLanguage(language);
nameAddresses();
customElements.define('playground-page', PlaygroundPage);
prepareNumbers();
keepOffline();
