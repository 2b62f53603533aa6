// The languages of the page, and which of them is shown.
import { configureLocalization } from '@lit/localize';

/** By their own names, English first: it is what the sources are written in. */
export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  hi: 'हिन्दी',
} as const;

export type Language = keyof typeof LANGUAGES;

const loaders = {
  de: () => import('./locales/de.ts'),
  fr: () => import('./locales/fr.ts'),
  hi: () => import('./locales/hi.ts'),
};

export const { getLocale, setLocale } = configureLocalization({
  sourceLocale: 'en',
  targetLocales: Object.keys(loaders),
  loadLocale: (locale) => loaders[locale as keyof typeof loaders](),
});

/** The first wanted language there is; a wish such as `de-AT` is met by `de`. */
export function bestLanguage(wishes: readonly (string | null)[]): Language {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split('-')[0];
    if (language && language in LANGUAGES) return language as Language;
  }
  return 'en';
}
