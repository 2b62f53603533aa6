// Rollup makes no chunk of a worker: its script is an entry, beside which the other one finds it.
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { importMetaAssets } from '@web/rollup-plugin-import-meta-assets';

export default {
  input: { main: 'main.js', host: 'dropout-playground/worker/host' },
  output: { dir: 'dist' },
  plugins: [
    nodeResolve({ browser: true }),
    importMetaAssets({ exclude: '**/dropout-playground/dist/worker/client.js' }),
  ],
};
