// The languages, and in which of them messages are given: in that of the element that renders.
import { configureLocalization, type LocaleModule } from '@lit/localize';

/** By their own names, English first: it is what the sources are written in. */
export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  hi: 'हिन्दी',
} as const;

export type Language = keyof typeof LANGUAGES;

type Templates = LocaleModule['templates'];

/** A language as it is fetched, but for English. */
interface Texts extends LocaleModule {
  /** Fetches what translates the core's own sentences. */
  sentences: () => Promise<{ translate: (english: string) => string }>;
}

const loaders: Record<Exclude<Language, 'en'>, () => Promise<Texts>> = {
  de: () => import('./locales/de.ts'),
  fr: () => import('./locales/fr.ts'),
  hi: () => import('./locales/hi.ts'),
};

const loaded = new Map<Language, Partial<Texts>>([['en', {}]]);
let active: Language = 'en';

// @lit/localize has one language for all of a page, which may have embeds in several. So it is told of
// a single target, whose templates are those of the language that is active.
const { setLocale } = configureLocalization({
  sourceLocale: 'en',
  targetLocales: ['active'],
  loadLocale: async () => ({
    templates: new Proxy<Templates>(
      {},
      { get: (_, id) => loaded.get(active)?.templates?.[id as string] },
    ),
  }),
});

/** Fetches its texts, once. */
export async function loadLanguage(language: Language): Promise<void> {
  if (loaded.has(language)) return;
  // Not before, since it needs a window; and English needs no templates.
  await setLocale('active');
  loaded.set(language, await loaders[language as keyof typeof loaders]());
}

export function isLoaded(language: Language): boolean {
  return loaded.has(language);
}

/** From now on messages and numbers are in this language, of which the texts are loaded. */
export function activate(language: Language): void {
  active = language;
}

export function activeLanguage(): Language {
  return active;
}

/** What fetches the translator of the core's own sentences for the active language; none for English. */
export function activeSentences(): Texts['sentences'] | undefined {
  return loaded.get(active)?.sentences;
}

/** The first wanted language there is; a wish such as `de-AT` is met by `de`. */
export function bestLanguage(wishes: readonly (string | null)[]): Language {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split('-')[0];
    if (language && Object.hasOwn(LANGUAGES, language)) return language as Language;
  }
  return 'en';
}
