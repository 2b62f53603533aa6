// What most readers do with a figure, for the build to see which functions of the core that takes: those
// are its first part (split-wasm.mjs). Nothing is wrong if one does more; it takes the rest as well.
import { figureCore } from '../web/core/figure-core.ts';
import { start } from '../web/core/instance.ts';
import { run } from '../web/element/experiment/experiment.ts';
import { DEFAULT_SETTINGS } from '../web/element/experiment/settings.ts';

const INPUTS = [
  ['[]', '[1, 2, 3, 4]', '[0, -1.5, 2e3, 1e-7]', '[inf, -inf, nan]'],
  ['[[1.25, -2], [3, 4]]', '[[[[1], [2]], [[3], [4]]]]', 'tensor([[1., 2.], [3., 4.]])'],
  ['torch.ones(3, 4)', 'torch.zeros(2, 3)', 'torch.full((2, 2), 3.5)'],
  ['[1, 2', '[[1, 2], [3]]', '[1, two]', '[1,, 2]', '[1.5, 2]]', 'torch.one(3)', ''],
].flat();

const PS = ['0.5', '0', '1', '0.1', '0.999', '1.5', '-1', 'nan', 'half'];
const SEEDS = ['42', '0', '-1', '18446744073709551615', '1e3', 'seed'];

const OTHERS = [
  { layer: 'Dropout1d', input: '[[1, 2], [3, 4]]' },
  { layer: 'Dropout2d', input: '[[[[1, 2]], [[3, 4]]]]' },
  { layer: 'Dropout3d', input: '[[[[1, 2]], [[3, 4]]]]' },
  { layer: 'Dropout2d', input: '[1, 2]' },
  { call: '3' },
  { inplace: 'true' },
  { gradient: '[1, -2, 3, 0.5]' },
  { gradient: '[1, 2]' },
];

/**
 * Which functions it calls, as Binaryen writes it down.
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
  await start(() => ({ wasm, read: () => Promise.reject() }));
  WebAssembly.instantiate = instantiate;

  for (const input of INPUTS) experiment({ input });
  for (const p of PS) experiment({ p });
  for (const seed of SEEDS) experiment({ seed });
  for (const settings of OTHERS) experiment(settings);

  const memory = /** @type {WebAssembly.Memory} */ (
    Object.values(exports).find((value) => value instanceof WebAssembly.Memory)
  );
  const free = memory.grow(1) * 65536;
  const write = /** @type {(at: number, size: number) => number} */ (exports.__write_profile);
  return Buffer.from(memory.buffer, free, write(free, 65536));
}

/** @param {Partial<import('../web/element/experiment/settings.ts').Settings>} settings */
function experiment(settings) {
  run(figureCore, { ...DEFAULT_SETTINGS, ...settings });
}
