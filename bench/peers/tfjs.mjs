// TensorFlow.js, on its WebAssembly and on its plain JavaScript backend.
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import {
  dropout,
  enableProdMode,
  ones,
  ready,
  setBackend,
  version_core,
} from '@tensorflow/tfjs-core';
import { P, SIZE } from './peers.mjs';

/**
 * @param {'wasm' | 'cpu'} backend
 * @param {string} [packages]  the URL of node_modules, where files are not found without
 * @returns {Promise<import('./peers.mjs').Peer>}
 */
export async function tfjs(backend, packages) {
  enableProdMode();
  if (packages) setWasmPaths(`${packages}@tensorflow/tfjs-backend-wasm/dist/`);
  await setBackend(backend);
  await ready();
  const x = ones([SIZE]);
  return {
    name: `TensorFlow.js, ${backend} backend`,
    version: version_core,
    prepare: () => setBackend(backend),
    dropout() {
      const y = dropout(x, P);
      const elements = /** @type {Float32Array} */ (y.dataSync());
      y.dispose();
      return elements;
    },
  };
}
