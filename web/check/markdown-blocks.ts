// The blocks of code of a text in Markdown, and in the dialects of site generators.
import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Block } from './block.ts';

/** In the order of the file. */
export function markdownBlocks(file: string): Block[] {
  const text = withFences(file);
  const blocks: Block[] = [];
  let before = '';
  let isSkipped = false;
  const add = (block: Block) => {
    if (!isSkipped) blocks.push(block);
    isSkipped = false;
    before = '';
  };
  const rawOf = ({ position }: Nodes) => text.slice(position?.start.offset, position?.end.offset);
  const visit = (node: Nodes) => {
    if (node.type === 'code') {
      const line = node.position?.start.line ?? 1;
      const { value } = node;
      if (isFenced(rawOf(node), value)) {
        const [language, info] = languageOf(`${node.lang ?? ''} ${node.meta ?? ''}`);
        add({ line: line + 1, text: value, language, info, before });
      } else if (FENCE.test(value)) {
        // What an admonition or a tab of MkDocs holds is indented, and Markdown of its own.
        for (const inner of markdownBlocks(value)) add({ ...inner, line: inner.line + line - 1 });
      } else add({ line, text: value, language: '', info: '', before });
    } else if (node.type === 'html') {
      if (SKIP.test(node.value)) isSkipped = true;
    } else if (node.type === 'paragraph' || node.type === 'heading') {
      before = rawOf(node);
    } else if (isParent(node)) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(text));
  return blocks;
}

/** What keeps the next block from being checked: `<!-- check: skip -->`. */
const SKIP = /^<!--\s*check:\s*skip\s*-->/;

const FENCE = /^\s*(?:```|~~~)/m;

/** Whether what is in the file begins with a fence of its own, and not with the first line of the code. */
function isFenced(raw: string, code: string): boolean {
  const [first = ''] = raw.split('\n', 1);
  return FENCE.test(first) && !code.trimStart().startsWith(first.trim());
}

const isParent = (node: Nodes): node is Extract<Nodes, Parents> => 'children' in node;

/** ` ```python title="x" `, `{.python .numberLines}`, `{code-cell} ipython3`, `{python}`: the language, and the rest. */
function languageOf(info: string): [string, string] {
  const words = info
    .replace(/[{}]/g, ' ')
    .replace(/(?:^|\s)(?:code-cell|code-block|code|literalinclude)(?=\s)/, ' ');
  const [first = '', ...rest] = words.trim().split(/[\s,]+/);
  return [first.replace(/^\./, '').toLowerCase(), rest.join(' ')];
}

// Jekyll's and Hugo's own tags: `{% highlight python %}`, `{{< highlight python >}}`.
const OPENING = /^(\s*)\{(?:%-?|\{[<%])\s*(?:highlight|code)\s+["']?(\w+)["']?[^}]*\}\}?\s*$/;
const CLOSING = /^\s*\{(?:%-?|\{[<%])\s*(?:end|\/\s*)(?:highlight|code)[^}]*\}\}?\s*$/;

/** The same lines, with fences in place of the tags of site generators. */
function withFences(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const [, margin = '', language] = OPENING.exec(line) ?? [];
      if (language) return `${margin}\`\`\`\`\`${language}`;
      return CLOSING.test(line) ? '`````' : line;
    })
    .join('\n');
}
