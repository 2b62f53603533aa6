// ONNX Runtime Web, on one thread.
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { dropoutModel } from './dropout-model.mjs';
import { P, SIZE } from './peers.mjs';

/**
 * @param {string} [packages]  the URL of node_modules, where files are not found without
 * @returns {Promise<import('./peers.mjs').Peer>}
 */
export async function onnxruntime(packages) {
  env.wasm.numThreads = 1;
  if (packages) env.wasm.wasmPaths = `${packages}onnxruntime-web/dist/`;
  const options = { executionProviders: ['wasm'] };
  // In Node it leaves a global Worker behind, from which jax-js would conclude that it has threads.
  const { Worker } = globalThis;
  const session = await InferenceSession.create(dropoutModel(SIZE, P), options);
  globalThis.Worker = Worker;
  const x = new Tensor('float32', new Float32Array(SIZE).fill(1), [SIZE]);
  return {
    name: 'onnxruntime-web, wasm',
    version: env.versions.web,
    async dropout() {
      const { y } = await session.run({ x });
      return /** @type {Float32Array} */ (y.data);
    },
  };
}
