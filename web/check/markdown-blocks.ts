// The blocks of code of a text in Markdown, and in the dialects of site generators.
import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Block } from './block.ts';

/** In the order of the file. */
export function markdownBlocks(file: string): Block[] {
  const text = asMarkdown(file);
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
      const raw = rawOf(node);
      const language = KRAMDOWN.exec(raw)?.[1]?.toLowerCase();
      const last = blocks.at(-1);
      if (language === undefined) before = raw;
      else if (last && before === '' && last.language === '') last.language = language;
    } else if (isParent(node)) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(text));
  return blocks;
}

/** What keeps the next block from being checked: `<!-- check: skip -->`. */
const SKIP = /^<!--\s*check:\s*skip\s*-->/;

/** The line behind a block in which kramdown says what it is: `{: .language-python}`, `{: .output}`. */
const KRAMDOWN = /^\{:[^}]*?\.(?:language-)?([\w-]+)[^}]*\}/;

const FENCE = /^[ \t]*(?:```|~~~)/m;

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
  const [first = '', ...rest] = words
    .trim()
    .split(/[\s,]+/)
    .filter((word) => !word.startsWith('#'));
  // `python:main.py`, as in Hexo and Qiita.
  const [language = '', ...more] = first.replace(/^\./, '').split(':');
  return [language.toLowerCase(), [...more, ...rest].join(' ')];
}

// Jekyll's, Hexo's and Hugo's own tags: `{% highlight python %}`, `{% codeblock lang:python %}`, `{{< highlight python >}}`.
const OPENING =
  /^(\s*)\{(?:%-?|\{[<%])\s*(?:highlight|codeblock|code)\s+(?:lang[:=])?["']?([\w+-]+)["']?[^}]*\}\}?\s*$/;
const CLOSING = /^\s*\{(?:%-?|\{[<%])\s*(?:end|\/\s*)(?:highlight|codeblock|code)[^}]*\}\}?\s*$/;
// Lines that hold no text of their own: what opens an admonition or a tab in MkDocs, and tags of HTML and JSX.
const OPENS_INDENTED = /^\s*(?:!!!|\?\?\?\+?|===) .*$/;
const TAGS = /^\s*<(?!!--)\/?[A-Za-z][^>]*>\s*$/;
const BARE_FENCE = /^\s*(`{3,}|~{3,})(.*)$/;

/** The same lines as Markdown has them: without front matter, with fences in place of the tags of site generators. */
function asMarkdown(file: string): string {
  const lines = file.split('\n');
  const [mark = ''] = lines;
  const end = /^(?:---|\+\+\+)\s*$/.test(mark)
    ? lines.findIndex((line, i) => i > 0 && line.trim() === mark.trim())
    : -1;
  let fence = '';
  return lines
    .map((line, i) => {
      if (i <= end) return '';
      const [, marks = '', info = ''] = BARE_FENCE.exec(line) ?? [];
      if (fence) {
        if (CLOSING.test(line) && fence === TAG) {
          fence = '';
          return TAG;
        }
        if (marks.startsWith(fence) && !info.trim()) fence = '';
        return line;
      }
      if (marks && !(marks.startsWith('`') && info.includes('`'))) {
        fence = marks;
        return line;
      }
      const [, margin = '', language] = OPENING.exec(line) ?? [];
      if (language) {
        fence = TAG;
        return `${margin}${TAG}${language}`;
      }
      return OPENS_INDENTED.test(line) || TAGS.test(line) ? '' : line;
    })
    .join('\n');
}

/** In place of a tag: longer than the fences of most posts. */
const TAG = '`````';
