// The numbers in a program and what they are called there, by its syntax tree.
import { parser } from '@lezer/python';
import { stepsOf } from './number-step.ts';

// Who fetches this file has all that there is to numbers.
export { stepped, stepsOf, written } from './number-step.ts';

export interface CodeNumber {
  from: number;
  to: number;
  text: string;
  /** Of the argument, the name or the function that it is given to; '' where it has none. */
  name: string;
  /** From 1. */
  line: number;
}

type Tree = ReturnType<typeof parser.parse>;
type SyntaxNode = Tree['topNode'];

/** Those that can be stepped, in their order. */
export function codeNumbers(source: string, tree: Tree = parser.parse(source)): CodeNumber[] {
  const numbers: CodeNumber[] = [];
  let [line, counted] = [1, 0];
  tree.iterate({
    enter: ({ name: kind, node }) => {
      if (kind !== 'Number') return;
      const { from, to } = node;
      const text = source.slice(from, to);
      const name = nameOf(node, source);
      for (; counted < from; ++counted) if (source[counted] === '\n') ++line;
      if (stepsOf(text, name)) numbers.push({ from, to, text, name, line });
    },
  });
  return numbers;
}

const ASSIGNS = ['AssignStatement', 'UpdateStatement'];

function nameOf(number: SyntaxNode, source: string): string {
  const textOf = (node: SyntaxNode | null) => (node ? source.slice(node.from, node.to) : '');
  const { prevSibling } = number;
  if (prevSibling?.name === 'AssignOp' && number.parent?.name !== 'AssignStatement') {
    return textOf(prevSibling.prevSibling);
  }
  for (let at = number.parent; at; at = at.parent) {
    // `drop = nn.Dropout(0.5)`: the function says more than the name of what it makes.
    if (at.name === 'CallExpression') return lastOf(textOf(at.firstChild));
    if (ASSIGNS.includes(at.name)) return lastOf(textOf(at.firstChild));
    if (at.name.endsWith('Statement') || at.name === 'Body') return '';
  }
  return '';
}

const lastOf = (name: string) => name.split('.').at(-1) ?? '';
