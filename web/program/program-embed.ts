// A program as HTML for a post, where its readers can run it.
import { embedScript, escapedHtml } from '../experiment/embed-markup.ts';
import { DEFAULT_MACHINE } from './program-machines.ts';

/** The address of the embed's script, from the page. */
const EMBED_SCRIPT = 'embed/1/dropout-playground.js';

/**
 * The script and a block of code.
 *
 * @param playground The address of the page.
 */
export function programEmbed(source: string, engine: string, playground: string): string {
  const script = embedScript(new URL(EMBED_SCRIPT, playground.replace(/#.*/s, '')).href);
  const own = engine === DEFAULT_MACHINE ? '' : ` engine="${escapedHtml(engine)}"`;
  const code = escapedCode(source.trimEnd());
  // The tag has a line of its own: so Markdown knows that HTML begins.
  return `${script}\n\n<dropout-program${own}>\n<pre><code class="language-python">${code}</code></pre>\n</dropout-program>\n`;
}

/** An empty line, with which HTML ends in Markdown, stands at the end of the one before. */
function escapedCode(source: string): string {
  const [first = '', ...lines] = source.split('\n');
  const more = lines.map((line) =>
    line.trim() === '' ? `&#10;${line}` : `\n${escapedHtml(line)}`,
  );
  return escapedHtml(first) + more.join('');
}
