// The simple statements of a Python program, with the comments beside and below them.
import { parser } from '@lezer/python';
import type { Lines } from './claim.ts';

export interface Comment extends Lines {
  /** Line by line, without `#`. */
  text: string;
}

export interface Statement extends Lines {
  kind: 'print' | 'expression' | 'assignment';
  code: string;
  /** What stands behind it on its last line. */
  beside?: Comment;
  /** The comments on the lines that follow at once; or a text alone there, as people quote output. */
  below?: Comment;
}

type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

const ASSIGNMENTS = ['AssignStatement', 'UpdateStatement'];

/**
 * @param source Python, as far as it is some: what cannot be read is left out.
 * @returns the statements that can give something, in their order
 */
export function statementsOf(source: string): Statement[] {
  const lineAt = lineFinder(source);
  const statements: Statement[] = [];
  parser.parse(source).iterate({
    enter: ({ name, node }) => {
      if (name !== 'ExpressionStatement' && !ASSIGNMENTS.includes(name)) return;
      const kind = kindOf(node, source);
      if (!kind) return;
      const lines = { first: lineAt(node.from), last: lineAt(node.to) };
      const code = source.slice(node.from, node.to);
      statements.push({ kind, code, ...lines, ...commentsBehind(node, source, lineAt) });
    },
  });
  return statements;
}

function kindOf(node: SyntaxNode, source: string): Statement['kind'] | undefined {
  if (ASSIGNMENTS.includes(node.name)) return 'assignment';
  const inner = node.firstChild;
  if (inner === null || isText(inner)) return undefined;
  const callee = inner.name === 'CallExpression' ? inner.firstChild : null;
  const name = callee ? source.slice(callee.from, callee.to) : '';
  return name === 'print' || name === 'pprint' ? 'print' : 'expression';
}

const isText = (node: SyntaxNode) => ['String', 'ContinuedString'].includes(node.name);

function commentsBehind(
  statement: SyntaxNode,
  source: string,
  lineAt: (at: number) => number,
): Pick<Statement, 'beside' | 'below'> {
  const own = lineAt(statement.to);
  let next = after(statement);
  const textOf = ({ from, to }: SyntaxNode) => source.slice(from, to).replace(/^#+/, '');
  let beside: Comment | undefined;
  if (next?.name === 'Comment' && lineAt(next.from) === own) {
    beside = { text: textOf(next), first: own, last: own };
    next = after(next);
  }
  const found = { ...(beside && { beside }) };
  if (next?.name === 'ExpressionStatement' && next.firstChild && isText(next.firstChild)) {
    const first = lineAt(next.from);
    if (first > own + 1) return found;
    const text = quoted(source.slice(next.from, next.to));
    return { ...found, below: { text, first, last: lineAt(next.to) } };
  }
  const lines: string[] = [];
  while (next?.name === 'Comment' && lineAt(next.from) === own + lines.length + 1) {
    lines.push(textOf(next));
    next = after(next);
  }
  if (lines.length === 0) return found;
  return {
    ...found,
    below: { text: lines.join('\n'), first: own + 1, last: own + lines.length },
  };
}

/** What comes next in the text, whether or not it belongs to the same block. */
function after(node: SyntaxNode): SyntaxNode | null {
  let at: SyntaxNode | null = node;
  while (at && !at.nextSibling) at = at.parent;
  return at?.nextSibling ?? null;
}

/** The content of a text without its quotes. */
function quoted(text: string): string {
  const [, quotes = ''] = /^[a-z]*("""|'''|"|')/i.exec(text) ?? [];
  return text.slice(text.indexOf(quotes) + quotes.length, text.length - quotes.length);
}

function lineFinder(source: string): (at: number) => number {
  const starts = [0];
  for (const { index } of source.matchAll(/\n/g)) starts.push(index + 1);
  return (at) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
