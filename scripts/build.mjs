// `npm run build`: dist/, the npm package, and dist/site/, the page.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWasm } from './build-wasm.mjs';
import { run } from './commands.mjs';
import { root } from './root.mjs';
import { setup } from './setup.mjs';
import { main, step } from './steps.mjs';

const dist = join(root, 'dist');

/** Builds everything; what has not changed is compiled only once. */
export async function build() {
  await buildWasm();
  await step('The package: dist/', async () => {
    rmSync(dist, { recursive: true, force: true });
    await tool('rolldown', '--config', 'rolldown.config.mjs');
    await tool('tsc', '--project', 'tsconfig.build.json');
    cpSync(join(root, 'web/core/wasm'), join(dist, 'wasm'), { recursive: true });
  });
  await step('The page: dist/site/', () => tool('vite', 'build'));
}

/** Runs a program of the npm packages. @param {string} name @param {string[]} args */
async function tool(name, ...args) {
  await run(join(root, 'node_modules/.bin', name), args, { cwd: root });
}

await main(import.meta.url, async () => {
  await setup({ tests: false });
  await build();
});
