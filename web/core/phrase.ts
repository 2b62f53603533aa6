// A sentence or a part of one, as a template and the values in its places: so much as it takes to say it
// in another language.

export interface Phrase {
  /** The words in English, or a framework's: `expected {0}, but found {1}`. */
  readonly template: string;
  /** What stands in `{0}`, `{1}` and so on. */
  readonly values: readonly PhraseValue[];
}

/**
 * A text, which is the same in every language; a number; a list, such as a shape; or words that have a
 * translation of their own. Whole numbers beyond 2^53 are texts.
 */
export type PhraseValue = string | number | readonly number[] | Phrase;

export function phrase(template: string, ...values: PhraseValue[]): Phrase {
  return { template, values };
}

/** The words with the values in their places; `wordsFor` gives those of another language for a template. */
export function filled({ template, values }: Phrase, wordsFor = (words: string) => words): string {
  return wordsFor(template).replace(/\{(\d)\}/g, (_, place) => {
    const value = values[place] as PhraseValue;
    if (Array.isArray(value)) return `[${value.join(', ')}]`;
    return typeof value === 'object' ? filled(value as Phrase, wordsFor) : String(value);
  });
}
