// The explanation of a wrong question, with a remedy.
import { msg, str } from '@lit/localize';
import { kindOf } from '../../core/errors.ts';
import type { PlaygroundError } from '../../core/index.ts';
import { explain } from '../explanation.ts';
import { BackwardRange, NoWholeSeed } from './read-question.ts';

export function explainQuestion(error: Error): string {
  if (kindOf(error) === 'generator-missing') {
    const [maker] = (error as PlaygroundError).details.values;
    return msg(str`An output has numbers, and ${maker} draws them. Paste what was printed.`, {
      id: 'search-drawn',
    });
  }
  if (error instanceof BackwardRange) {
    return msg(
      str`The first seed, ${error.message}, is larger than the last, ${error.last}: there is none between them.`,
      { id: 'search-backward' },
    );
  }
  if (error instanceof NoWholeSeed) {
    return msg(
      str`Only seeds that are whole numbers can be searched, and '${error.message}' is none.`,
      { id: 'search-no-whole-seed' },
    );
  }
  return explain(error);
}
