// A training as the program of PyTorch that it is.
import { numberText } from './python-text.ts';
import type { Scenario } from './scenario.ts';
import { scenarioOf } from './scenarios/scenarios.ts';
import type { AnyTraining } from './training.ts';

/** Passes of a band. */
const PASSES = 100;

/** So often it prints, of all its steps. */
const PRINTS = 10;

/**
 * Draws what the training draws, in its order, and prints its losses: of each of some steps a line with the step, and the
 * losses of its batch with masks, of all training examples and of validation; of classes also the share that is
 * classified right. A band's ends with its mean and standard deviation.
 */
export function programOf(training: AnyTraining): string {
  const scenario = scenarioOf(training);
  const { seed, p, width, noise, activation = 'relu' } = training;
  const { python } = scenario;
  const steps = training.steps ?? scenario.steps;
  return [
    `import torch\nimport torch.nn.functional as F\nfrom torch import nn\n\ntorch.manual_seed(${seed})`,
    python.data(noise ?? scenario.noise),
    `${python.model(width ?? scenario.width, activation, p)}\n${optimizer(scenario)}`,
    evaluation(scenario),
    loop(scenario, training, steps),
    ...(training.scenario === 'band' ? [band()] : []),
  ]
    .map((part, i, parts) => part + gapBehind(part, parts[i + 1]))
    .join('');
}

/** Two lines around a function, as PEP 8 wants them. */
function gapBehind(part: string, next: string | undefined): string {
  if (next === undefined) return '\n';
  const isFunction = /^(?:def|class) /.test(next) || /^def [\s\S]*\n {4}[^\n]*$/.test(part);
  return isFunction ? '\n\n\n' : '\n\n';
}

function optimizer({ learningRate, weightDecay }: Scenario): string {
  const decay = weightDecay ? `, weight_decay=${numberText(weightDecay)}` : '';
  return `optimizer = torch.optim.Adam(model.parameters(), lr=${numberText(learningRate)}${decay})`;
}

const lossName = ({ loss }: Scenario) => (loss === 'mseLoss' ? 'mse_loss' : 'cross_entropy');

function evaluation(scenario: Scenario): string {
  const name = lossName(scenario);
  const isOfClasses = scenario.loss === 'crossEntropy';
  const [measured, accuracy] = isOfClasses
    ? ['loss and accuracy', ', (output.argmax(1) == y).float().mean().item()']
    : ['the loss', ''];
  return `def evaluate(x, y):
    """In eval mode, ${measured}."""
    model.eval()
    with torch.no_grad():
        output = model(x)
    model.train()
    return F.${name}(output, y).item()${accuracy}`;
}

function loop(scenario: Scenario, training: AnyTraining, steps: number): string {
  const { batch } = scenario;
  const name = lossName(scenario);
  const batches = batch === undefined ? '' : epochs(batch);
  const examples = batch === undefined ? ['x', 'y'] : ['x[batch]', 'y[batch]'];
  return `for step in range(${steps}):
${changes(scenario, training)}${batches}    optimizer.zero_grad()
    loss = F.${name}(model(${examples[0]}), ${examples[1]})
    loss.backward()
    optimizer.step()
    if (step + 1) % ${Math.max(1, Math.floor(steps / PRINTS))} == 0:
${report(scenario)}`;
}

function epochs(batch: number): string {
  return `    start = step * ${batch} % len(x)
    if start == 0:
        order = torch.randperm(len(x))
    batch = order[start : start + ${batch}]
`;
}

function changes({ python }: Scenario, { changes = [] }: AnyTraining): string {
  return changes
    .map(({ step, p }) => {
      const others = python.changeOfP ? `        ${python.changeOfP(p)}\n` : '';
      return `    if step == ${step}:
        for module in model.modules():
            if isinstance(module, nn.Dropout):
                module.p = ${numberText(p)}
${others}`;
    })
    .join('');
}

function report({ loss }: Scenario): string {
  if (loss === 'mseLoss') {
    return `        training, validation = evaluate(x, y), evaluate(x_val, y_val)
        print(f'{step + 1:4} {loss.item():.6f} {training:.6f} {validation:.6f}')`;
  }
  return `        training, right = evaluate(x, y)
        validation, right_val = evaluate(x_val, y_val)
        losses = f'{loss.item():.6f} {training:.6f} {validation:.6f}'
        print(f'{step + 1:4} {losses} {right:.4f} {right_val:.4f}')`;
}

function band(): string {
  return `x_all = torch.linspace(-2, 2, 81).unsqueeze(1)
with torch.no_grad():
    passes = torch.stack([model(x_all) for _ in range(${PASSES})]).squeeze(2)
print(passes.mean(0))
print(passes.std(0))`;
}
