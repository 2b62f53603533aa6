// What a file holds that can be checked: a post in Markdown, a notebook, or a program.
import { pythonIn } from '../claims/python-text.ts';
import type { Block } from './block.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { notebookBlocks } from './notebook-blocks.ts';

/**
 * @param text What the file holds, which tells what it is: people give their files any name.
 * @param name Of the file. `.py` alone counts, since a program may quote Markdown.
 */
export function readPost(text: string, name = ''): Block[] {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (/\.pyw?$/i.test(name)) return [asProgram(lines)];
  return notebookBlocks(lines) ?? (isProgram(lines) ? [asProgram(lines)] : textBlocks(lines));
}

/** Of Markdown; or of a text without fences, as it is copied out of a browser. */
function textBlocks(text: string): Block[] {
  const blocks = markdownBlocks(text);
  if (blocks.length > 0) return blocks;
  const lines = text.split('\n');
  return pythonIn(text).map(({ first, last }) => ({
    ...asProgram(lines.slice(first - 1, last).join('\n')),
    line: first,
  }));
}

const asProgram = (text: string): Block => ({
  line: 1,
  text,
  language: 'python',
  info: '',
  before: '',
});

/** Whether all of it is Python, or a session: it begins as programs do, and has no fence. */
function isProgram(text: string): boolean {
  if (/^[ \t]*(?:```|~~~|\{%|\{\{<)/m.test(text)) return false;
  const [first = ''] = text.split('\n').filter((line) => line.trim() && !/^\s*#/.test(line));
  if (/^(?:>>> |In ?\[\d*\]: )/.test(first)) return true;
  // `import Tabs from '…'` is JavaScript, as in MDX.
  return /^(?:import \w(?!.* from ['"])|from \w[\w.]* import |""")/.test(first);
}
