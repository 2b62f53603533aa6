// What the buttons over a block of code say, before the texts of programs are there.
import type { InEachLanguage } from '../i18n/languages.ts';

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
