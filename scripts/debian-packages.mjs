// Installs packages of the Debian this runs on: the one step that needs root.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { aptGet } from './apt.mjs';
import { onPath } from './commands.mjs';
import { Failure } from './steps.mjs';

const oldest = 12; // The first release that has clang-19.

/** Whether this is a Debian whose packages the project can use. */
export const isDebian = (() => {
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    const version = /^VERSION_ID="?(\d+)/m.exec(release)?.[1] ?? oldest; // Testing has none.
    return /^ID=debian$/m.test(release) && Number(version) >= oldest && onPath('apt-get');
  } catch {
    return false;
  }
})();

/**
 * @param {readonly string[]} packages
 * @param {(text: string) => void} progress
 */
export async function installDebianPackages(packages, progress) {
  const install = ['install', '--no-install-recommends', ...packages];
  const byHand = `apt-get update && apt-get ${install.join(' ')}`;
  const remedy = `Is the network up? To install the packages by hand, as root:\n  ${byHand}`;
  const asRoot = becomeRoot(byHand);

  // One source out of many may be broken: what counts is whether these packages can be had.
  /** @type {unknown} */
  let updateFailure;
  await aptGet(['update'], { asRoot, progress, remedy }).catch((error) => {
    updateFailure = error;
  });
  try {
    await aptGet([...install, '--yes'], { asRoot, progress, remedy });
  } catch (error) {
    throw updateFailure ?? error;
  }
}

/**
 * Returns the command that makes another one root, after asking for a password if sudo wants one.
 *
 * @param {string} byHand
 */
function becomeRoot(byHand) {
  if (process.getuid?.() === 0) return [];
  if (onPath('sudo') && spawnSync('sudo', ['true'], { stdio: 'inherit' }).status === 0)
    return ['sudo'];
  throw new Failure(
    'Some packages must be installed, and this user may not do so.',
    `Run this as root, then start again:\n  ${byHand}`,
  );
}
