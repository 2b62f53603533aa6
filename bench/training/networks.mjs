// What is trained: small networks, each on one batch of made-up examples. Behind every hidden layer are an
// activation and dropout.

/**
 * @typedef {object} Network
 * @property {string} name
 * @property {number[]} sizes  of the layers
 * @property {'tanh' | 'relu'} activation
 * @property {'SGD' | 'Adam'} optimizer
 * @property {number} lr
 * @property {number} p        of dropout
 * @property {number} batch
 */

/** @type {readonly Network[]} */
export const NETWORKS = [
  {
    name: '2-64-64-1, tanh, SGD, batch 32',
    sizes: [2, 64, 64, 1],
    activation: 'tanh',
    optimizer: 'SGD',
    lr: 0.05,
    p: 0.5,
    batch: 32,
  },
  {
    name: '64-128-128-10, ReLU, Adam, batch 64',
    sizes: [64, 128, 128, 10],
    activation: 'relu',
    optimizer: 'Adam',
    lr: 0.001,
    p: 0.5,
    batch: 64,
  },
  // Those of the training lab's scenarios: its curve, its glyphs and its disc.
  ...[
    { sizes: [1, 64, 64, 64, 1], batch: 30 },
    { sizes: [64, 64, 64, 10], batch: 20 },
    { sizes: [2, 64, 64, 2], batch: 60 },
  ].map(({ sizes, batch }) => ({
    name: `${sizes.join('-')}, ReLU, Adam, batch ${batch}`,
    sizes,
    activation: /** @type {const} */ ('relu'),
    optimizer: /** @type {const} */ ('Adam'),
    lr: 0.003,
    p: 0.5,
    batch,
  })),
];

/** Adam's numbers, PyTorch's defaults. */
export const ADAM = { beta1: 0.9, beta2: 0.999, eps: 1e-8 };

/** Whether the outputs are scores of classes, whose loss is the cross entropy; of one output it is the squared error. */
export const isClassifier = ({ sizes }) => sizes.at(-1) > 1;

/**
 * The batch: inputs [batch, first size] row by row, and of each example its class, or the number that is wanted.
 *
 * @param {Network} network
 */
export function examples({ sizes, batch }) {
  const inputs = Float32Array.from({ length: batch * sizes[0] }, (_, i) => Math.sin(i * i + 1));
  const classes = sizes.at(-1);
  const targets = Array.from({ length: batch }, (_, i) =>
    classes > 1 ? (i * i) % classes : Math.sin(3 * inputs[i * sizes[0]]),
  );
  return { inputs, targets };
}

/**
 * Weights [out, in] row by row and biases for each layer, between the bounds that torch.nn.Linear draws within.
 *
 * @param {Network} network
 */
export function initialLayers({ sizes }) {
  return sizes.slice(1).map((outputs, i) => {
    const bound = 1 / Math.sqrt(sizes[i]);
    const spread = (length) =>
      Float32Array.from({ length }, (_, j) => bound * Math.sin(7 * j * j + 3 * j + i));
    return { inputs: sizes[i], outputs, weight: spread(outputs * sizes[i]), bias: spread(outputs) };
  });
}
