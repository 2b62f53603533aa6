// `npm run docs`: docs/reference, the embed's custom-elements manifest and the table of attributes in its
// guide, from the types and their comments. With --check it only says whether they are up to date.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { withRightLinks } from '../docs/generator/anchors.mjs';
import { withAttributeTables } from '../docs/generator/attribute-table.mjs';
import { run } from './commands.mjs';
import { installNpmPackages } from './npm-packages.mjs';
import { Failure, main, step } from './steps.mjs';

const generator = 'docs/generator';

/** What is written into which folder. `names` matches the written files, since the folder may have others. */
const outputs = [
  { title: 'The reference', kept: 'docs/reference', write: writeReference, names: /\.md$/ },
  {
    title: 'The custom-elements manifest',
    kept: 'web/embed',
    write: writeManifest,
    names: /^custom-elements\.json$/,
  },
  // After the manifest, from which it is made.
  { title: 'The attributes in the guide', kept: 'docs', write: writeGuide, names: /^embed\.md$/ },
];

/** @param {string} folder */
async function writeReference(folder) {
  // TypeDoc looks for its sources in the working directory.
  await run('node_modules/.bin/typedoc', ['--out', resolve(folder)], { cwd: generator });
  for (const [name, text] of withRightLinks(new Map(contents(folder, /\.md$/)))) {
    writeFileSync(join(folder, name), text);
  }
}

/** @param {string} folder */
async function writeManifest(folder) {
  const config = ['--config', `${generator}/custom-elements-manifest.config.mjs`];
  // The analyzer takes only a path relative to the working directory.
  const options = [...config, '--outdir', relative('.', folder)];
  const command = `${generator}/node_modules/.bin/custom-elements-manifest`;
  await run(command, ['analyze', ...options]);
}

/** @param {string} folder */
function writeGuide(folder) {
  const manifest = JSON.parse(readFileSync('web/embed/custom-elements.json', 'utf8'));
  const guide = withAttributeTables(readFileSync('docs/embed.md', 'utf8'), manifest);
  writeFileSync(join(folder, 'embed.md'), guide);
}

/**
 * @param {string} folder
 * @param {RegExp} names
 * @returns {[name: string, text: string][]}
 */
function contents(folder, names) {
  const files = readdirSync(folder).filter((name) => names.test(name));
  return files.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

await main(import.meta.url, async () => {
  await installNpmPackages(generator);
  for (const { title, kept, write, names } of outputs) {
    await step(title, async () => {
      if (!process.argv.includes('--check')) return write(kept);
      const folder = mkdtempSync(join(tmpdir(), 'reference-'));
      try {
        await write(folder);
        const [are, should] = [kept, folder].map((one) => JSON.stringify(contents(one, names)));
        if (are !== should) {
          throw new Failure(`${kept} is not what the types say.`, 'npm run docs writes it.');
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
});
