// How much room tensors take side by side.

import type { ShownTensor } from '../../experiment/shown-tensor.ts';
import { besideEachOther } from '../../experiment/slices.ts';

// In rem: the widths of styles/cells.ts with the space between two tensors.
const MASK = 2.7;
const LEAST = 3.1;
const cell = (characters: number) => Math.max(LEAST, 1 + 0.55 * characters) + 0.2;

/**
 * `narrow` if the tensors and a mask fit into one line of a wide page, `medium` if two tensors do, else `wide`. A
 * heat map adapts to the room that there is.
 *
 * @param given The tensors that do not depend on p.
 * @param product The tensor that does, in whose shape all are shown. Its cells count as long as 2.2222 even
 *   if they are 2, since otherwise a moving p would move everything.
 */
export function widthOf(
  given: readonly ShownTensor[],
  product: ShownTensor,
): 'narrow' | 'medium' | 'wide' {
  const { shape, cells } = product;
  if (!cells) return 'narrow';
  const columns = shape.at(-1) ?? 1;
  const beside = besideEachOther(shape);
  const texts = given.map((figure) => figure.cells?.texts ?? []);
  const scaled = texts.flat().map((text) => `${text.split('.')[0]}.2222`);
  const widths = [...texts, [...scaled, ...cells.texts]].map((written) => {
    const longest: number[] = [];
    written.forEach(({ length }, i) => {
      longest[i % columns] = Math.max(longest[i % columns] ?? 0, length);
    });
    return longest.reduce((sum, characters) => sum + cell(characters), 0) * beside;
  });
  if (widths.reduce((sum, width) => sum + width, MASK * columns * beside) <= 57.5) return 'narrow';
  return Math.max(...widths) <= 31.5 ? 'medium' : 'wide';
}
