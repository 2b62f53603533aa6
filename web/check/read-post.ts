// What a file holds that can be checked: a post in Markdown, a notebook, or a program.
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
  return notebookBlocks(lines) ?? (isProgram(lines) ? [asProgram(lines)] : markdownBlocks(lines));
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
  if (/^\s*(?:```|~~~)/m.test(text)) return false;
  const [first = ''] = text.split('\n').filter((line) => line.trim() && !/^\s*#/.test(line));
  return /^(?:import \w|from \w[\w.]* import |>>> |In ?\[\d*\]: |""")/.test(first);
}
