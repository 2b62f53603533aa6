// The training of networks in TensorFlow.js, on its WebAssembly backend. Its package `tfjs` brings the gradients.
import '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import {
  add,
  cast,
  dropout,
  enableProdMode,
  losses,
  matMul,
  oneHot,
  ready,
  relu,
  setBackend,
  tanh,
  tensor,
  train,
  transpose,
  variable,
  version_core,
} from '@tensorflow/tfjs-core';
import { ADAM, examples, initialLayers, isClassifier } from '../training/networks.mjs';

/**
 * @param {import('../training/networks.mjs').Network} network
 * @param {string} [packages]  the URL of node_modules, where files are not found without
 */
export async function tfjsTraining(network, packages) {
  enableProdMode();
  if (packages) setWasmPaths(`${packages}@tensorflow/tfjs-backend-wasm/dist/`);
  await setBackend('wasm');
  await ready();
  const { sizes, optimizer, lr, p, batch } = network;
  const { inputs, targets } = examples(network);
  const isOfClasses = isClassifier(network);
  const x = tensor(inputs, [batch, sizes[0]]);
  const y = isOfClasses
    ? cast(oneHot(tensor(targets, [batch], 'int32'), sizes.at(-1)), 'float32')
    : tensor(targets, [batch, 1]);
  // Weights as its own layers have them, [in, out].
  const layers = initialLayers(network).map(({ inputs, outputs, weight, bias }) => [
    variable(transpose(tensor(weight, [outputs, inputs]))),
    variable(tensor(bias, [outputs])),
  ]);
  const activation = { tanh, relu }[network.activation];
  const { beta1, beta2, eps } = ADAM;
  const rule = optimizer === 'SGD' ? train.sgd(lr) : train.adam(lr, beta1, beta2, eps);
  const loss = () => {
    const z = layers.reduce((input, [weight, bias], i) => {
      const sum = add(matMul(input, weight), bias);
      return i === layers.length - 1 ? sum : dropout(activation(sum), p);
    }, x);
    return isOfClasses ? losses.softmaxCrossEntropy(y, z) : losses.meanSquaredError(y, z);
  };
  return {
    name: 'TensorFlow.js, wasm',
    version: version_core,
    async prepare() {
      await setBackend('wasm');
    },
    train(steps) {
      for (let i = 1; i < steps; i++) rule.minimize(loss, false, layers.flat());
      const last = rule.minimize(loss, true, layers.flat());
      const [value] = last.dataSync();
      last.dispose();
      return value;
    },
  };
}
