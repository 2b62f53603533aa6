// What one writes without a library.
import { P, SIZE } from './peers.mjs';

/** @returns {import('./peers.mjs').Peer} */
export function javascriptLoop() {
  const x = new Float32Array(SIZE).fill(1);
  return {
    name: 'JavaScript loop, Math.random',
    version: '',
    dropout() {
      const y = new Float32Array(x.length);
      const scale = 1 / (1 - P);
      for (let i = 0; i < x.length; ++i) y[i] = Math.random() < P ? 0 : x[i] * scale;
      return y;
    },
  };
}
