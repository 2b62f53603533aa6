// The element of an experiment as HTML, for posts. No DOM, since the command line writes it, too.
import { DEFAULT_SETTINGS, SETTINGS, type Settings } from './settings.ts';

/**
 * The input is always written, since an embed without one shows that of its own version, which need not be the
 * page's.
 *
 * @param content What stands inside of it, as HTML.
 */
export function embedElement(settings: Settings, content = ''): string {
  const isWritten = (name: keyof Settings) =>
    name === 'input' || settings[name] !== DEFAULT_SETTINGS[name];
  const attributes = SETTINGS.filter(isWritten).map(
    (name) => ` ${name}="${escapedHtml(settings[name])}"`,
  );
  return `<dropout-playground${attributes.join('')}>${content}</dropout-playground>`;
}

/** @param address Of the embed's script. */
export function embedScript(address: string): string {
  return `<script type="module" src="${escapedHtml(address)}"></script>`;
}

/** Escapes what has a meaning in a text or in an attribute in double quotes. */
export function escapedHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
