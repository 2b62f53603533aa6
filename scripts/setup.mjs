// `npm run setup`: installs everything that the other tasks need, on a bare machine. Quick if all of it is there.
import { installNpmPackages } from './npm-packages.mjs';
import { meetRequirements } from './requirements.mjs';
import { Failure, main } from './steps.mjs';
import { setUpToolchain } from './toolchain.mjs';

/** The folders with npm packages of their own, which only the tests need. */
export const packagesOfTests = ['tests/package', 'docs/generator', 'examples/blog'];

/**
 * @param {{ tests: boolean }} options  tests: installs also what only the tests need
 */
export async function setup({ tests }) {
  requireNode();
  await meetRequirements({ tests });
  await setUpToolchain();
  for (const folder of ['.', ...(tests ? packagesOfTests : [])]) await installNpmPackages(folder);
}

export function requireNode() {
  const [major] = process.versions.node.split('.');
  if (Number(major) < 20) {
    throw new Failure(`Node ${process.version} is too old.`, 'Node 20 or later is needed.');
  }
}

await main(import.meta.url, () => setup({ tests: true }));
