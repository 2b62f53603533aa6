// The simple statements of a Python program, with the comments beside and below them.
import { parser } from '@lezer/python';
import type { Lines } from './claim.ts';

export interface Comment extends Lines {
  /** Line by line, without `#`. */
  text: string;
}

export interface Statement extends Lines {
  kind: 'print' | 'expression' | 'assignment';
  /** What stands behind it and, with nothing between, below it; or a text alone that follows, as people quote output. */
  comment?: Comment;
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
  const add = (node: SyntaxNode) => {
    const kind = kindOf(node, source);
    if (kind) {
      const lines = { first: lineAt(node.from), last: lineAt(node.to) };
      const comment = commentBehind(node, source, lineAt);
      statements.push({ kind, ...lines, ...(comment && { comment }) });
    }
    for (let child = node.firstChild; child; child = child.nextSibling) add(child);
  };
  add(parser.parse(source).topNode);
  return statements;
}

function kindOf(node: SyntaxNode, source: string): Statement['kind'] | undefined {
  if (ASSIGNMENTS.includes(node.name)) return 'assignment';
  if (node.name !== 'ExpressionStatement') return undefined;
  const inner = node.firstChild;
  if (inner === null || isText(inner)) return undefined;
  const callee = inner.name === 'CallExpression' ? inner.firstChild : null;
  const name = callee ? source.slice(callee.from, callee.to) : '';
  return name === 'print' || name === 'pprint' ? 'print' : 'expression';
}

const isText = (node: SyntaxNode) => ['String', 'ContinuedString'].includes(node.name);

function commentBehind(
  statement: SyntaxNode,
  source: string,
  lineAt: (at: number) => number,
): Comment | undefined {
  let next = after(statement);
  if (next?.name === 'ExpressionStatement' && next.firstChild && isText(next.firstChild)) {
    const first = lineAt(next.from);
    if (first > lineAt(statement.to) + 1) return undefined;
    return { text: quoted(source.slice(next.from, next.to)), first, last: lineAt(next.to) };
  }
  const lines: string[] = [];
  const own = lineAt(statement.to);
  let last = own;
  let first = 0;
  while (next?.name === 'Comment' && lineAt(next.from) <= last + 1) {
    last = lineAt(next.from);
    first ||= last;
    lines.push(source.slice(next.from, next.to).replace(/^#+/, ''));
    next = after(next);
  }
  return lines.length > 0 ? { text: lines.join('\n'), first, last } : undefined;
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
    let line = starts.length;
    while (line > 1 && (starts[line - 1] as number) > at) --line;
    return line;
  };
}
