// What is wrong, said in words of our own by the core or an element, in the language of the element that
// renders.
import { renewLanguages } from './language-controller.ts';
import { activeSentences, type Sentences } from './localization.ts';

const fetched = new Map<unknown, Sentences>();

/**
 * The words for a template of the core: in English until the other languages' have come, which the first
 * template fetches. A framework's words have no translation, and stay as they are.
 */
export function coreWords(template: string): string {
  const fetchSentences = activeSentences();
  const sentences = fetched.get(fetchSentences);
  if (fetchSentences && !sentences) {
    fetched.set(fetchSentences, {}); // on their way
    fetchSentences().then(
      (module) => {
        fetched.set(fetchSentences, module.sentences);
        renewLanguages();
      },
      // They stay English until somebody asks again.
      () => fetched.delete(fetchSentences),
    );
  }
  return sentences?.[template] ?? template;
}
