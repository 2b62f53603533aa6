// Runs the experiments that most figures begin with, and counts which functions of the core they call: these
// become the core's first part (split-wasm.mjs). A figure that calls others works as well, after it has
// fetched the rest. No experiment here has an error: only readers make errors, and the rest is fetched as
// soon as a reader comes to the figure.
import { figureCore } from '../web/core/figure-core.ts';
import { abandonCall, clearStack, start } from '../web/core/instance.ts';
import { run } from '../web/experiment/experiment.ts';
import { DEFAULT_SETTINGS } from '../web/experiment/settings.ts';

const INPUTS = [
  ...['[1, 2, 3, 4]', '[[1.25, -2], [0, 400]]', '[[[[1], [2]], [[3], [4]]]]'],
  ...['torch.ones(3, 4)', 'torch.zeros(2, 3)'],
];

const PS = ['0.5', '0', '1', '0.1', '0.999'];
const SEEDS = ['42', '0', '-1', '18446744073709551615'];

const OTHERS = [
  { layer: 'Dropout1d', input: '[[[1, 2], [3, 4]]]' },
  { layer: 'Dropout2d', input: '[[[[1, 2]], [[3, 4]]]]' },
  { layer: 'Dropout3d', input: '[[[[1, 2]], [[3, 4]]]]' },
  { call: '3' },
  { inplace: 'true' },
];

/**
 * Binaryen's profile of the functions that were called, and the places in the table from which the glue takes
 * functions at the start.
 *
 * @param {BufferSource} wasm  the core, instrumented by Binaryen to count calls
 */
export async function profileOf(wasm) {
  /** @type {WebAssembly.Exports} */
  let exports = {};
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (.../** @type {any} */ source) => {
    const instance = /** @type {any} */ (await instantiate(.../** @type {[any]} */ (source)));
    exports = instance.exports;
    return instance;
  };
  const places = new Set();
  const { get } = WebAssembly.Table.prototype;
  WebAssembly.Table.prototype.get = function (place) {
    places.add(place);
    return get.call(this, place);
  };
  await start(() => ({ wasm, read: () => Promise.reject() }));
  WebAssembly.instantiate = instantiate;
  WebAssembly.Table.prototype.get = get;

  for (const input of INPUTS) experiment({ input });
  for (const p of PS) experiment({ p });
  for (const seed of SEEDS) experiment({ seed });
  for (const settings of OTHERS) experiment(settings);
  // A call that needs the rest ends with these two, so that the first part must have what they call.
  abandonCall();
  clearStack();

  const memory = /** @type {WebAssembly.Memory} */ (
    Object.values(exports).find((value) => value instanceof WebAssembly.Memory)
  );
  const free = memory.grow(1) * 65536;
  const write = /** @type {(at: number, size: number) => number} */ (exports.__write_profile);
  return { profile: Buffer.from(memory.buffer, free, write(free, 65536)), places };
}

/** @param {Partial<import('../web/experiment/settings.ts').Settings>} settings */
function experiment(settings) {
  run(figureCore, { ...DEFAULT_SETTINGS, ...settings });
}
