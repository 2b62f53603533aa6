// The experiment as a PyTorch program.
import { ENGINE_DETAILS } from '../../core/records.ts';
import { isByHand } from '../derivation/arithmetic.ts';
import type { ShownTensor } from '../shown-tensor.ts';
import { hasNan, hasSignedZero } from './checksum.ts';
import { constantOf, listText, numberText, pythonSpelling, tupleText } from './literals.ts';
import { MOST_EXPECTED, type Plan } from './plan.ts';
import { checksumLines, inputLines } from './python.ts';

const SPELLING = pythonSpelling('torch');

export function pytorchProgram(plan: Plan): string {
  const { holdsOn, seed, call, expected, before } = plan;
  const large = expected !== null && expected.size > MOST_EXPECTED;
  const lines = [
    ...(large ? ['import zlib', ''] : []),
    'import torch',
    '',
    `# ${holdsOn}`,
    `torch.manual_seed(${seed})`,
    ...skipped(before.skip.beforeInput),
    ...linesOfInput(plan),
    ...(before.reseed === null ? [] : [`torch.manual_seed(${before.reseed})`]),
    ...skipped(before.skip.afterInput),
    ...before.earlier.map((p) => `torch.nn.${plan.layer}(p=${p})(x)  # called on x before`),
    ...layerLines(plan),
    '',
    ...(call > 1 ? [`for _ in range(${call}):`, '    y = drop(x)'] : ['y = drop(x)']),
    'print(y)',
    ...(large ? checksumLines(plan, bytesOf(plan)) : assertionLines(plan)),
  ];
  return `${lines.join('\n')}\n`;
}

// Of float32, each of which takes one word.
function skipped(words: number): string[] {
  return words === 0 ? [] : [`torch.rand(${words})  # words drawn before the layer is made`];
}

function layerLines({ layer, p, inplace, options }: Plan): string[] {
  if (isByHand(options)) {
    const test = options.form === 'rand>p' ? `> ${p}` : `< 1 - ${p}`;
    const product = `mask * x / (1 - ${p})`;
    return [
      '',
      '',
      'def drop(x):',
      `    mask = torch.rand(x.shape) ${test}`,
      `    return ${inplace ? `x.copy_(${product})` : product}`,
      '',
    ];
  }
  const ignoresInplace = {
    AlphaDropout: 'alpha_dropout',
    FeatureAlphaDropout: 'feature_alpha_dropout',
  };
  if (inplace && layer in ignoresInplace) {
    const name = ignoresInplace[layer as keyof typeof ignoresInplace];
    return [
      '',
      '',
      `# torch.nn.${layer} ignores inplace.`,
      'def drop(x):',
      `    return torch.nn.functional.${name}(x, p=${p}, training=True, inplace=True)`,
      '',
    ];
  }
  return [`drop = torch.nn.${layer}(p=${p}${inplace ? ', inplace=True' : ''})`];
}

function isOnGpu({ engine }: Plan): boolean {
  return ENGINE_DETAILS[engine].onGpu;
}

function linesOfInput(plan: Plan): string[] {
  const { torch, draws } = plan.input;
  const own = draws.filter((call) => call.startsWith('torch.'));
  // What is drawn without a device is drawn on the CPU.
  const call = torch && isOnGpu(plan) ? `${torch}.cuda()` : torch;
  return inputLines(plan, call, own, (x) => tensorText(x, plan));
}

function tensorText(figure: ShownTensor, plan: Plan): string {
  const { shape, size, dtype } = figure;
  const options = [
    ...(dtype === 'float32' ? [] : [`dtype=torch.${dtype}`]),
    ...(isOnGpu(plan) ? ["device='cuda'"] : []),
  ];
  const call = (name: string, ...args: string[]) =>
    `torch.${name}(${[...args, ...options].join(', ')})`;
  const constant = constantOf(figure);
  if (size === 0) return call('zeros', tupleText(shape));
  if (constant === 1) return call('ones', ...shape.map(String));
  if (constant !== null) {
    return call('full', tupleText(shape), numberText(constant, dtype, SPELLING));
  }
  return call('tensor', listText(figure, SPELLING));
}

function assertionLines(plan: Plan): string[] {
  const { expected, x } = plan;
  if (!expected || !x) return [];
  const lines = ['', `expected = ${tensorText(expected, plan)}`];
  if (hasNan(expected)) {
    lines.push('torch.testing.assert_close(y, expected, rtol=0, atol=0, equal_nan=True)');
  } else {
    lines.push('assert torch.equal(y, expected)');
  }
  if (hasSignedZero(expected, x)) {
    lines.push('# -0. equals 0., but has a sign.');
    lines.push(
      hasNan(expected)
        ? 'assert torch.equal(y.signbit() & ~y.isnan(), expected.signbit())'
        : 'assert torch.equal(y.signbit(), expected.signbit())',
    );
  }
  return lines;
}

/** The bytes of y with each nan as Python writes it. */
function bytesOf(plan: Plan): string {
  const { expected } = plan;
  const numbers = expected && hasNan(expected) ? 'y.masked_fill(y.isnan(), torch.nan)' : 'y';
  return `${numbers}${isOnGpu(plan) ? '.cpu()' : ''}.numpy().tobytes()`;
}
