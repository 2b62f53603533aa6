// Gives the elements inside of an embed names that no host page has: <copy-button> is somebody's.
import { readFileSync } from 'node:fs';

const LIST = 'web/element/playground-elements.ts';
/** What the embed registers beside those of the list. */
const FIGURE = 'playground-figure';

/** The names in the list: its keys. */
export function elementNames(source = readFileSync(LIST, 'utf8')) {
  const names = [...source.matchAll(/^ {2}'([a-z]+(?:-[a-z]+)+)': \w+,$/gm)].map(
    ([, name]) => name,
  );
  if (names.length === 0) throw new Error(`${LIST} names no elements`);
  return [...names, FIGURE];
}

/**
 * Renames them wherever a chunk has them: in templates, in style sheets and in what registers them.
 *
 * @param {string} version  becomes part of the names: `copy-button-0-1-0`
 * @returns {import('rolldown').Plugin}
 */
export function ownNames(version) {
  const suffix = version.replaceAll(/[^0-9a-z]+/gi, '-').toLowerCase();
  const pattern = new RegExp(`(?<![\\w.-]|[^<]/)(${elementNames().join('|')})(?![\\w.-])`, 'g');
  return {
    name: 'own-names',
    // Texts of programs have none of them, and no module is named so after bundling.
    renderChunk: (code) => ({ code: code.replaceAll(pattern, `$1-${suffix}`), map: null }),
  };
}
