// The package from another host, as from a CDN: a plain module script in each of the three browsers.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from '../../browser/browsers/fixtures.ts';
import { withFiles } from './file-server.ts';
import { printsWhatWasPosted } from './program-page.ts';
import { withProject } from './project.ts';

test('a module script of another origin', { tag: '@engines' }, async ({
  page,
  browserName,
  browser,
}) => {
  const version = browserName === 'webkit' ? '' : browser.version();
  test.info().annotations.push({ type: 'version', description: version });
  await withProject('program', async (folder) => {
    const cdn = join(folder, 'node_modules/dropout-playground');
    await withFiles(cdn, { 'Access-Control-Allow-Origin': '*' }, async (host) => {
      // The two scripts of the project, with addresses in the place of names.
      const map = {
        'dropout-playground': 'index.js',
        'dropout-playground/worker': 'worker/client.js',
      };
      for (const name of ['program.js', 'in-worker.js']) {
        await withAddresses(join(folder, name), host, map);
      }
      const headers = {
        'Content-Security-Policy': `default-src 'self'; script-src 'self' ${host} 'wasm-unsafe-eval'; connect-src ${host}; worker-src blob: ${host}`,
      };
      await withFiles(folder, headers, (address) => printsWhatWasPosted(page, `${address}/`));
    });
  });
});

async function withAddresses(path: string, host: string, files: Record<string, string>) {
  let text = await readFile(path, 'utf8');
  for (const [name, file] of Object.entries(files)) {
    text = text.replace(`'${name}'`, `'${host}/dist/${file}'`);
  }
  await writeFile(path, text);
}
