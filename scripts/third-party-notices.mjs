// The notices of what others have written and these files hold: the npm packages that were bundled, by their own
// licence files, and what is compiled into the wasm or served as it is, by those in third-party/.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldersOfBundled } from './bundled-packages.mjs';

/** What the wasm and its glue are compiled with. */
const COMPILED = [
  { name: 'xsimd', file: 'xsimd.txt' },
  { name: "Emscripten's runtime and Embind", file: 'emscripten.txt' },
  { name: 'musl, the C library', file: 'musl.txt' },
  { name: 'libc++, libc++abi, libunwind and compiler-rt of LLVM', file: 'llvm.txt' },
];

/** What the site serves besides. */
const SERVED = [
  { name: 'Pyodide, whose sources are at https://github.com/pyodide/pyodide', file: 'pyodide.txt' },
  {
    name: 'CPython; of its standard library a part is compiled, without docstrings and comments',
    file: 'cpython.txt',
  },
];

export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

/**
 * @param {string} group  of the builds, as bundledPackages() notes them
 * @returns {string}
 */
export function thirdPartyNotices(group) {
  const bundled = foldersOfBundled(group).map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { names: `${name} ${version}`, text: licenceIn(folder) };
  });
  const others = (group === 'site' ? [...COMPILED, ...SERVED] : COMPILED).map(({ name, file }) => ({
    names: name,
    text: readFileSync(join('third-party', file), 'utf8').trim(),
  }));

  // Packages of one project have the same text, which is written once.
  /** @type {Map<string, string[]>} */
  const texts = new Map();
  for (const { names, text } of [...bundled, ...others]) {
    texts.set(text, [...(texts.get(text) ?? []), names]);
  }
  const sections = [...texts].map(([text, names]) => `${names.join(', ')}\n\n${text}\n`);
  return [
    'Dropout Playground is under the MIT licence. Its files hold parts of these works:\n',
    ...sections,
  ].join(`\n${'-'.repeat(100)}\n\n`);
}

/** @param {string} folder */
function licenceIn(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(?:\.\w+)?$/i.test(name));
  if (!file) throw new Error(`${folder} is bundled and has no licence file`);
  return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}
