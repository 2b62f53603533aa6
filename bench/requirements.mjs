// How fast the package has to be, and how fast it wants to be.
import { layerName } from './passes.mjs';
import { P } from './peers/peers.mjs';

const kernel = (engine, setting, atMost, aim, inplace = false) => ({
  of: `${engine}${inplace ? ' in place' : ''}, ${setting}`,
  unit: 'x scale',
  matches: (one) =>
    one.pass === 'kernel' &&
    one.engine === engine &&
    one.options === undefined &&
    one.setting === setting &&
    one.inplace === inplace,
  value: ({ ratio }) => ratio.median,
  atMost,
  aim,
});

const peer = (name, atLeast) => ({
  of: `fast, faster than ${name}`,
  unit: 'times',
  matches: (one) => one.name.startsWith(name) && one.against === layerName('fast', P),
  value: ({ ratio }) => ratio.median,
  atLeast,
});

// Of the engine that gives the same bits as this PyTorch, by the medians of one run.
const pytorch = (engine, atLeast, aim) => ({
  of: `${engine}, faster than PyTorch, native, which gives the same bits`,
  unit: 'times',
  matches: ({ sameBits }) => sameBits === engine,
  value: ({ ns }, results) =>
    ns.median / results.find(({ name }) => name === layerName(engine, P)).ns.median,
  atLeast,
  aim,
});

const call = (name, atMost) => ({
  of: name,
  unit: 'ns',
  matches: (one) => one.section === 'boundary' && one.name === name,
  value: ({ ns }) => ns.median,
  atMost,
});

// An operation with a few elements: what it costs besides.
const operation = (name, atMost, aim) => ({
  of: `${name}, 4 elements, in tidy`,
  unit: 'ns an operation',
  matches: (one) => one.section === 'operations' && one.name === name,
  value: ({ ns }) => ns.median,
  atMost,
  aim,
});

const training = (network, name, atLeast, aim) => ({
  of: `a step of ${network}: faster than ${name}`,
  unit: 'times',
  matches: (one) =>
    one.section === 'training' && one.setting.startsWith(network) && one.name.startsWith(name),
  value: ({ ratio }) => ratio.median,
  atLeast,
  aim,
});

const shareOfPeak = (sizes, atLeast, aim) => ({
  of: `matmul ${sizes}, share of the SIMD peak`,
  unit: '%',
  matches: (one) => one.section === 'operation-kernels' && one.name === `matmul ${sizes}`,
  value: ({ ratio }) => 100 / ratio.median,
  atLeast,
  aim,
});

const operationPass = (name, atMost, aim) => ({
  of: `${name}, the kernel`,
  unit: 'x scale',
  matches: (one) => one.section === 'operation-kernels' && one.name === name,
  value: ({ ratio }) => ratio.median,
  atMost,
  aim,
});

const onPage = (part, kind, of, unit, atMost) => ({
  of,
  unit,
  matches: (one) => one.part === part && one.kind === kind,
  value: ({ ms, value }) => (ms ? ms.p95 : value),
  atMost,
});

/** The worst case that matches counts. */
export const REQUIREMENTS = [
  kernel('fast', '1,000', 5),
  kernel('fast', '65,536', 3),
  ...['1,000,000', '1,000,000 from memory'].flatMap((setting) => [
    kernel('fast', setting, 1.25, 1.05),
    kernel('fast', setting, 1, 0.85, true),
    kernel('torch-cpu-mkl', setting, 1.7),
    kernel('torch-cpu', setting, 4.5),
    kernel('torch-cuda', setting, 7),
    kernel('jax', setting, 9.5),
  ]),
  kernel('fast', '16,000,000', 1.45),
  peer('onnxruntime-web', 20),
  peer('TensorFlow.js, wasm', 30),
  peer('jax-js', 35),
  peer('JavaScript loop', 30),
  peer('PyTorch, native', 25),
  pytorch('torch-cpu', 8, 12),
  call('drop.train()', 60),
  call('drop.eval()', 60),
  call('x.sum(), 4 elements', 60),
  call('x.view()', 60),
  call('1,024 elements in and out through view()', 600),
  training('2-64-64-1', 'TensorFlow.js, wasm', 20, 27),
  training('2-64-64-1', 'jax-js', 25, 37),
  training('2-64-64-1', 'PyTorch, native', 5, 7),
  training('64-128-128-10', 'TensorFlow.js, wasm', 10, 13),
  training('64-128-128-10', 'jax-js', 8, 11),
  training('64-128-128-10', 'PyTorch, native', 1.8, 2.5),
  shareOfPeak('32x64x64', 65, 80),
  shareOfPeak('64x128x128', 60, 70),
  ...['add', 'mul', 'relu'].map((name) => operationPass(`${name}, 1,000,000`, 1.3, 1.1)),
  operationPass('softmax, 1,000,000 in rows of 64', 12, 8),
  ...['add', 'mul', 'relu'].map((name) => operation(`${name}, forward and backward`, 150, 60)),
  {
    of: 'load() to first result, after import',
    unit: 'ms',
    matches: ({ section, name }) => section === 'start' && name === 'load() to first result',
    value: ({ ms }) => ms.median,
    atMost: 10,
  },
  onPage('slider', 'repaint', '64 × 64, while p slides: edit to repaint, 95 %', 'ms', 16),
  onPage('slider', 'task', '64 × 64, while p slides: longest task', 'ms', 50),
  onPage('slider', 'shift', '64 × 64, while p slides: layout shift', '', 0),
  onPage('typing', 'repaint', '64 × 64, while one types: edit to repaint, 95 %', 'ms', 16),
  onPage('typing', 'work', '64 × 64, while one types: of it the page’s own, 95 %', 'ms', 16),
  onPage('typing', 'task', '64 × 64, while one types: longest task', 'ms', 50),
  onPage('typing', 'shift', '64 × 64, while one types: layout shift', '', 0),
  onPage('large', 'task', '4,000 × 4,000: longest task', 'ms', 50),
  onPage('opening', 'task', 'opening the page: longest task', 'ms', 50),
  onPage('embeds', 'task', '100 figures in a post: longest task', 'ms', 50),
  onPage('embeds', 'heap', '100 figures in a post: heap apiece', 'KB', 150),
];

/**
 * The figure that counts for a requirement, and whether it is met; nothing if it was not measured.
 *
 * @param {object[]} results
 */
export function judged({ matches, value, atMost, atLeast }, results) {
  const values = results.filter(matches).map((one) => value(one, results));
  if (values.length === 0) return undefined;
  const worst = atMost === undefined ? Math.min(...values) : Math.max(...values);
  return { worst, isMet: atMost === undefined ? worst >= atLeast : worst <= atMost };
}
