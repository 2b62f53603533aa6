// The experiment as a NumPy program: the two lines of inverted dropout that courses write.
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

const SPELLING = pythonSpelling('np');

// Before NumPy 2 the quotient of a float32 scalar and a number of Python's is a float64.
const SCALAR_STEP = 'y = np.divide(x * mask, keep_prob, dtype=x.dtype)';

export function numpyProgram(plan: Plan): string {
  const { engine, holdsOn, seed, p, call, inplace, x, expected } = plan;
  const large = expected !== null && expected.size > MOST_EXPECTED;
  const legacy = engine === 'numpy';
  const draw = legacy ? 'np.random.rand(*x.shape)' : 'rng.random(x.shape)';
  const step = [
    `mask = ${draw} < keep_prob`,
    // The input is changed by assigning the output to it.
    x && x.shape.length === 0 ? SCALAR_STEP : 'y = x * mask / keep_prob',
    ...(inplace && call > 1 ? ['x = y'] : []),
  ];
  const lines = [
    ...(large ? ['import zlib', ''] : []),
    'import numpy as np',
    '',
    `# ${holdsOn}`,
    legacy ? `np.random.seed(${seed})` : `rng = np.random.default_rng(${seed})`,
    ...inputLines(plan),
    `keep_prob = 1 - ${p}`,
    '',
    ...(call > 1 ? [`for _ in range(${call}):`, ...step.map((line) => `    ${line}`)] : step),
    'print(y)',
    ...(large ? checksumLines(plan) : assertionLines(plan)),
  ];
  return `${lines.join('\n')}\n`;
}

function inputLines({ x, input }: Plan): string[] {
  // What rand() and the like return is a number, without a shape.
  const isArray = !x || x.shape.length > 0;
  if (input.numpy && isArray && canBeCalled(x, input)) {
    return [`x = ${input.numpy}`];
  }
  if (!x || x.size > MOST_LITERAL) throw new NoProgram(tooLarge(x?.size));
  const draws = input.draws
    .filter((call) => !call.startsWith('torch.'))
    .map((call) => call.replace(/^numpy\./, 'np.'));
  return [...drawsFirst(draws), `x = ${arrayText(x)}`];
}

function arrayText(figure: NonNullable<Plan['x']>): string {
  const { shape, size, dtype } = figure;
  const options = dtype === 'float64' ? [] : [`dtype=np.${dtype}`];
  const call = (name: string, ...args: string[]) =>
    `np.${name}(${[...args, ...options].join(', ')})`;
  const constant = constantOf(figure);
  if (size === 0) return call('zeros', tupleText(shape));
  if (constant === 1) return call('ones', tupleText(shape));
  if (constant !== null) {
    return call('full', tupleText(shape), numberText(constant, dtype, SPELLING));
  }
  return call('array', listText(figure, SPELLING));
}

function assertionLines({ expected, x }: Plan): string[] {
  if (!expected || !x) return [];
  const nan = hasNan(expected);
  return [
    '',
    `expected = ${arrayText(expected)}`,
    `assert np.array_equal(y, expected${nan ? ', equal_nan=True' : ''})`,
    ...(hasSignedZero(expected, x)
      ? [
          '# -0. equals 0., but has a sign.',
          `assert np.array_equal(np.signbit(y)${nan ? ' & ~np.isnan(y)' : ''}, np.signbit(expected))`,
        ]
      : []),
  ];
}

function checksumLines({ expected }: Plan): string[] {
  if (!expected) return [];
  const numbers = hasNan(expected) ? `np.where(np.isnan(y), np.${expected.dtype}('nan'), y)` : 'y';
  return [
    '',
    `# Every bit of its ${expected.size} elements.`,
    `assert zlib.crc32(${numbers}.tobytes()) == ${checksum(expected)}`,
  ];
}
