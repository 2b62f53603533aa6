// The texts of each language, and which language is active: that of the element that renders.
import { configureLocalization, type LocaleModule } from '@lit/localize';
import { importAgain } from '../loading/import-again.ts';
import type { Language } from './languages.ts';

type Templates = LocaleModule['templates'];

/** The texts of a language other than English, as they are fetched. */
interface Texts extends LocaleModule {
  /** Fetches what the core says in words of its own. */
  sentences: () => Promise<{ sentences: Sentences }>;
}

/**
 * What this language has for each English template, such as `expected {0}, but found {1}`: the same
 * places, each once or more, in any order.
 */
export type Sentences = Readonly<Record<string, string>>;

type Loaders<What> = Record<Exclude<Language, 'en'>, () => Promise<What>>;

const loaders: Loaders<Texts> = {
  de: () => import('./locales/de.ts'),
  fr: () => import('./locales/fr.ts'),
  hi: () => import('./locales/hi.ts'),
};

/** Of parts that come later, with texts of their own. */
const later = new Set<Loaders<{ templates: Templates }>>();

const loaded = new Map<Language, Partial<Texts>>([['en', {}]]);
let active: Language = 'en';

// @lit/localize has one language for a page, but a page may have embeds in several. So @lit/localize is given a
// single target, whose templates are those of the active language.
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

/** Has every language fetch these texts, too, from now on. */
export function addTexts(loaders: Loaders<{ templates: Templates }>): void {
  later.add(loaders);
  for (const language of loaded.keys()) if (language !== 'en') incomplete.add(language);
}

/** Languages that were loaded before some texts were added. */
const incomplete = new Set<Language>();

/** Fetches the texts of a language, once. */
export async function loadLanguage(language: Language): Promise<void> {
  if (isLoaded(language)) return;
  const name = language as keyof typeof loaders;
  // Not earlier, since it needs a window, and English needs no templates.
  await setLocale('active');
  const [texts, ...more] = await Promise.all([
    importAgain(loaders[name]),
    // A part whose texts cannot be fetched speaks English.
    ...Array.from(later, (one) => importAgain(one[name]).catch(() => ({ templates: {} }))),
  ]);
  const templates = Object.assign({}, texts.templates, ...more.map(({ templates }) => templates));
  incomplete.delete(language);
  loaded.set(language, { ...texts, templates });
}

export function isLoaded(language: Language): boolean {
  return loaded.has(language) && !incomplete.has(language);
}

/** Makes a language active, whose texts must be loaded: messages and numbers are in it from now on. */
export function activate(language: Language): void {
  active = language;
}

export function activeLanguage(): Language {
  return active;
}

/** What fetches the core's own sentences in the active language; none for English. */
export function activeSentences(): Texts['sentences'] | undefined {
  return loaded.get(active)?.sentences;
}
