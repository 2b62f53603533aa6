// What docs/bundlers.md says of programs without a page, as it says it: its code and its commands are run.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../browser/browsers/fixtures.ts';
import { freePort } from '../../browser/browsers/free-port.ts';
import { run, tools, versionOf, withServer } from './programs.ts';
import { withProject } from './project.ts';

const guide = new URL('../../../docs/bundlers.md', import.meta.url);

/** What each of the guide's programs prints: a layer of p = 0.5 on three ones. */
const THREE = /^tensor\(\[[02]\., [02]\., [02]\.\]\)\n?$/;

/** The blocks of a section of the guide, in that language. */
async function blocksOf(section: string, language: string): Promise<string[]> {
  const sections = (await readFile(guide, 'utf8')).split(/^## /m);
  const text = sections.find((one) => one.startsWith(`${section}\n`)) ?? '';
  const blocks = text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'));
  return Array.from(blocks, ([, block]) => block as string);
}

/** Runs commands of the guide in the folder, where they find that version of Node and the matrix's tools. */
function shell(commands: string, folder: string, node = 'node-20'): Promise<string> {
  const places = [join(tools, node, 'bin'), join(tools, '.bin')];
  return run('bash', ['-ec', `PATH="${places.join(':')}:$PATH"\n${commands}`], folder);
}

function tell(name: string): void {
  test.info().annotations.push({ type: 'version', description: versionOf(name) ?? '' });
}

const NODES = ['20', '22', '24', '26'].map((version) => `node-${version}`);
const isThere = (node: string) => existsSync(join(tools, node, 'bin/node'));

for (const node of NODES) {
  const way = node === 'node-20' ? 'import()' : 'require()';
  test(`CommonJS, ${way} in Node ${node.slice('node-'.length)}`, async () => {
    test.skip(!isThere(node), `npm has no ${node} for this machine`);
    tell(node);
    await withProject('program', async (folder) => {
      const loaded = `${way.slice(0, -2)}('dropout-playground')`;
      const program = `Promise.resolve(${loaded}).then(async ({ load }) => {
        const { Dropout, ones } = await load();
        console.log(String(new Dropout(0.5)(ones([3]))));
      });`;
      await writeFile(join(folder, 'main.cjs'), program);
      expect(await shell('node main.cjs', folder, node)).toMatch(THREE);
    });
  });
}

/** Makes the one file of CommonJS that the guide makes by esbuild. */
async function bundleCommonJs(folder: string): Promise<void> {
  const [program = ''] = await blocksOf('CommonJS', 'ts');
  const [bundle = ''] = await blocksOf('CommonJS', 'sh');
  await writeFile(join(folder, 'main.js'), program);
  await shell(bundle, folder);
}

test('CommonJS, in one file by esbuild', async () => {
  tell('esbuild');
  await withProject('program', async (folder) => {
    await bundleCommonJs(folder);
    // By itself: it takes nothing from the project that it was made in.
    await mkdir(join(folder, 'alone'));
    await symlink('../main.cjs', join(folder, 'alone/main.cjs'));
    expect(await shell('node --preserve-symlinks-main alone/main.cjs', folder)).toMatch(THREE);
  });
});

test('a single executable, by Node 20', async () => {
  test.skip(!isThere('node-20'), 'npm has no node-20 for this machine');
  tell('node-20');
  const [commands = ''] = await blocksOf('A single executable', 'sh');
  await withProject('program', async (folder) => {
    await bundleCommonJs(folder);
    const printed = await shell(commands.replace('npx postject', 'postject'), folder);
    expect(printed.split('\n').slice(-2).join('\n')).toMatch(THREE);
  });
});

test('a single executable, by Bun', async () => {
  tell('bun');
  const [program = ''] = await blocksOf('A single executable', 'ts');
  const [, compile = ''] = await blocksOf('A single executable', 'sh');
  await withProject('program', async (folder) => {
    await writeFile(join(folder, 'main.js'), program);
    await shell(compile, folder);
    await run('rm', ['-r', 'node_modules'], folder);
    expect(await shell('./program', folder)).toMatch(THREE);
  });
});

test('a Worker, by esbuild and workerd', async () => {
  test.skip(versionOf('workerd') === undefined, 'npm has no workerd for this machine');
  tell('workerd');
  const [program = ''] = await blocksOf('Workers', 'ts');
  const [bundle = ''] = await blocksOf('Workers', 'sh');
  await withProject('program', async (folder) => {
    await writeFile(join(folder, 'worker.js'), program);
    await shell(bundle, folder);
    const wasm = (await readdir(join(folder, 'dist'))).find((name) => name.endsWith('.wasm'));
    const port = await freePort();
    const config = `using Workerd = import "/workerd/workerd.capnp";
      const config :Workerd.Config = (
        services = [(name = "main", worker = .worker)],
        sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
      );
      const worker :Workerd.Worker = (
        modules = [
          (name = "worker.js", esModule = embed "dist/worker.js"),
          (name = "${wasm}", wasm = embed "dist/${wasm}")
        ],
        compatibilityDate = "2025-01-01"
      );`;
    await writeFile(join(folder, 'config.capnp'), config);
    await withServer('workerd', ['serve', 'config.capnp'], folder, async () => {
      const answer = async () => {
        const response = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
        return response === null ? '' : await response.text();
      };
      await expect.poll(answer).toMatch(THREE);
    });
  });
});
