// Whether what is said has the form of what is printed: if not, it is a remark about something else.
import type { Given } from './agrees.ts';
import type { Claim } from './claim.ts';
import { type NestedNumbers, numbersOf } from './value-text.ts';

export function isAlike({ text, form }: Claim, { answers }: Given): boolean {
  const printed = answers.map((answer) => answer.text).join('');
  if (form !== 'comment') {
    const forms = new Set(printed.split('\n').map(formOf));
    return text.split('\n').some((line) => hasWords(line) && forms.has(formOf(line)));
  }
  const said = numbersOf(text);
  if (said === undefined) return false;
  return answers.some((answer) => {
    const numbers = numbersOf(answer.text);
    if (typeof said === 'number') {
      if (numbers !== undefined) return countOf(numbers) === 1;
      return answer.kind === 'print' && numbersIn(answer.text) === 1 && /\d\s*$/.test(answer.text);
    }
    if (numbers === undefined || typeof numbers === 'number') return false;
    return (
      hasFormOfList(said, numbers) || isShapeLike(said, answer.shape?.length ?? depthOf(numbers))
    );
  });
}

/** A line with a sign for each number, for numbers in a row, and for what is true or false. */
export const formOf = (line: string) =>
  line
    .replace(NUMBER, '#')
    .replace(/\b(?:True|False)\b/g, '?')
    .replace(/\s+/g, ' ')
    .replace(/([[(]) /g, '$1')
    .replace(/#(?:, ?#)+/g, '#')
    .trim();

// Also `1.`, as tensors have it.
const NUMBER =
  /(?<![\w.])[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![\w.])|(?<![\w.])[+-]?(?:nan|inf)(?!\w)/gi;

const numbersIn = (text: string) => (text.match(NUMBER) ?? []).length;

/** Whether it says more than a number does. */
const hasWords = (line: string) => /\p{L}|[[(]/u.test(line);

function hasFormOfList(said: NestedNumbers[], printed: NestedNumbers[]): boolean {
  if (depthOf(said) !== depthOf(printed)) return false;
  if (isRange(said, printed)) return false;
  return countOf(said) === countOf(printed) || (countOf(said) > 2 && countOf(printed) > 2);
}

/** `[0, 1]` may be where the numbers lie. */
function isRange(said: NestedNumbers[], printed: NestedNumbers[]): boolean {
  const [low, high, ...more] = said;
  if (typeof low !== 'number' || typeof high !== 'number' || more.length > 0) return false;
  return printed.every((one) => typeof one === 'number' && one >= low && one <= high);
}

/** Sizes, of as many dimensions. */
const isShapeLike = (said: NestedNumbers[], dimensions: number) =>
  said.length === dimensions &&
  said.every((size) => typeof size === 'number' && Number.isInteger(size) && size > 0);

function depthOf(numbers: NestedNumbers): number {
  let depth = 0;
  for (let at: NestedNumbers | undefined = numbers; Array.isArray(at); at = at[0]) ++depth;
  return depth;
}

const countOf = (numbers: NestedNumbers): number =>
  typeof numbers === 'number' ? 1 : numbers.reduce<number>((sum, one) => sum + countOf(one), 0);
