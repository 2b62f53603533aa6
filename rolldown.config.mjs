// Bundles web/core into the npm package, and web/cli into its command; the page is Vite's.
import { defineConfig } from 'rolldown';

const output = {
  dir: 'dist',
  chunkFileNames: '[name].js',
  // Names stay, for stack traces; who wants less bundles it once more.
  minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
};

export default defineConfig([
  {
    input: {
      index: 'web/core/index.ts',
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
    input: { cli: 'web/cli/dropout-playground.ts' },
    platform: 'node',
    // The command uses the package as anyone does.
    external: [/^node:/, 'dropout-playground'],
    output,
  },
]);
