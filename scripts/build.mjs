// `npm run build`: dist/, the npm package, and dist/site/, the page.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { buildWasm } from './build-wasm.mjs';
import { forgetBundled } from './bundled-packages.mjs';
import { run } from './commands.mjs';
import {
  PYTHON_LIBRARY,
  PYTHON_PLOTTING,
  shortPythonLibrary,
  shortPythonPlotting,
} from './python-library.mjs';
import { setup } from './setup.mjs';
import { main, step } from './steps.mjs';
import { NOTICES, thirdPartyNotices } from './third-party-notices.mjs';

/** The files of web/embed/ that are copied into the package unchanged. */
const EMBED_SOURCES = ['frame.html', 'frame.css', 'custom-elements.json'];

/** Where the package has the versions of the embed, below dist/, and what of each is copied there. */
const VERSIONS = ['embed/1'];
const VERSION_SOURCES = ['frame.html', 'frame.css'];

/** The declarations of what is beside the core, and those that they import, below web/. */
const DECLARATIONS = [
  'check/check.d.ts',
  'check/checked-post.d.ts',
  'embed/dropout-playground.d.ts',
  'embed/1/dropout-playground.d.ts',
  'embed/embed.d.ts',
  'embed/options.d.ts',
  'experiment/settings.d.ts',
  'parts/lab/lab-attributes.d.ts',
  'program/program-output.d.ts',
  'python/program-engines.d.ts',
];

/** The files of dist/ that an embed fetches. */
const EMBED =
  /^(dropout-playground(\.standalone)?|embed-.*|experiment-host|training-host|python-.*|index|core|torch|operations|compiled-wasm|frame)\.(js|html|css|zip\.txt)$|^wasm$|^THIRD-PARTY-NOTICES\.txt$/;

/** Builds everything. C++ that has not changed is not compiled again. */
export async function build() {
  await buildWasm();
  await buildPackage();
  await buildSite();
}

/** Bundles the package. The core has to be compiled. */
export async function buildPackage() {
  await step('The package: dist/', async () => {
    rmSync('dist', { recursive: true, force: true });
    forgetBundled('package');
    await tool('rolldown', '--config', 'rolldown.config.mjs');
    await tool('tsc', '--project', 'tsconfig.build.json');
    await tool('tsc', '--project', 'tsconfig.build-declarations.json');
    cpSync('web/core/wasm', 'dist/wasm', { recursive: true });
    writeFileSync(`dist/${PYTHON_LIBRARY}`, await shortPythonLibrary());
    writeFileSync(`dist/${PYTHON_PLOTTING}`, await shortPythonPlotting());
    for (const file of EMBED_SOURCES) cpSync(`web/embed/${file}`, `dist/${file}`);
    for (const file of DECLARATIONS) cpSync(`build/declarations/${file}`, `dist/${file}`);
    cpSync('web/embed/react.d.ts', 'dist/embed/react.d.ts');
    writeFileSync(`dist/${NOTICES}`, thirdPartyNotices('package'));
    for (const version of VERSIONS) {
      for (const file of ['react.d.ts', 'dropout-playground.css']) {
        cpSync(`web/${version}/${file}`, `dist/${version}/${file}`);
      }
      for (const file of VERSION_SOURCES) cpSync(`web/embed/${file}`, `dist/${version}/${file}`);
    }
  });
}

/** Bundles the page. The package has to be there. */
export async function buildSite() {
  await step('The page: dist/site/', async () => {
    forgetBundled('site');
    await tool('vite', 'build');
    writeFileSync(`dist/site/${NOTICES}`, thirdPartyNotices('site'));
    cpSync('LICENSE', 'dist/site/LICENSE.txt');
    // A copy of the embed as a folder that needs nothing else, for posts.
    for (const name of readdirSync('dist')) {
      if (EMBED.test(name)) cpSync(`dist/${name}`, `dist/site/embed/${name}`, { recursive: true });
    }
    for (const version of VERSIONS) copyVersion(`dist/${version}`, `dist/site/${version}`);
  });
}

// In the package a version is two folders below what it imports; in the folder for posts, one.
/** @param {string} from @param {string} to */
function copyVersion(from, to) {
  cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith('.d.ts') });
  for (const name of readdirSync(to).filter((one) => one.endsWith('.js'))) {
    const script = readFileSync(`${from}/${name}`, 'utf8');
    writeFileSync(`${to}/${name}`, script.replaceAll(/(?<=[`'"])\.\.\/(?=\.\.\/embed-)/g, ''));
  }
}

/** Runs a program of the npm packages. @param {string} name @param {string[]} args */
async function tool(name, ...args) {
  await run(`node_modules/.bin/${name}`, args);
}

await main(import.meta.url, async () => {
  await setup({ tests: false });
  await build();
});
