// What one comment says that is printed: the value in it, and its words.
import type { Claim, Lines } from './claim.ts';
import { countsOfNumbers, countsOfPrint, OUTPUT_WORD } from './label.ts';
import type { Comment, Statement } from './statements.ts';
import { endOfValue, numbersOf } from './value-text.ts';

// What only a print looks like. `torch.tensor(…)` is code.
const PRINTED = /(?<![\w.])(?:tensor\(|array\(|torch\.Size\(|Parameter containing:\s*tensor\()/;

/** How many values it has that only a print looks like. */
export const valuesIn = (text: string) => text.match(new RegExp(PRINTED, 'g'))?.length ?? 0;

/** Whether a value begins in it that goes on below. */
export function isOpen(text: string): boolean {
  const at = PRINTED.exec(text)?.index ?? text.search(/[[(]/);
  return at >= 0 && endOfValue(text, at) === text.length && !/[\])]\s*$/.test(text);
}

/** A claim, but for the lines that it is about. */
export type Said = Pick<Claim, 'text' | 'at' | 'form' | 'counts'>;

/** What a comment beside or below a statement says; a line of words in two readings. */
export function saidIn(comment: Comment, { kind, code }: Statement): Said[] {
  const value =
    printIn(comment, code) ?? errorIn(comment) ?? numbersIn(comment, kind, code) ?? undefined;
  if (value && value.counts !== 'true') return [value];
  return [...(value ? [value] : []), ...(kind === 'print' ? wordsIn(comment) : [])];
}

function printIn(comment: Comment, code: string): Said | undefined {
  const { text } = comment;
  const printed = PRINTED.exec(text);
  if (!printed) return undefined;
  const start = text.lastIndexOf('\n', printed.index) + 1;
  const counts = countsOfPrint(text.slice(start, printed.index), code);
  if (!counts) return undefined;
  const said = part(comment, printed.index, endOfValues(text, printed.index));
  // Behind code that is commented out, it is about that.
  const isOfCode = /^[ \t]*(?:print\(|\w+[ \t]*=[^=])/m.test(text.slice(0, start));
  return { ...said, form: 'comment', counts: isOfCode ? 'true' : counts };
}

const ERROR = /^([^:\n]{0,40}?[:\s→>]\s*)?((?:\w+\.)*\w*(?:Error|Exception)(?::[^\n]+)?)\s*$/;

/** An error that the line ends with. */
function errorIn(comment: Comment): Said | undefined {
  const [line = ''] = comment.text.split('\n', 1);
  if (line.length > 1000) return undefined;
  const [, label = '', error] = ERROR.exec(line.trim()) ?? [];
  if (error === undefined) return undefined;
  const start = line.indexOf(error, label.length);
  const isWhole = error.includes(': ') && countsOfPrint(label, '') !== undefined;
  const said = part(comment, start, start + error.length);
  return { ...said, form: 'comment', counts: isWhole ? 'always' : 'true' };
}

// Behind a list: nothing, or what begins anew.
const REST = /^\s*(?:$|[#(;,.–—]|-(?!>))/;

const SCALAR = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![\w%])|^(?:True|False)(?!\w)/;

// Where a value may begin, or a sign that this is none.
const VALUE = /[\d[\](){}'"≈~+.]|-(?!>)|(?<![\p{L}\p{M}\w])(?:True|False)(?![\p{L}\p{M}\w])/u;

function numbersIn(comment: Comment, kind: Statement['kind'], code: string): Said | undefined {
  const [line = ''] = comment.text.split('\n', 1);
  const arrow = line.search(/(?:[-=]>|[→⇒])[^→⇒>]*$/);
  const from = Math.max(arrow, 0);
  const found = VALUE.exec(line.slice(from));
  if (!found) return undefined;
  const label = line.slice(from, from + found.index);
  // In front of an arrow stands what it is made of.
  const counts = countsOfNumbers(label, code);
  if (!counts) return undefined;
  const isOfArrow = line.slice(0, from).trim() !== '' && !OUTPUT_WORD.test(line.slice(0, from));
  const said = (start: number, end: number, counts: Claim['counts']): Said => ({
    ...part(comment, start, end),
    form: 'comment',
    counts: isOfArrow ? 'true' : counts,
  });
  const start = from + label.length;
  const rest = comment.text.slice(start);
  if (/^[[(]/.test(rest)) {
    const end = endOfValue(comment.text, start);
    const numbers = numbersOf(comment.text.slice(start, end));
    const isList = Array.isArray(numbers) && (numbers.length > 1 || Array.isArray(numbers[0]));
    return isList && REST.test(comment.text.slice(end)) ? said(start, end, counts) : undefined;
  }
  const [scalar] = (kind === 'assignment' ? null : SCALAR.exec(rest)) ?? [];
  if (scalar === undefined) return undefined;
  const behind = line.slice(start + scalar.length);
  if (/^\s*(?:$|#|\()/.test(behind)) {
    // `1.` numbers the lines; Python prints `1.0`.
    const isCounting = /^\d+\.$/.test(scalar);
    return said(start, start + scalar.length, isCounting ? 'true' : counts);
  }
  return REST.test(behind) ? said(start, start + scalar.length, 'true') : undefined;
}

/** Each line, which may be one that is printed. */
function wordsIn(comment: Comment): Said[] {
  let start = 0;
  return comment.text.split('\n').flatMap((line): Said[] => {
    const at = start + Math.max(0, line.search(/\S/));
    const end = start + line.trimEnd().length;
    start += line.length + 1;
    if (end <= at) return [];
    return [{ ...part(comment, at, end), form: 'words', counts: 'alike' }];
  });
}

/** Where the values end of which one begins at `start`: a print may have several. */
function endOfValues(text: string, start: number): number {
  let end = endOfValue(text, start);
  for (;;) {
    const [gap = '', value] =
      /^(?:,|\s){0,99}(tensor\(|array\(|torch\.Size\()/.exec(text.slice(end, end + 120)) ?? [];
    if (!value) return end;
    end = endOfValue(text, end + gap.length - value.length);
  }
}

/** A part of a comment, whose lines keep their places to one another. */
function part({ text, first }: Comment, start: number, end: number): { text: string; at: Lines } {
  const firstLine = text.slice(text.lastIndexOf('\n', start - 1) + 1);
  const [head = '', ...lines] = text.slice(start, end).split('\n');
  const indents = [firstLine, ...lines]
    .filter((line) => line.trim())
    .map((one) => one.search(/\S/));
  const margin = indents.reduce((least, indent) => Math.min(least, indent), Infinity);
  const before = (at: number) => text.slice(0, at).split('\n').length - 1;
  return {
    text: [head, ...lines.map((line) => line.slice(margin))].join('\n').trim(),
    at: { first: first + before(start), last: first + before(end) },
  };
}
