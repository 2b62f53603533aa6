// Bundles web/core into the npm package, web/embed into the script for other people's pages, and web/cli into the
// command line. Vite builds the page.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'rolldown';
import { bundledPackages } from './scripts/bundled-packages.mjs';
import { inlineCss } from './scripts/inline-css.mjs';
import { shortLiterals } from './scripts/short-literals.mjs';
import { usedTexts } from './scripts/used-texts.mjs';
import { versionedNames } from './scripts/versioned-names.mjs';
import { wasmInside } from './scripts/wasm-inside.mjs';
import { withoutWorkers } from './scripts/without-workers.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** What files share would get the name of one of its modules. */
const SHARED = {
  api: 'core.js',
  'operations-wasm': 'operations.js',
  'plain-error': 'comlink.js',
  check: 'check-post.js',
};

const output = {
  dir: 'dist',
  chunkFileNames: ({ name }) => SHARED[name] ?? '[name].js',
  // Functions and classes keep their names, for stack traces. Users who want less minify it in their own bundle.
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
  // Lit's files have a licence comment each; the banner says it once.
  comments: false,
  /** @param {{ moduleIds: string[] }} chunk */
  postBanner: ({ moduleIds }) => (moduleIds.some((id) => /[\\/]lit-html[\\/]/.test(id)) ? LIT : ''),
};

// The script has what it needs at once, and the figure all else that it needs, whatever later chunks need of that as
// well: else what they share would be chunks for which the figure waits.
const GROUPS = [
  { name: 'register', test: /[\\/]web[\\/]embed[\\/]register\.ts$/, priority: 2 },
  { name: 'figure', test: /[\\/]web[\\/]embed[\\/]figure\.ts$/, priority: 1 },
];

const INDEX = 'web/core/index.ts';

/** Makes imports of these sources imports of the package's built files. @param {...string} sources */
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
      torch: 'web/core/torch.ts',
      'torch-node': 'web/core/torch-node.ts',
    },
    platform: 'neutral',
    plugins: [bundledPackages('package', 'core')],
    // Bundles Comlink, through which both sides of the worker speak.
    resolve: { mainFields: ['module', 'main'] },
    // The glue stays a file of its own, which names the wasm beside it, so that bundlers find the wasm.
    external: [/^node:/, './wasm/dropout-playground.js'],
    output,
  },
  {
    // The worker of an embed, which has the package's core.
    input: { 'experiment-host': 'web/experiment/experiment-host.ts' },
    platform: 'browser',
    plugins: [packageFiles(INDEX), bundledPackages('package', 'experiment-host')],
    resolve: { mainFields: ['module', 'main'] },
    output: embed,
  },
  {
    // The worker of a lab, which has the package's operations.
    input: { 'training-host': 'web/training/worker/training-host.ts' },
    platform: 'browser',
    plugins: [packageFiles('web/core/torch.ts'), bundledPackages('package', 'training-host')],
    resolve: { mainFields: ['module', 'main'] },
    output: embed,
  },
  {
    input: {
      'dropout-playground': 'web/embed/dropout-playground.ts',
      frame: 'web/embed/frame.ts',
      'embed/1/dropout-playground': 'web/embed/1/dropout-playground.ts',
      'embed/1/frame': 'web/embed/1/frame.ts',
    },
    platform: 'browser',
    // CodeMirror's parser asks it how much to log, and bundlers put Node's in for it.
    transform: { define: { process: 'undefined' } },
    // The embed bundles a core of its own, since a file shared with the package would be one more to wait for.
    plugins: [
      inlineCss(),
      shortLiterals(),
      usedTexts(),
      versionedNames(version),
      bundledPackages('package', 'embed'),
    ],
    resolve: { mainFields: ['module', 'main'] },
    // With a hash, so that a cache does not mix two versions.
    output: {
      ...embed,
      chunkFileNames: 'embed-[name]-[hash].js',
      codeSplitting: { groups: GROUPS },
    },
  },
  // Everything in one file, for pages that are opened as files.
  ...['', 'embed/1/'].map((version) => ({
    input: {
      [`${version}dropout-playground.standalone`]: `web/embed/${version.slice('embed/'.length)}dropout-playground.ts`,
    },
    platform: 'browser',
    plugins: [
      wasmInside(),
      withoutWorkers(),
      shortLiterals(),
      usedTexts(),
      versionedNames(version),
      bundledPackages('package', 'standalone'),
    ],
    resolve: { mainFields: ['module', 'main'] },
    output: {
      ...embed,
      codeSplitting: false,
      // A page that is opened as a file may load no modules.
      format: 'iife',
      name: 'DropoutPlayground',
    },
  })),
  {
    // Programs: the page's side, and the worker that runs them.
    input: {
      'python-worker': 'web/python/python-worker.ts',
      'python-host': 'web/python/python-host.ts',
    },
    platform: 'browser',
    plugins: [bundledPackages('package', 'python')],
    output: { ...embed, chunkFileNames: 'python-[name]-[hash].js' },
  },
  {
    input: { cli: 'web/cli/dropout-playground.ts', check: 'web/check/check.ts' },
    platform: 'node',
    plugins: [packageFiles(INDEX), bundledPackages('package', 'cli')],
    // The command imports the package as any other program does.
    external: [/^node:/, 'dropout-playground'],
    output,
  },
]);
