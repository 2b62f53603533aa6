// What the Python programs have in common: the lines that make the input, and those that assert an output whose
// numbers would fill pages.
import type { ShownTensor } from '../shown-tensor.ts';
import { checksum } from './checksum.ts';
import { MOST_LITERAL, NoProgram, type Plan } from './plan.ts';
import { tooLarge } from './too-large.ts';

/**
 * @param call     The input's text if it is a call of the framework.
 * @param draws    The calls that drew the input. They are repeated for their draws, after which the layer's begin.
 * @param literal  Writes the input's numbers.
 * @throws NoProgram if there are too many numbers.
 */
export function inputLines(
  { x, input }: Plan,
  call: string | null,
  draws: readonly string[],
  literal: (x: ShownTensor) => string,
): string[] {
  // Whether the call makes the same bits on every machine.
  const isSure = !x || x.size > MOST_LITERAL || x.size < input.exactBelow;
  if (call && isSure) return [`x = ${call}`];
  if (!x || x.size > MOST_LITERAL) throw new NoProgram(tooLarge(x?.size));
  return [
    ...(draws.length === 0 ? [] : ['# Drawn before the mask is: the numbers of x.', ...draws]),
    `x = ${literal(x)}`,
  ];
}

/** @param bytes The expression for the bytes of y, with every nan as Python writes it. */
export function checksumLines({ expected }: Plan, bytes: string): string[] {
  if (!expected) return [];
  return [
    '',
    `# Every bit of its ${expected.size} elements.`,
    `assert zlib.crc32(${bytes}) == ${checksum(expected)}`,
  ];
}
