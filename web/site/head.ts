// What the document says of itself in the language that is shown.
import type { InEachLanguage, Language } from '../i18n/languages.ts';
import headTexts from './head.json' with { type: 'json' };

const heads: InEachLanguage<{ title: string }> = headTexts;

export function nameLanguage(language: Language): void {
  document.documentElement.lang = language;
  document.title = heads[language].title;
}

/** Makes the addresses of the other languages whole, as search engines want them. The build may not know its host. */
export function nameAddresses(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="alternate"]')) {
    link.setAttribute('href', link.href);
  }
}
