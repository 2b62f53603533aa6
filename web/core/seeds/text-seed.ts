// Seeds of TensorFlow.js: numbers, of which the text counts, and texts.
import { toBytes } from '../bytes.ts';
import type { Seed } from '../engines.ts';
import { typeError } from '../errors.ts';
import { pythonTypeName } from '../python.ts';
import type { SeedRules } from './seed-rules.ts';
import { parseWhole, truncated } from './whole-number.ts';

export const TEXT: SeedRules = {
  parse: (text) => parseWhole(text, truncated),
  give: (generator, seed) => generator.seedWithText(toBytes(codeUnitsOf(toText(seed)))),
};

function toText(seed: Seed): string {
  if (typeof seed === 'string' || typeof seed === 'number' || typeof seed === 'bigint') {
    return String(seed);
  }
  throw typeError(
    'seed',
    'a seed of TensorFlow.js is a number or text, not {0}',
    pythonTypeName(seed),
  );
}

function codeUnitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}
