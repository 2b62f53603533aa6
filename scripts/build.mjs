// `npm run build`: dist/, the npm package, and dist/site/, the page.
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { buildWasm } from './build-wasm.mjs';
import { run } from './commands.mjs';
import { setup } from './setup.mjs';
import { main, step } from './steps.mjs';

const FRAME = ['frame.html', 'frame.css'];

/** What of dist/ an embed fetches. */
const EMBED =
  /^(dropout-playground(\.standalone)?|embed-.*|index|core|comlink|frame)\.(js|html|css)$|^(wasm|worker)$/;

/** Builds everything; what has not changed is compiled only once. */
export async function build() {
  await buildWasm();
  await step('The package: dist/', async () => {
    rmSync('dist', { recursive: true, force: true });
    await tool('rolldown', '--config', 'rolldown.config.mjs');
    await tool('tsc', '--project', 'tsconfig.build.json');
    cpSync('web/core/wasm', 'dist/wasm', { recursive: true });
    for (const file of FRAME) cpSync(`web/embed/${file}`, `dist/${file}`);
  });
  await step('The page: dist/site/', async () => {
    await tool('vite', 'build');
    // A copy for posts: the whole folder is the embed, and nothing else is needed.
    for (const name of readdirSync('dist')) {
      if (EMBED.test(name)) cpSync(`dist/${name}`, `dist/site/embed/${name}`, { recursive: true });
    }
  });
}

/** Runs a program of the npm packages. @param {string} name @param {string[]} args */
async function tool(name, ...args) {
  await run(`node_modules/.bin/${name}`, args);
}

await main(import.meta.url, async () => {
  await setup({ tests: false });
  await build();
});
