// Gives the elements inside of an embed names that no host page has: <copy-button> is somebody's.
import { readFileSync } from 'node:fs';

const LISTS = ['web/figure/playground-elements.ts', 'web/figure/large-tensor-define.ts'];
/** What the embed registers beside those of the lists. */
const FIGURE = 'playground-figure';

/** The names in the lists: their keys. */
export function elementNames() {
  return [...LISTS.flatMap(namesIn), FIGURE];
}

/** @param {string} list */
function namesIn(list) {
  const entries = readFileSync(list, 'utf8').matchAll(/'([a-z]+(?:-[a-z]+)+)': [A-Z]\w+ ?[,}]/g);
  const names = Array.from(entries, ([, name]) => name);
  if (names.length === 0) throw new Error(`${list} names no elements`);
  return names;
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
