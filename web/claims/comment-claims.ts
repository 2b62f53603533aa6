// What the comments of a program say that its lines print.
import type { Claim, Lines } from './claim.ts';
import { type Comment, type Statement, statementsOf } from './statements.ts';
import { endOfValue, numbersOf } from './value-text.ts';

/** @param source Python without prompts. */
export function commentClaims(source: string): Claim[] {
  return statementsOf(source).flatMap((statement) => {
    const { comment, kind, first, last } = statement;
    const found = comment && saidIn(comment, kind);
    return found ? [{ ...found, of: { first, last }, form: 'comment' as const }] : [];
  });
}

// What only a print looks like. `torch.tensor(…)` is code.
const PRINTED = /(?<![\w.])(?:tensor\(|array\(|torch\.Size\(|Parameter containing:\s*tensor\()/;

// In front of what is said: a label as `Possible output:`, an arrow, or one word such as `prints`.
const LABEL =
  /^\s*(?:[^\d[\](){}'"]{0,60}(?:\([^()]*\)\s*)?[::]|[^\d[\](){}'"]{0,60}(?:[-=]>|[→⇒])|>>>|[\p{L}\p{M}.]+(?=\s))?\s*$/u;

// Behind it: nothing, or what begins anew.
const REST = /^\s*(?:$|[#(;,.–—-])/;

const SCALAR =
  /^\s*(?:[≈~]\s*)?(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|True|False)\s*(?:$|#|\()/i;

type Said = Pick<Claim, 'text' | 'at'>;

function saidIn({ text, first }: Comment, kind: Statement['kind']): Said | undefined {
  const said = (start: number, end: number): Said => ({
    text: withoutMargins(text, start, end),
    at: linesOf(text, start, end, first),
  });
  const printed = PRINTED.exec(text);
  if (printed && isLabel(text.slice(0, printed.index))) {
    return said(printed.index, endOfValues(text, printed.index));
  }
  // A number or a list may be about anything. What is beside a print, or behind an arrow, is meant.
  const label = text.match(/^(?:[^\d[\](){}'"≈~+.-]|-(?=>))*/)?.[0] ?? '';
  if (!isLabel(label)) return undefined;
  const start = label.length;
  const rest = text.slice(start);
  if (/^[[(]/.test(rest)) {
    const end = endOfValue(text, start);
    const numbers = numbersOf(text.slice(start, end));
    const isList = Array.isArray(numbers) && (numbers.length > 1 || Array.isArray(numbers[0]));
    return isList && REST.test(text.slice(end)) ? said(start, end) : undefined;
  }
  const scalar = kind === 'print' || label.trim() ? SCALAR.exec(rest) : null;
  if (!scalar || kind === 'assignment') return undefined;
  return said(start, start + scalar[0].replace(/\s*[#(]?$/, '').length);
}

/** Whether this may stand in front of an output. An empty text may. */
const isLabel = (text: string) => {
  const last = text.slice(text.lastIndexOf('\n') + 1);
  const before = text.slice(0, text.lastIndexOf('\n') + 1);
  return LABEL.test(last) && (!before.trim() || LABEL.test(before.replaceAll('\n', ' ')));
};

/** Where the values end of which one begins at `start`: a print may have several. */
function endOfValues(text: string, start: number): number {
  let end = endOfValue(text, start);
  for (;;) {
    const [gap = '', value] =
      /^[\s,]*(?:(tensor\(|array\(|torch\.Size\()|$)/.exec(text.slice(end)) ?? [];
    if (!value) return end;
    end = endOfValue(text, end + gap.length - value.length);
  }
}

/** A part of a comment, whose lines keep their places to one another. */
function withoutMargins(comment: string, start: number, end: number): string {
  const firstLine = comment.slice(comment.lastIndexOf('\n', start - 1) + 1);
  const [head = '', ...lines] = comment.slice(start, end).split('\n');
  const indents = [firstLine, ...lines].filter((line) => line.trim()).map(indentOf);
  const margin = Math.min(...indents);
  return [head, ...lines.map((line) => line.slice(margin))].join('\n').trim();
}

const indentOf = (line: string) => line.search(/\S/);

function linesOf(text: string, start: number, end: number, first: number): Lines {
  const before = (at: number) => text.slice(0, at).split('\n').length - 1;
  return { first: first + before(start), last: first + before(end) };
}
