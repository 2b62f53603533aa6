// `npm run build`: dist/, the npm package, and dist/site/, the page.
import { cpSync, rmSync } from 'node:fs';
import { buildWasm } from './build-wasm.mjs';
import { run } from './commands.mjs';
import { setup } from './setup.mjs';
import { main, step } from './steps.mjs';

/** Builds everything; what has not changed is compiled only once. */
export async function build() {
  await buildWasm();
  await step('The package: dist/', async () => {
    rmSync('dist', { recursive: true, force: true });
    await tool('rolldown', '--config', 'rolldown.config.mjs');
    await tool('tsc', '--project', 'tsconfig.build.json');
    cpSync('web/core/wasm', 'dist/wasm', { recursive: true });
  });
  await step('The page: dist/site/', () => tool('vite', 'build'));
}

/** Runs a program of the npm packages. @param {string} name @param {string[]} args */
async function tool(name, ...args) {
  await run(`node_modules/.bin/${name}`, args);
}

await main(import.meta.url, async () => {
  await setup({ tests: false });
  await build();
});
