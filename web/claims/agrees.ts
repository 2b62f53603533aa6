// Whether what was printed is what a text says.
import { inOneLine, type NestedNumbers, numbersOf } from './value-text.ts';

/** What the lines of a claim have given. */
export interface Given {
  /** What was printed, call by call, and the values that were asked about. */
  answers: readonly GivenAnswer[];
  /** The last line of the error that ended the program there. */
  error?: string;
}

export interface GivenAnswer {
  kind: 'print' | 'value';
  text: string;
  shape?: readonly number[];
}

/**
 * Of a comment, which says what is printed in its own way: spaces, line breaks and the words around it may differ, and
 * so may the writing of numbers; a shape may stand for its tensor.
 */
export function commentAgrees(text: string, { answers, error }: Given): boolean {
  const texts = answers.map((answer) => answer.text);
  if (error !== undefined && inOneLine(error) === inOneLine(text)) return true;
  const said = numbersOf(text);
  return (
    [...texts, texts.join('')].some((printed) => isIn(text, printed)) ||
    answers.some(({ text, shape }) => said !== undefined && isSame(said, numbersOf(text), shape))
  );
}

/**
 * Of what is copied, between prompts or into a block of its own: but for the spaces at the ends of its lines, and for
 * `...` where some are left out. A block may be a part of what is printed.
 */
export function copyAgrees(text: string, form: 'session' | 'output', given: Given): boolean {
  if (isOfError(text)) {
    const last = text.trim().split('\n').at(-1) ?? '';
    return given.error !== undefined && inOneLine(given.error) === inOneLine(last);
  }
  const values = given.answers.filter(({ kind }) => kind === 'value');
  // Between prompts all values are shown; in a block none, or that of the last line, as in a notebook, or all.
  const shown = form === 'session' ? [values] : [[], values.slice(-1), values];
  return shown.some((some) => isCopied(text, printedWith(some, given)));
}

/** What was printed, with some values as if they were printed, too. */
export function printedWith(values: readonly GivenAnswer[], { answers }: Given): string {
  return answers
    .filter((answer) => answer.kind === 'print' || values.includes(answer))
    .map((answer) => (answer.kind === 'print' ? answer.text : `${answer.text}\n`))
    .join('');
}

/** Whether this is said of an error. */
export const isOfError = (text: string) =>
  /^Traceback \(most recent call last\):/m.test(text) ||
  /^\w*(?:Error|Exception)(?:: .*)?$/.test(text.trim());

function isIn(said: string, printed: string): boolean {
  const pattern = patternOf(inOneLine(said));
  return new RegExp(`(?<![\\w.])${pattern}(?![\\w])`, 'u').test(inOneLine(printed));
}

function isCopied(said: string, printed: string): boolean {
  const [a, b] = [said, printed].map((text) =>
    text
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .trim(),
  ) as [string, string];
  if (`\n${b}\n`.includes(`\n${a}\n`)) return true;
  return new RegExp(`^${patternOf(inOneLine(a))}$`, 'u').test(inOneLine(b));
}

/** What was left out may be anything. PyTorch itself leaves out with the same dots. */
function patternOf(text: string): string {
  return text
    .split(/\.\.\.|…/)
    .map((part) => part.trim().replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
    .join('.*');
}

function isSame(
  said: NestedNumbers,
  printed: NestedNumbers | undefined,
  shape: readonly number[] | undefined,
): boolean {
  if (shape && JSON.stringify(said) === JSON.stringify(shape)) return true;
  if (typeof said === 'number' && typeof printed === 'number') return isRounded(said, printed);
  return JSON.stringify(said) === JSON.stringify(printed);
}

/** People leave out digits of a number. */
function isRounded(said: number, printed: number): boolean {
  const [, decimals = ''] = String(said).split('.');
  return decimals.length > 0 && Number(printed.toFixed(decimals.length)) === said
    ? true
    : said === printed;
}
