// Builds what is measured: the package, the module that has the passes in it, and the bundles that
// use this module where web/core imports the shipped one.

import { build as buildAll } from '../scripts/build.mjs';
import { buildPreset } from '../scripts/cmake.mjs';
import { step } from '../scripts/steps.mjs';

const wasmFolder = 'build/wasm-release/bench/wasm';

/** Paths from the root. */
export const built = {
  wasm: `${wasmFolder}/dropout-playground-bench.wasm`,
  shippedInNode: 'dist/node.js',
  shippedInBrowser: 'dist/index.js',
  playground: 'build/bench/playground.js',
  page: 'build/bench/page.js',
};

export async function buildBench() {
  await buildAll();
  await step('The module with the passes', async (progress) => {
    await buildPreset('wasm-release', { target: 'dropout-playground-bench', onLine: progress });
  });
  await step('The bundles', async () => {
    const { build } = await import('rolldown');
    const glue = `${process.cwd()}/${wasmFolder}/dropout-playground-bench.js`;
    const input = { playground: 'bench/playground.ts', page: 'bench/page.mjs' };
    await build({
      input,
      platform: 'browser',
      resolve: { alias: { './wasm/dropout-playground.js': glue } },
      logLevel: 'warn',
      output: { dir: 'build/bench', entryFileNames: '[name].js', chunkFileNames: 'shared.js' },
    });
  });
}
