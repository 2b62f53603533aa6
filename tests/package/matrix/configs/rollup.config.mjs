// Rollup makes no chunk of a worker: its script is an entry, beside which the other one finds it.
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { importMetaAssets } from '@web/rollup-plugin-import-meta-assets';

/** @param {{ configWorker: string }} given  The worker's entry: its name, and what it is bundled from. */
export default ({ configWorker }) => {
  const [name, from] = configWorker.split('=');
  return {
    input: { main: 'main.js', [name]: from },
    output: { dir: 'dist' },
    plugins: [
      nodeResolve({ browser: true }),
      importMetaAssets({
        exclude: [
          '**/dropout-playground/dist/worker/client.js',
          '**/dropout-playground/dist/embed-experiment-worker-*.js',
        ],
      }),
    ],
  };
};
