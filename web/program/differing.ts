// A text beside another one, with the words marked that differ from it.
import { html, type TemplateResult } from 'lit';

const WORD = /[^\s,;:()[\]{}=]+/g;

/**
 * @param other Nothing is marked where it has another number of words: then each would differ from one that has nothing
 *   to do with it.
 */
export function differing(text: string, other: string): TemplateResult {
  const others = other.match(WORD) ?? [];
  const words = [...text.matchAll(WORD)];
  if (words.length !== others.length) return html`${text}`;
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const [i, { index, 0: word }] of words.entries()) {
    if (isSame(word, others[i] ?? '')) continue;
    parts.push(text.slice(end, index), html`<mark>${word}</mark>`);
    end = index + word.length;
  }
  return html`${parts}${text.slice(end)}`;
}

// `0.` and `0.0` are written by different people.
const isSame = (one: string, other: string) => one === other || Number(one) === Number(other);
