// `npm run build`: dist/, the npm package, and dist/site/, the page.
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { buildWasm } from './build-wasm.mjs';
import { run } from './commands.mjs';
import { setup } from './setup.mjs';
import { main, step } from './steps.mjs';

/** What of web/embed/ is in the package as it is. */
const EMBED_SOURCES = ['frame.html', 'frame.css', 'custom-elements.json'];

/** Below web/: the embed's declarations, and those they name. */
const EMBED_DECLARATIONS = [
  'embed/dropout-playground.d.ts',
  'embed/embed.d.ts',
  'experiment/settings.d.ts',
];

/** What of dist/ an embed fetches. */
const EMBED =
  /^(dropout-playground(\.standalone)?|embed-.*|experiment-host|index|core|frame)\.(js|html|css)$|^wasm$/;

/** Builds everything; what has not changed is compiled only once. */
export async function build() {
  await buildWasm();
  await step('The package: dist/', async () => {
    rmSync('dist', { recursive: true, force: true });
    await tool('rolldown', '--config', 'rolldown.config.mjs');
    await tool('tsc', '--project', 'tsconfig.build.json');
    await tool('tsc', '--project', 'tsconfig.build-embed.json');
    cpSync('web/core/wasm', 'dist/wasm', { recursive: true });
    for (const file of EMBED_SOURCES) cpSync(`web/embed/${file}`, `dist/${file}`);
    for (const file of EMBED_DECLARATIONS) cpSync(`build/declarations/${file}`, `dist/${file}`);
    cpSync('web/embed/react.d.ts', 'dist/embed/react.d.ts');
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
