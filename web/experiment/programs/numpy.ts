// The experiment as a NumPy program: the two lines of inverted dropout that courses write.
import { ENGINE_DETAILS } from '../../core/records.ts';
import type { ShownTensor } from '../shown-tensor.ts';
import { hasNan } from './checksum.ts';
import { arrayText, assertionLines } from './numpy-arrays.ts';
import { MOST_EXPECTED, type Plan } from './plan.ts';
import { checksumLines, inputLines } from './python.ts';

// Before NumPy 2, a float32 scalar divided by a Python number is a float64.
const SCALAR_STEP = 'y = np.divide(x * mask, keep_prob, dtype=x.dtype)';

export function numpyProgram(plan: Plan): string {
  const { engine, options, holdsOn, seed, p, call, inplace, x, expected, before } = plan;
  const large = expected !== null && expected.size > MOST_EXPECTED;
  const legacy = ENGINE_DETAILS[engine].makers === 'np.random';
  const draw = legacy ? 'np.random.rand(*x.shape)' : 'rng.random(x.shape)';
  const masks = {
    layer: '',
    'rand<keep': `${draw} < keep_prob`,
    'rand>p': `${draw} > ${p}`,
    binomial: `${legacy ? 'np.random' : 'rng'}.binomial(1, keep_prob, x.shape).astype(bool)`,
  };
  const step = [
    `mask = ${masks[options.form ?? 'rand<keep']}`,
    // In place, the output is assigned to the input.
    x && x.shape.length === 0 ? SCALAR_STEP : 'y = x * mask / keep_prob',
    ...(inplace && call > 1 ? ['x = y'] : []),
  ];
  const seeded = (seed: string) =>
    legacy ? `np.random.seed(${seed})` : `rng = np.random.default_rng(${seed})`;
  const skipped = (words: number) =>
    words === 0
      ? []
      : [`${legacy ? 'np.random' : 'rng'}.bytes(4 * ${words})  # words drawn before the layer`];
  const lines = [
    ...(large ? ['import zlib', ''] : []),
    'import numpy as np',
    '',
    `# ${holdsOn}`,
    seeded(seed),
    ...skipped(before.skip.beforeInput),
    ...linesOfInput(plan),
    ...(before.reseed === null ? [] : [seeded(before.reseed)]),
    ...skipped(before.skip.afterInput),
    ...before.earlier.map((p) => `${draw}  # the mask of a layer before, of p = ${p}`),
    `keep_prob = 1 - ${p}`,
    '',
    ...(call > 1 ? [`for _ in range(${call}):`, ...step.map((line) => `    ${line}`)] : step),
    'print(y)',
    ...(large ? checksumLines(plan, bytesOf(plan)) : assertionLines('np', plan, literal)),
  ];
  return `${lines.join('\n')}\n`;
}

function linesOfInput(plan: Plan): string[] {
  const { x, input } = plan;
  // Without arguments, rand() and the like return a number, which has no shape.
  const isArray = !x || x.shape.length > 0;
  const draws = input.draws
    .filter((call) => !call.startsWith('torch.'))
    .map((call) => call.replace(/^numpy\./, 'np.'));
  return inputLines(plan, isArray ? input.numpy : null, draws, literal);
}

function literal(figure: ShownTensor): string {
  const { dtype } = figure;
  return arrayText('np', figure, dtype === 'float64' ? [] : [`dtype=np.${dtype}`]);
}

/** The bytes of y with each nan as Python writes it. */
function bytesOf({ expected }: Plan): string {
  const nan = expected && hasNan(expected);
  return `${nan ? `np.where(np.isnan(y), np.${expected.dtype}('nan'), y)` : 'y'}.tobytes()`;
}
