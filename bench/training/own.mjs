// The package's own step, of operations that are called one by one from JavaScript.
import { ADAM, examples, initialLayers, isClassifier } from './networks.mjs';

/**
 * @param {import('../../web/core/operations/torch.ts').Torch} torch
 * @param {import('./networks.mjs').Network} network
 */
export function ownTraining(torch, network) {
  const { sizes, activation, optimizer, lr, p, batch } = network;
  torch.manualSeed(42);
  const { inputs, targets } = examples(network);
  const x = torch.tensor(inputs).view(batch, sizes[0]);
  const isOfClasses = isClassifier(network);
  const y = isOfClasses
    ? torch.tensor(targets, { dtype: 'int64' })
    : torch.tensor(targets).view(batch, 1);
  const parameter = (data, ...shape) =>
    torch
      .tensor(data)
      .view(...shape)
      .detach()
      .requiresGrad_();
  const layers = initialLayers(network).map(({ inputs, outputs, weight, bias }) => [
    parameter(weight, outputs, inputs),
    parameter(bias, outputs),
  ]);
  const parameters = layers.flat();
  const update = optimizer === 'SGD' ? sgd(lr) : adam(torch, parameters, lr);

  const forward = () =>
    layers.reduce((input, [weight, bias], i) => {
      const z = torch.linear(input, weight, bias);
      return i === layers.length - 1 ? z : torch.dropout(z[activation](), p, true);
    }, x);
  const step = () => {
    const z = forward();
    const loss = isOfClasses ? torch.crossEntropy(z, y) : torch.mseLoss(z, y);
    for (const parameter of parameters) parameter.grad = null;
    loss.backward();
    torch.noGrad(() => parameters.forEach(update));
    return loss;
  };
  return {
    name: 'dropout-playground/torch',
    /** Makes so many steps, and gives the loss of the last. */
    train(steps) {
      for (let i = 1; i < steps; i++) torch.tidy(() => void step());
      return torch.tidy(() => step().item());
    },
  };
}

const sgd = (lr) => (parameter) => void parameter.add_(parameter.grad, { alpha: -lr });

// As torch.optim.Adam computes it.
function adam(torch, parameters, lr) {
  const { beta1, beta2, eps } = ADAM;
  const states = parameters.map((parameter) => ({
    step: 0,
    average: torch.zerosLike(parameter),
    squares: torch.zerosLike(parameter),
  }));
  return (parameter, i) => {
    const { average, squares } = states[i];
    const step = ++states[i].step;
    torch.adamStep_(parameter, parameter.grad, average, squares, {
      ...{ lr, beta1, beta2, eps },
      biasCorrection1: 1 - beta1 ** step,
      biasCorrection2: Math.sqrt(1 - beta2 ** step),
    });
  };
}
