// jax-js, on its WebAssembly backend: one compiled function, a key for each call.
import { defaultDevice, init, jit, numpy as np, random } from '@jax-js/jax';
import { P, SIZE } from './peers.mjs';

/**
 * @param {string} version
 * @returns {Promise<import('./peers.mjs').Peer>}
 */
export async function jaxJs(version) {
  await init('wasm');
  defaultDevice('wasm');
  const x = np.ones([SIZE]);
  // Multiplying by the mask is faster there than np.where.
  const dropout = jit((key, x) => {
    const kept = random.bernoulli(key, 1 - P, [SIZE]).astype(np.float32);
    return x.mul(kept).mul(1 / (1 - P));
  });
  let seed = 0;
  return {
    name: 'jax-js, wasm',
    version,
    dropout: () => dropout(random.key(seed++), x.ref).dataSync(),
  };
}
