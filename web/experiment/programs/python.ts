// What the Python programs have in common: how they get their input, and the assertion of an output
// whose numbers would fill pages.
import type { Figure } from '../figure.ts';
import { checksum } from './checksum.ts';
import { MOST_LITERAL, NoProgram, type Plan } from './plan.ts';
import { tooLarge } from './too-large.ts';

/**
 * @param call     The framework's own call that the input is, if it is one.
 * @param draws    Calls that drew the input, of which only the draws are wanted: the layer goes on
 *   after them.
 * @param literal  Writes the input's numbers.
 * @throws NoProgram where these are too many.
 */
export function inputLines(
  { x, input }: Plan,
  call: string | null,
  draws: readonly string[],
  literal: (x: Figure) => string,
): string[] {
  // Not where its bits might be others.
  const isSure = !x || x.size > MOST_LITERAL || x.size < input.exactBelow;
  if (call && isSure) return [`x = ${call}`];
  if (!x || x.size > MOST_LITERAL) throw new NoProgram(tooLarge(x?.size));
  return [
    ...(draws.length === 0 ? [] : ['# Drawn before the mask is: the numbers of x.', ...draws]),
    `x = ${literal(x)}`,
  ];
}

/** @param bytes The expression of y's bytes, in which every nan is the one that Python writes. */
export function checksumLines({ expected }: Plan, bytes: string): string[] {
  if (!expected) return [];
  return [
    '',
    `# Every bit of its ${expected.size} elements.`,
    `assert zlib.crc32(${bytes}) == ${checksum(expected)}`,
  ];
}
