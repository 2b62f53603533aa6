// Bundles web/core and web/cli into the npm package; the page is Vite's.
import { defineConfig } from 'rolldown';

export default defineConfig({
  input: {
    index: 'web/core/index.ts',
    node: 'web/core/node.ts',
    cli: 'web/cli/dropout-playground.ts',
  },
  platform: 'neutral',
  // The glue stays a file of its own: it names the wasm beside it, and bundlers follow that.
  external: [/^node:/, './wasm/dropout-playground.js'],
  output: {
    dir: 'dist',
    chunkFileNames: '[name].js',
    // Names stay, for stack traces; who wants less bundles it once more.
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
  },
});
