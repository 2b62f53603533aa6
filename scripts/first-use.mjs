// What most figures begin with, and readers do first, for the build to see which functions of the core
// that takes: those are its first part (split-wasm.mjs). Nothing is wrong if one does more; it takes the
// rest as well. No errors: they are a reader's, and with the first of one's hand the rest is fetched.
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
 * Which functions it calls, as Binaryen writes it down, and the places in the table whose functions the
 * glue keeps from the start.
 *
 * @param {BufferSource} wasm  the core, made by Binaryen to count calls
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
  // As a call ends that needs the rest.
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
