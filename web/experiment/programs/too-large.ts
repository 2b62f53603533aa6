// The sentence that says why an input cannot be written into a program.
import { msg, str } from '@lit/localize';
import { formatNumber } from '../../i18n/number-format.ts';
import { MOST_LITERAL } from './plan.ts';

/** @param size The number of elements, if it is known. */
export function tooLarge(size: number | undefined): string {
  return size === undefined
    ? msg('This input is too large to write its numbers into a program.', {
        id: 'program-too-large-to-count',
      })
    : msg(
        str`This input is too large for a program: ${formatNumber(size)} numbers, of which it takes ${formatNumber(MOST_LITERAL)}.`,
        { id: 'program-too-large' },
      );
}
