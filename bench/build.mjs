// Builds what is measured: the package, the module that has the passes in it, and the bundles that
// use this module where web/core imports the shipped one.

import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build as buildAll } from '../scripts/build.mjs';
import { buildPreset } from '../scripts/cmake.mjs';
import { stamp } from '../scripts/stamp.mjs';
import { step } from '../scripts/steps.mjs';
import { writeIfChanged } from '../scripts/write-if-changed.mjs';

const wasmFolder = 'build/wasm-release/bench/wasm';

/** Paths from the root. */
export const built = {
  wasm: 'build/bench/module.wasm',
  shippedInNode: 'dist/node.js',
  shippedInBrowser: 'dist/index.js',
  torchInNode: 'dist/torch-node.js',
  torchInBrowser: 'dist/torch.js',
  kernels: 'build/wasm-release/bench/wasm/kernels-bench.cjs',
  playground: 'build/bench/playground.js',
  page: 'build/bench/page.js',
  lab: 'build/bench/lab.js',
};

export async function buildBench() {
  await buildAll();
  await step('The module with the passes', async (progress) => {
    await buildPreset('wasm-release', { target: 'dropout-playground-bench', onLine: progress });
  });
  await step('The program of the kernels', async (progress) => {
    await buildPreset('wasm-release', { target: 'kernels-bench', onLine: progress });
  });
  await step('The bundles', async () => {
    const { build } = await import('rolldown');
    const { glue, wasm } = stamp(
      readFileSync(`${wasmFolder}/dropout-playground-bench.js`, 'utf8'),
      readFileSync(`${wasmFolder}/dropout-playground-bench.wasm`),
    );
    mkdirSync('build/bench', { recursive: true });
    writeIfChanged('build/bench/module.js', glue);
    writeIfChanged(built.wasm, wasm);
    const input = {
      playground: 'bench/playground.ts',
      page: 'bench/page.mjs',
      lab: 'bench/lab/lab.ts',
    };
    await build({
      input,
      platform: 'browser',
      resolve: { alias: { './wasm/dropout-playground.js': resolve('build/bench/module.js') } },
      logLevel: 'warn',
      output: { dir: 'build/bench', entryFileNames: '[name].js', chunkFileNames: 'shared.js' },
    });
  });
}
