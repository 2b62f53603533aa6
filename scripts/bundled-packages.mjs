// A plugin for Rolldown and Vite that notes which npm packages' code goes into a build, for the notices beside it.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'build/bundled-packages';

/** Where a package's folder ends in the path of one of its files. */
const PACKAGE = /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/;

/**
 * @param {string} group  the folder of what is built
 * @param {string} name   of the build, among those of the group
 * @returns {import('rolldown').Plugin & import('vite').Plugin}
 */
export function bundledPackages(group, name) {
  return {
    name: 'bundled-packages',
    generateBundle(_, bundle) {
      const found = new Set();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of chunk.moduleIds) {
          const [folder] = PACKAGE.exec(id) ?? [];
          if (folder) found.add(folder);
        }
      }
      mkdirSync(join(FOLDER, group), { recursive: true });
      writeFileSync(join(FOLDER, group, `${name}.json`), JSON.stringify([...found]));
    },
  };
}

/** Forgets earlier builds of a group. @param {string} group */
export function forgetBundled(group) {
  rmSync(join(FOLDER, group), { recursive: true, force: true });
}

/**
 * The folders of the packages in all builds of a group.
 *
 * @param {string} group
 * @returns {string[]}
 */
export function foldersOfBundled(group) {
  const folder = join(FOLDER, group);
  const lists = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return [...new Set(lists.flatMap((list) => JSON.parse(list)))].sort();
}
