// What others take for dropout of a million float32 elements with p = 0.3: each makes a new output
// from the same input and gives it to JavaScript as a Float32Array.

/**
 * @typedef {object} Peer
 * @property {string} name
 * @property {string} version
 * @property {() => Float32Array | Promise<Float32Array>} dropout
 * @property {() => unknown} [prepare]  before each sample, outside of its time
 */

export const SIZE = 1_000_000;
export const P = 0.3;

/**
 * Throws unless `output` is the dropout of ones. At a million elements 0.0025 is more than five
 * standard deviations of the share that is dropped: a false alarm in two million runs.
 */
export function checkDropout(name, output) {
  const scale = Math.fround(1 / (1 - P));
  let dropped = 0;
  for (const value of output) {
    if (value === 0) ++dropped;
    else if (!(Math.abs(value / scale - 1) <= 1e-6)) throw new Error(`${name} gave ${value}`);
  }
  if (output.length !== SIZE || Math.abs(dropped / SIZE - P) > 0.0025) {
    throw new Error(`${name} dropped ${dropped} of ${output.length}`);
  }
}
