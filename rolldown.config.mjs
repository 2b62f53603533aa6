// Bundles web/core into the npm package, web/embed into the script of other people's pages, and web/cli
// into its command; the page is Vite's.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'rolldown';
import { ownNames } from './scripts/own-names.mjs';
import { ownTexts } from './scripts/own-texts.mjs';
import { shortLiterals } from './scripts/short-literals.mjs';
import { wasmInside } from './scripts/wasm-inside.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

const output = {
  dir: 'dist',
  // What all of its files share would get the name of one of its modules.
  chunkFileNames: ({ name }) => (name === 'api' ? 'core.js' : '[name].js'),
  // Functions and classes keep their names, for stack traces; who wants less bundles it once more.
  minify: {
    compress: true,
    mangle: { toplevel: false, keepNames: true },
    codegen: { removeWhitespace: true },
  },
};

// Who imports the package on the same page as an embed shares its files; the command uses them, too.
const PACKAGE_FILES = new Map([
  [resolve('web/core/index.ts'), './index.js'],
  [resolve('web/core/first-part.ts'), './first-part.js'],
  [resolve('web/core/parts.ts'), './first-part.js'],
  [resolve('web/core/worker/client.ts'), './worker/client.js'],
]);

const packageFiles = {
  name: 'package-files',
  resolveId(source, importer) {
    const file = importer && PACKAGE_FILES.get(resolve(importer, '..', source));
    return file ? { id: file, external: 'relative' } : null;
  },
};

export default defineConfig([
  {
    input: {
      index: 'web/core/index.ts',
      'first-part': 'web/core/first-part.ts',
      node: 'web/core/node.ts',
      'worker/client': 'web/core/worker/client.ts',
      'worker/host': 'web/core/worker/host.ts',
    },
    platform: 'neutral',
    // Comlink, which the worker's two sides speak through, is bundled with them.
    resolve: { mainFields: ['module', 'main'] },
    // The glue stays a file of its own: it names the wasm beside it, and bundlers follow that.
    external: [/^node:/, './wasm/dropout-playground.js'],
    output,
  },
  {
    input: {
      'dropout-playground': 'web/embed/dropout-playground.ts',
      frame: 'web/embed/frame.ts',
    },
    platform: 'browser',
    plugins: [packageFiles, shortLiterals(), ownTexts(), ownNames(version)],
    // With a hash: two versions in one cache must not mix.
    output: { dir: 'dist', chunkFileNames: 'embed-[name]-[hash].js', minify: true },
  },
  {
    // All in one file, for a page that is a file itself.
    input: { 'dropout-playground.standalone': 'web/embed/dropout-playground.ts' },
    platform: 'browser',
    plugins: [wasmInside(), shortLiterals(), ownTexts(), ownNames(version)],
    resolve: { mainFields: ['module', 'main'] },
    output: {
      dir: 'dist',
      codeSplitting: false,
      minify: true,
      // A page that is a file may load no modules.
      format: 'iife',
      name: 'DropoutPlayground',
    },
  },
  {
    input: { cli: 'web/cli/dropout-playground.ts' },
    platform: 'node',
    plugins: [packageFiles],
    // The command uses the package as anyone does.
    external: [/^node:/, 'dropout-playground'],
    output,
  },
]);
