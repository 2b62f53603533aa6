// The experiment as a PyTorch program.
import { checksum, hasNan, hasSignedZero } from './checksum.ts';
import { constantOf, listText, numberText, pythonSpelling, tupleText } from './literals.ts';
import {
  canBeCalled,
  drawsFirst,
  MOST_EXPECTED,
  MOST_LITERAL,
  NoProgram,
  type Plan,
} from './plan.ts';
import { tooLarge } from './too-large.ts';

const SPELLING = pythonSpelling('torch');

export function pytorchProgram(plan: Plan): string {
  const { holdsOn, seed, call, expected } = plan;
  const large = expected !== null && expected.size > MOST_EXPECTED;
  const lines = [
    ...(large ? ['import zlib', ''] : []),
    'import torch',
    '',
    `# ${holdsOn}`,
    `torch.manual_seed(${seed})`,
    ...inputLines(plan),
    ...layerLines(plan),
    '',
    ...(call > 1 ? [`for _ in range(${call}):`, '    y = drop(x)'] : ['y = drop(x)']),
    'print(y)',
    ...(large ? checksumLines(plan) : assertionLines(plan)),
  ];
  return `${lines.join('\n')}\n`;
}

function layerLines({ layer, p, inplace }: Plan): string[] {
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

function inputLines(plan: Plan): string[] {
  const { x, input } = plan;
  if (input.torch && canBeCalled(x, input)) return [`x = ${input.torch}`];
  if (!x || x.size > MOST_LITERAL) throw new NoProgram(tooLarge(x?.size));
  const draws = input.draws.filter((call) => call.startsWith('torch.'));
  return [...drawsFirst(draws), `x = ${tensorText(x, plan)}`];
}

function tensorText(figure: NonNullable<Plan['x']>, { engine }: Plan): string {
  const { shape, size, dtype } = figure;
  const options = [
    ...(dtype === 'float32' ? [] : [`dtype=torch.${dtype}`]),
    ...(engine === 'torch-cuda' ? ["device='cuda'"] : []),
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

function checksumLines({ expected, engine }: Plan): string[] {
  if (!expected) return [];
  const numbers = hasNan(expected) ? 'y.masked_fill(y.isnan(), torch.nan)' : 'y';
  const bytes = `${numbers}${engine === 'torch-cuda' ? '.cpu()' : ''}.numpy().tobytes()`;
  return [
    '',
    `# Every bit of its ${expected.size} elements.`,
    `assert zlib.crc32(${bytes}) == ${checksum(expected)}`,
  ];
}
