// The training of networks in jax-js, on its WebAssembly backend: one compiled function makes a step.
import { defaultDevice, init, jit, nn, numpy as np, random, tree, valueAndGrad } from '@jax-js/jax';
import { ADAM, examples, initialLayers, isClassifier } from '../training/networks.mjs';

/**
 * @param {import('../training/networks.mjs').Network} network
 * @param {string} version
 */
export async function jaxTraining(network, version) {
  await init('wasm');
  defaultDevice('wasm');
  const { sizes, p, lr, batch } = network;
  const { inputs, targets } = examples(network);
  const isOfClasses = isClassifier(network);
  const x = np.array(inputs).reshape([batch, sizes[0]]);
  const y = isOfClasses
    ? nn.oneHot(np.array(targets, { dtype: np.int32 }), sizes.at(-1))
    : np.array(targets).reshape([batch, 1]);
  let layers = initialLayers(network).map(({ inputs, outputs, weight, bias }) => ({
    weight: np.array(weight).reshape([outputs, inputs]).transpose(),
    bias: np.array(bias),
  }));
  const activation = { tanh: np.tanh, relu: nn.relu }[network.activation];

  // Multiplying by the mask is faster there than np.where.
  const dropout = (key, input) => {
    const kept = random.bernoulli(key, 1 - p, input.shape).astype(np.float32);
    return input.mul(kept).mul(1 / (1 - p));
  };
  const lossOf = (layers, keys, x, y) => {
    const z = layers.reduce((input, { weight, bias }, i) => {
      const sum = np.matmul(input, weight).add(bias);
      return i === layers.length - 1 ? sum : dropout(keys[i], activation(sum));
    }, x);
    if (!isOfClasses) return np.square(z.sub(y)).mean();
    return nn.logSoftmax(z).mul(y).sum(-1).mean().neg();
  };
  const rule = network.optimizer === 'SGD' ? sgd(lr) : adam(lr);
  const step = jit((layers, state, keys, x, y) => {
    const [loss, gradient] = valueAndGrad(lossOf)(tree.ref(layers), keys, x, y);
    const [nextLayers, nextState] = rule.update(layers, gradient, state);
    return [loss, nextLayers, nextState];
  });
  let state = rule.begin(layers);
  let seed = 0;
  const once = () => {
    const keys = layers.slice(1).map(() => random.key(seed++));
    const [loss, nextLayers, nextState] = step(layers, state, keys, x.ref, y.ref);
    layers = nextLayers;
    state = nextState;
    return loss;
  };
  return {
    name: 'jax-js, wasm, jitted',
    version,
    train(steps) {
      for (let i = 1; i < steps; i++) once().dispose();
      return once().dataSync()[0];
    },
  };
}

const sgd = (lr) => ({
  begin: () => ({}),
  update: (layers, gradient, state) => [
    tree.map((parameter, slope) => parameter.sub(slope.mul(lr)), layers, gradient),
    state,
  ],
});

const adam = (lr) => {
  const { beta1, beta2, eps } = ADAM;
  return {
    begin: (layers) => ({
      // beta1 and beta2 to the power of the step
      powers: np.array([1, 1]),
      average: tree.map((parameter) => np.zerosLike(parameter.ref), layers),
      squares: tree.map((parameter) => np.zerosLike(parameter.ref), layers),
    }),
    update(layers, gradient, state) {
      const powers = state.powers.mul(np.array([beta1, beta2]));
      const [power1, power2] = [powers.ref.slice(0), powers.ref.slice(1)];
      const average = tree.map(
        (m, slope) => m.mul(beta1).add(slope.mul(1 - beta1)),
        state.average,
        tree.ref(gradient),
      );
      const squares = tree.map(
        (v, slope) => v.mul(beta2).add(np.square(slope).mul(1 - beta2)),
        state.squares,
        gradient,
      );
      const size = np.array(lr).div(np.array(1).sub(power1));
      const root = np.sqrt(np.array(1).sub(power2));
      const next = tree.map(
        (parameter, m, v) => parameter.sub(m.mul(size.ref).div(np.sqrt(v).div(root.ref).add(eps))),
        layers,
        tree.ref(average),
        tree.ref(squares),
      );
      size.dispose();
      root.dispose();
      return [next, { powers, average, squares }];
    },
  };
};
