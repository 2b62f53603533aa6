// Which lines of a text are Python, where nothing says so.
import { parser } from '@lezer/python';
import type { Lines } from './claim.ts';

type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

/** Whether all of it is a program that calls or sets something. */
export function isPython(text: string): boolean {
  const statements = statementsIn(text);
  return (
    statements.every(({ node, isRight }) => isRight && !isValue(node, text)) &&
    statements.some(({ node }) => isDoing(node))
  );
}

/** Runs of lines, from each that imports PyTorch to where something else than code begins. */
export function pythonIn(text: string): Lines[] {
  const lines = text.split('\n');
  const found: Lines[] = [];
  for (let i = 0; i < lines.length; ++i) {
    if (!/^(?:import|from) torch\b/.test(lines[i] ?? '')) continue;
    const rest = lines.slice(i).join('\n');
    const last = endOfCode(rest);
    if (last === 0) continue;
    const count = rest.slice(0, last).trimEnd().split('\n').length;
    found.push({ first: i + 1, last: i + count });
    i += count - 1;
  }
  return found;
}

/** Where the last statement ends before which there is nothing but statements. */
function endOfCode(text: string): number {
  let end = 0;
  for (const { node, isRight } of statementsIn(text)) {
    if (!isRight || isName(node)) break;
    end = node.to;
  }
  return end;
}

interface Part {
  node: SyntaxNode;
  /** Whether no part of it is an error. */
  isRight: boolean;
}

/** What stands side by side in a program. */
function statementsIn(text: string): Part[] {
  const parts: Part[] = [];
  let depth = 0;
  parser.parse(text).iterate({
    enter: ({ node, type, from }) => {
      if (depth === 1) parts.push({ node, isRight: true });
      const last = parts.at(-1);
      // The grammar does not know numbers such as `1.`, and misses a name behind the point.
      const isNumber = /\d\.\s*$/.test(text.slice(Math.max(0, from - 9), from));
      if (last && type.isError && !isNumber) last.isRight = false;
      ++depth;
    },
    leave: () => {
      --depth;
    },
  });
  return parts;
}

/** A word, or words with signs between them, as prose has them and programs do not. */
function isName(node: SyntaxNode): boolean {
  if (node.name !== 'ExpressionStatement') return false;
  const inner = node.firstChild?.name ?? '';
  return !['CallExpression', 'MemberExpression', 'String', 'ContinuedString'].includes(inner);
}

/** What is printed looks like a call, too. */
function isValue(node: SyntaxNode, text: string): boolean {
  if (node.name !== 'ExpressionStatement') return false;
  if (isName(node)) return true;
  return /^\s*(?:tensor|array|Parameter|\w*Error)\b/.test(text.slice(node.from, node.to));
}

const isDoing = (node: SyntaxNode) =>
  /Statement$|Definition$/.test(node.name) && !['PassStatement'].includes(node.name);
