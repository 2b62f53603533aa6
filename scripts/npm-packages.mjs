// Installs the npm packages that package-lock.json names, unless they are there.
import { readFileSync } from 'node:fs';
import { run } from './commands.mjs';
import { step } from './steps.mjs';

export async function installNpmPackages() {
  await step('npm packages', async () => {
    if (areInstalled()) return;
    await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      remedy: 'Is the network up? Then start again.',
    });
  });
}

/** npm keeps a copy of the lock file's entries inside node_modules, written when all is in place. */
function areInstalled() {
  try {
    const wanted = lockedPackages('package-lock.json');
    const installed = lockedPackages('node_modules/.package-lock.json');
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
