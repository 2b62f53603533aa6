// The element of an experiment as HTML, for posts. No DOM, since the command line writes it, too.
import { fragmentOf } from './link.ts';
import { DEFAULT_SETTINGS, SETTINGS, type Settings } from './settings.ts';

/** Written also where they are the default, which may be another one at another address of the script. */
const ALWAYS: readonly (keyof Settings)[] = ['input', 'p', 'seed'];

/** @param content What stands inside of it, as HTML. */
export function embedElement(settings: Settings, content = ''): string {
  const attributes = SETTINGS.filter(
    (name) => ALWAYS.includes(name) || settings[name] !== DEFAULT_SETTINGS[name],
  ).map((name) => ` ${name}="${escapedHtml(settings[name])}"`);
  return `<dropout-playground${attributes.join('')}>${content}</dropout-playground>`;
}

/**
 * The page of the experiment for an iframe; null if that is too long for an address.
 *
 * @param address Of the embed's frame.html.
 */
export function frameAddress(settings: Settings, address: string, language = ''): string | null {
  const fragment = fragmentOf(settings, '', ALWAYS);
  return fragment === null ? null : `${address}${language && `?lang=${language}`}#${fragment}`;
}

/** @param address Of the embed's script. */
export function embedScript(address: string): string {
  return `<script type="module" src="${escapedHtml(address)}"></script>`;
}

/**
 * Escapes what has a meaning in a text or in an attribute in double quotes, and what has one to those who read the
 * HTML first: an empty line ends it in Markdown, and braces are programs in MDX, Vue and Liquid.
 */
export function escapedHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\r\n{}]/g, (character) => `&#${character.charCodeAt(0)};`);
}
