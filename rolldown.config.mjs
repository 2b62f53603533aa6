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

/** What files share would get the name of one of its modules. */
const SHARED = { api: 'core.js', 'plain-error': 'comlink.js' };

const output = {
  dir: 'dist',
  chunkFileNames: ({ name }) => SHARED[name] ?? '[name].js',
  // Functions and classes keep their names, for stack traces; who wants less bundles it once more.
  minify: {
    compress: true,
    mangle: { toplevel: false, keepNames: true },
    codegen: { removeWhitespace: true },
  },
};

const LIT =
  '/*! Lit, @lit/localize: Copyright Google LLC, SPDX-License-Identifier: BSD-3-Clause */';

const embed = {
  dir: 'dist',
  minify: true,
  // What each of Lit's files says of itself is said once.
  comments: false,
  /** @param {{ moduleIds: string[] }} chunk */
  postBanner: ({ moduleIds }) => (moduleIds.some((id) => /[\\/]lit-html[\\/]/.test(id)) ? LIT : ''),
};

const INDEX = 'web/core/index.ts';

/** Imports of these are imports of the package's own files. @param {...string} sources */
function packageFiles(...sources) {
  const files = new Map(
    sources.map((source) => [resolve(source), source.replace(/^web\/core(.*)\.ts$/, '.$1.js')]),
  );
  return {
    name: 'package-files',
    resolveId(source, importer) {
      const file = importer && files.get(resolve(importer, '..', source));
      return file ? { id: file, external: 'relative' } : null;
    },
  };
}

export default defineConfig([
  {
    input: {
      index: INDEX,
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
    // The worker of an embed, which has the package's core.
    input: { 'experiment-host': 'web/experiment/experiment-host.ts' },
    platform: 'browser',
    plugins: [packageFiles(INDEX)],
    resolve: { mainFields: ['module', 'main'] },
    output: embed,
  },
  {
    input: {
      'dropout-playground': 'web/embed/dropout-playground.ts',
      frame: 'web/embed/frame.ts',
    },
    platform: 'browser',
    // With a core of its own: a file that it shared would be one more to wait for.
    plugins: [shortLiterals(), ownTexts(), ownNames(version)],
    resolve: { mainFields: ['module', 'main'] },
    // With a hash: two versions in one cache must not mix.
    output: { ...embed, chunkFileNames: 'embed-[name]-[hash].js' },
  },
  {
    // All in one file, for a page that is a file itself.
    input: { 'dropout-playground.standalone': 'web/embed/dropout-playground.ts' },
    platform: 'browser',
    plugins: [wasmInside(), shortLiterals(), ownTexts(), ownNames(version)],
    resolve: { mainFields: ['module', 'main'] },
    output: {
      ...embed,
      codeSplitting: false,
      // A page that is a file may load no modules.
      format: 'iife',
      name: 'DropoutPlayground',
    },
  },
  {
    input: { cli: 'web/cli/dropout-playground.ts' },
    platform: 'node',
    plugins: [packageFiles(INDEX)],
    // The command uses the package as anyone does.
    external: [/^node:/, 'dropout-playground'],
    output,
  },
]);
