// Installs the npm packages that a package-lock.json names, unless they are there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './commands.mjs';
import { step } from './steps.mjs';

/**
 * @param {string} [folder]  where the lock file is
 * @param {'ci' | 'install'} [how]  `install` if the lock file lacks the binaries of other systems; packages that
 *   need them name their exact versions
 */
export async function installNpmPackages(folder = '.', how = 'ci') {
  await step(folder === '.' ? 'npm packages' : `npm packages of ${folder}/`, async () => {
    if (areInstalled(folder)) return;
    const options = ['--no-audit', '--no-fund', '--loglevel=error', '--no-save'];
    await run('npm', [how, ...options], {
      cwd: folder,
      remedy: 'Is the network up? Then start again.',
    });
  });
}

/**
 * When everything is installed, npm writes a copy of the lock file's entries into node_modules.
 *
 * @param {string} folder
 */
function areInstalled(folder) {
  try {
    const wanted = lockedPackages(join(folder, 'package-lock.json'));
    const installed = lockedPackages(join(folder, 'node_modules/.package-lock.json'));
    return Object.entries(wanted).every(
      ([path, { version, optional }]) =>
        path === '' || (installed[path] ? installed[path].version === version : optional),
    );
  } catch {
    return false;
  }
}

/**
 * @param {string} path
 * @returns {Record<string, {version?: string, optional?: boolean}>}
 */
function lockedPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}
