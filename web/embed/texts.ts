// What is said of a figure that is not there. All other texts come with the figure.
import type { InEachLanguage, Language } from '../i18n/languages.ts';

export const LOADING: InEachLanguage<string> = {
  en: 'The interactive figure is loading…',
  de: 'Die interaktive Abbildung wird geladen …',
  fr: 'La figure interactive se charge…',
  hi: 'इंटरैक्टिव चित्र लोड हो रहा है…',
};

export const NOT_LOADED: InEachLanguage<string> = {
  en: 'The interactive figure could not be loaded.',
  de: 'Die interaktive Abbildung konnte nicht geladen werden.',
  fr: 'La figure interactive n’a pas pu être chargée.',
  hi: 'इंटरैक्टिव चित्र लोड नहीं हो सका।',
};

/** In the language of the place: that of the nearest ancestor that has one. */
export function textIn(texts: InEachLanguage<string>, place: Element): string {
  const lang = place.closest('[lang]')?.getAttribute('lang') ?? navigator.language;
  const [language = ''] = lang.toLowerCase().split('-');
  return Object.hasOwn(texts, language) ? texts[language as Language] : texts.en;
}
