// Entry of the page: chooses its language, then brings the elements to life.
import '../element/dropout-playground-define.ts';
import { bestLanguage, setLocale } from '../i18n/localization.ts';
import { PlaygroundPage } from './playground-page.ts';

const asked = new URLSearchParams(location.search).get('lang');
const language = bestLanguage([asked, ...navigator.languages]);
// A page in English shows at once; in another language it waits for its texts, so as not to flicker.
await setLocale(language);
document.documentElement.lang = language;
customElements.define('playground-page', PlaygroundPage);
