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
  if (!fetchSentences) return template;
  if (!fetched.has(fetchSentences)) {
    fetched.set(fetchSentences, {}); // on their way
    fetchSentences().then(
      ({ sentences }) => {
        fetched.set(fetchSentences, sentences);
        renewLanguages();
      },
      // They stay English until somebody asks again.
      () => fetched.delete(fetchSentences),
    );
  }
  return fetched.get(fetchSentences)?.[template] ?? template;
}
