// What is wrong, said in words of our own by the core or an element, in the language of the element that
// renders.
import { renewLanguages } from './language-controller.ts';
import { activeSentences } from './localization.ts';

const translators = new Map<unknown, (english: string) => string>();

/**
 * A sentence of the core: in English until its translator has come, which the first sentence fetches.
 * What a framework says has no translation, and stays as it is.
 */
export function coreSentence(english: string): string {
  const fetchTranslator = activeSentences();
  const translate = translators.get(fetchTranslator);
  if (translate) return translate(english);
  fetchTranslator?.().then(
    (module) => {
      translators.set(fetchTranslator, module.translate);
      renewLanguages();
    },
    // It stays English.
    () => {},
  );
  return english;
}
