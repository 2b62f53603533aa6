// What the document says of itself in the language that is shown.
import type { Language } from '../i18n/localization.ts';
import heads from './head.json' with { type: 'json' };

export function nameLanguage(language: Language): void {
  document.documentElement.lang = language;
  document.title = heads[language].title;
}
