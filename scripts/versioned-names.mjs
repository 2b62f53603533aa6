// Renames the elements inside of an embed, so that their names cannot clash with a host page's own: many
// pages have a <copy-button>.
import { readFileSync } from 'node:fs';

const LISTS = [
  'web/figure/playground-elements.ts',
  'web/figure/large-tensor-define.ts',
  'web/figure/more-define.ts',
  'web/figure/reasons-define.ts',
  'web/program/plots/plots-define.ts',
  'web/program/program-elements.ts',
  'web/parts/lab/lab-elements.ts',
];
/** The elements that the embed registers besides those of the lists. */
const FIGURES = ['playground-figure', 'program-figure', 'lab-figure'];

/** The names of all elements that an embed registers: the keys of the lists, and the figures. */
export function elementNames() {
  return [...new Set([...LISTS.flatMap(namesIn), ...FIGURES])];
}

/** @param {string} list */
function namesIn(list) {
  const entries = readFileSync(list, 'utf8').matchAll(/'([a-z]+(?:-[a-z]+)+)': [A-Z]\w+ ?[,}]/g);
  const names = Array.from(entries, ([, name]) => name);
  if (names.length === 0) throw new Error(`${list} names no elements`);
  return names;
}

/**
 * Renames the elements wherever a chunk names them: in templates, in style sheets and where they are registered.
 *
 * @param {string} version  becomes part of the names: `copy-button-0-1-0`
 * @returns {import('rolldown').Plugin}
 */
export function versionedNames(version) {
  const suffix = version.replaceAll(/[^0-9a-z]+/gi, '-').toLowerCase();
  const pattern = new RegExp(`(?<![\\w.-]|[^<]/)(${elementNames().join('|')})(?![\\w.-])`, 'g');
  return {
    name: 'versioned-names',
    // The pattern may look through the whole chunk: the programs that figures show name no element, and the
    // names of modules are gone after bundling.
    renderChunk: (code) => ({ code: code.replaceAll(pattern, `$1-${suffix}`), map: null }),
  };
}
