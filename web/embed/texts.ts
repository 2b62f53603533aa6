// What is said of a figure or a program that is not there. All other texts come with it.
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

export const RUN: InEachLanguage<string> = {
  en: 'Run',
  de: 'Ausführen',
  fr: 'Exécuter',
  hi: 'चलाएँ',
};

export const COPY: InEachLanguage<string> = {
  en: 'Copy',
  de: 'Kopieren',
  fr: 'Copier',
  hi: 'कॉपी करें',
};

export const COPIED: InEachLanguage<string> = {
  en: 'Copied',
  de: 'Kopiert',
  fr: 'Copié',
  hi: 'कॉपी हुआ',
};

export const NOT_RUN: InEachLanguage<string> = {
  en: 'What runs programs could not be loaded.',
  de: 'Was Programme ausführt, konnte nicht geladen werden.',
  fr: 'Ce qui exécute les programmes n’a pas pu être chargé.',
  hi: 'प्रोग्राम चलाने वाली फ़ाइलें लोड नहीं हो सकीं।',
};

/** In the language of the place: that of the nearest ancestor that has one. */
export function textIn(texts: InEachLanguage<string>, place: Element): string {
  const lang = place.closest('[lang]')?.getAttribute('lang') ?? navigator.language;
  const [language = ''] = lang.toLowerCase().split('-');
  return Object.hasOwn(texts, language) ? texts[language as Language] : texts.en;
}
