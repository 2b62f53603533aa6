// `npm run docs`: docs/reference, from the types and their comments. With --check it only says whether
// it is up to date.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from './commands.mjs';
import { installNpmPackages } from './npm-packages.mjs';
import { Failure, main, step } from './steps.mjs';

const generator = 'docs/generator';
const kept = 'docs/reference';

/** @param {string} folder */
async function write(folder) {
  // TypeDoc looks for its sources where it is started.
  await run('node_modules/.bin/typedoc', ['--out', resolve(folder)], { cwd: generator });
}

/** @param {string} folder */
function contents(folder) {
  const names = readdirSync(folder).sort();
  return names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

await main(import.meta.url, async () => {
  await installNpmPackages(generator);
  await step('The reference', async () => {
    if (!process.argv.includes('--check')) return write(kept);
    const folder = mkdtempSync(join(tmpdir(), 'reference-'));
    try {
      await write(folder);
      if (JSON.stringify(contents(folder)) !== JSON.stringify(contents(kept))) {
        throw new Failure('docs/reference is not what the types say.', 'npm run docs writes it.');
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
