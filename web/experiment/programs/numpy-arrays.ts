// Arrays in programs of NumPy and of JAX, whose functions have the same names.
import type { ShownTensor } from '../shown-tensor.ts';
import { hasNan, hasSignedZero } from './checksum.ts';
import { constantOf, listText, numberText, pythonSpelling, tupleText } from './literals.ts';
import type { Plan } from './plan.ts';

type Module = 'np' | 'jnp';

/** @param options Arguments that come last, such as the dtype. */
export function arrayText(
  module: Module,
  figure: ShownTensor,
  options: readonly string[] = [],
): string {
  const { shape, size, dtype } = figure;
  const spelling = pythonSpelling(module);
  const call = (name: string, ...args: string[]) =>
    `${module}.${name}(${[...args, ...options].join(', ')})`;
  const constant = constantOf(figure);
  if (size === 0) return call('zeros', tupleText(shape));
  if (constant === 1) return call('ones', tupleText(shape));
  if (constant !== null) {
    return call('full', tupleText(shape), numberText(constant, dtype, spelling));
  }
  return call('array', listText(figure, spelling));
}

/** @param literal The expected output, as arrayText() has it. */
export function assertionLines(
  module: Module,
  { expected, x }: Plan,
  literal: (expected: ShownTensor) => string,
): string[] {
  if (!expected || !x) return [];
  const nan = hasNan(expected);
  return [
    '',
    `expected = ${literal(expected)}`,
    `assert ${module}.array_equal(y, expected${nan ? ', equal_nan=True' : ''})`,
    ...(hasSignedZero(expected, x)
      ? [
          '# -0. equals 0., but has a sign.',
          `assert ${module}.array_equal(${module}.signbit(y)${nan ? ` & ~${module}.isnan(y)` : ''}, ${module}.signbit(expected))`,
        ]
      : []),
  ];
}
