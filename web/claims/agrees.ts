// Whether what was printed is what a text says.
import { ADDRESS, inOneLine, type NestedNumbers, numbersOf } from './value-text.ts';

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
  if (isError(text, error)) return true;
  const said = numbersOf(text);
  return (
    [...texts, texts.join('')].some((printed) => isIn(text, printed)) ||
    answers.some(({ text, shape }) => said !== undefined && isSame(said, numbersOf(text), shape))
  );
}

/** Of a line of words: numbers may be rounded. */
export function wordsAgree(text: string, { answers }: Given): boolean {
  const printed = answers.map((answer) => answer.text).join('');
  return printed.split('\n').some((line) => isSameLine(text, line));
}

function isSameLine(said: string, printed: string): boolean {
  if (inOneLine(said) === inOneLine(printed)) return true;
  const [a, b] = [said, printed].map((text) => inOneLine(text).split(NUMBER)) as [
    string[],
    string[],
  ];
  if (a.length !== b.length) return false;
  return a.every((part, i) => {
    const other = b[i] ?? '';
    return i % 2 === 1 ? isRounded(Number(part), Number(other)) : part === other;
  });
}

const NUMBER = /(?<![\w.])([+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?![\w.]*\w)/i;

/**
 * Of what is copied, between prompts or into a block of its own: but for the spaces at the ends of its lines, and for
 * `...` where some are left out. A block may be a part of what is printed.
 */
export function copyAgrees(text: string, form: 'session' | 'output', given: Given): boolean {
  const { before, error } = splitAtError(text);
  if (error !== undefined) {
    if (!isError(error, given.error)) return false;
    if (!before.trim()) return true;
  }
  const values = given.answers.filter(({ kind }) => kind === 'value');
  // Between prompts all values are shown; in a block none, or that of the last line, as in a notebook, or all.
  const shown = form === 'session' ? [values] : [[], values.slice(-1), values];
  return shown.some((some) => isCopied(before, printedWith(some, given)));
}

/** A text that ends with an error: what was printed before it, and its last line. */
function splitAtError(text: string): { before: string; error?: string } {
  const traceback = text.search(/^[ \t]*(?:Traceback \(most recent call last\):|-{20,}$)/m);
  const lines = text.trimEnd().split('\n');
  const last = lines.at(-1)?.trim() ?? '';
  if (!ERROR.test(last)) return { before: text };
  const before = traceback >= 0 ? text.slice(0, traceback) : lines.slice(0, -1).join('\n');
  return { before, error: last };
}

const ERROR = /^(?:\w+\.)*\w*(?:Error|Exception|Interrupt)(?:: .*)?$/;

/** People leave out the module of an error, and the end of a long message. */
function isError(said: string, error: string | undefined): boolean {
  if (error === undefined) return false;
  const [a, b] = [said, error].map((text) => inOneLine(text)) as [string, string];
  return isLeftOut(a, b) || a === (b.split(':', 1)[0] ?? '').split('.').at(-1);
}

/** What was printed, with some values as if they were printed, too. */
export function printedWith(values: readonly GivenAnswer[], { answers }: Given): string {
  return answers
    .filter((answer) => answer.kind === 'print' || values.includes(answer))
    .map((answer) => (answer.kind === 'print' ? answer.text : `${answer.text}\n`))
    .join('');
}

/** Whether this is said of an error. */
export const isOfError = (text: string) => splitAtError(text).error !== undefined;

function isIn(said: string, printed: string): boolean {
  const [text, whole] = [inOneLine(said), inOneLine(printed)];
  if (hasGap(text)) return isLeftOut(text, whole);
  for (let at = whole.indexOf(text); at >= 0 && text !== ''; at = whole.indexOf(text, at + 1)) {
    const before = whole.slice(Math.max(0, at - 2), at);
    if (!/[\w.]$/u.test(before) && !/^(?:\w|\.\d)/u.test(whole.slice(at + text.length)))
      return true;
  }
  return false;
}

function isCopied(said: string, printed: string): boolean {
  const [a, b] = [said, printed].map((text) =>
    text
      .replace(ADDRESS, '0x')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .trim(),
  ) as [string, string];
  return `\n${b}\n`.includes(`\n${a}\n`) || isLeftOut(inOneLine(a), inOneLine(b));
}

const GAP = /\.\.\.|…/;
const hasGap = (text: string) => GAP.test(text);

/** Whether the whole is the same, but for what `...` stands for. PyTorch itself leaves out with the same dots. */
function isLeftOut(said: string, whole: string): boolean {
  const [first = '', ...others] = said.split(GAP).map((part) => part.trim());
  const last = others.pop();
  if (last === undefined) return first === whole;
  if (!whole.startsWith(first)) return false;
  let from = first.length;
  for (const part of others) {
    const at = whole.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return whole.length >= from + last.length && whole.endsWith(last);
}

function isSame(
  said: NestedNumbers,
  printed: NestedNumbers | undefined,
  shape: readonly number[] | undefined,
): boolean {
  if (printed !== undefined && isRoundedAll(said, printed)) return true;
  if (!Array.isArray(said)) return false;
  const sizes = shape ?? (printed === undefined ? undefined : sizesOf(printed));
  return sizes !== undefined && sizes.length > 0 && isRoundedAll(said, [...sizes]);
}

/** The shape of a tensor that is printed in full. */
function sizesOf(numbers: NestedNumbers): number[] {
  const sizes: number[] = [];
  for (let at: NestedNumbers | undefined = numbers; Array.isArray(at); at = at[0])
    sizes.push(at.length);
  return sizes;
}

function isRoundedAll(said: NestedNumbers, printed: NestedNumbers): boolean {
  if (typeof said === 'number' || typeof printed === 'number') {
    return typeof said === 'number' && typeof printed === 'number' && isRounded(said, printed);
  }
  return (
    said.length === printed.length &&
    said.every((one, i) => isRoundedAll(one, printed[i] as NestedNumbers))
  );
}

/** People leave out digits of a number. */
function isRounded(said: number, printed: number): boolean {
  const [, decimals = ''] = String(said).split('.');
  if (said === printed) return true;
  return (
    decimals.length > 0 && decimals.length < 20 && Number(printed.toFixed(decimals.length)) === said
  );
}
