// The languages, by their own names, which languages.json lists for the scripts, too. English is the first: the
// sources are written in it.
import LANGUAGES from './languages.json' with { type: 'json' };

export { LANGUAGES };

export type Language = keyof typeof LANGUAGES;

/** Something that each language has: one that is missing does not compile. */
export type InEachLanguage<What> = Readonly<Record<Language, What>>;

/** The first of the wanted languages that we have. `de` meets a wish for `de-AT`. */
export function bestLanguage(wishes: readonly (string | null)[]): Language {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split('-')[0];
    if (isLanguage(language)) return language;
  }
  return 'en';
}

// Only of its own, since an object also answers to `constructor` and the like.
export function isLanguage(name: string | undefined): name is Language {
  return name !== undefined && Object.hasOwn(LANGUAGES, name);
}
