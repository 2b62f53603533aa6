// Seeds of NumPy: of np.random.seed a word of 32 bits, of np.random.default_rng any whole numbers.
import { toBytes } from '../bytes.ts';
import type { Seed } from '../engines.ts';
import { type PlaygroundError, rangeError, typeError } from '../errors.ts';
import { pythonTypeName } from '../python.ts';
import type { SeedRules } from './seed-rules.ts';
import { isWholeNumber, parseWhole } from './whole-number.ts';

export const WORD: SeedRules = {
  parse: (text) =>
    parseWhole(text, () => {
      throw floatAsWord();
    }),
  give: (generator, seed) => generator.seed(toWord(seed)),
};

export const ENTROPY: SeedRules = {
  parse: (text) =>
    parseWhole(text, (_, written) => {
      throw noEntropy(written);
    }),
  give: (generator, seed) => generator.seedWithWords(toBytes(entropyOf(seed))),
};

function toWord(seed: Seed): bigint {
  if (!isWholeNumber(seed)) {
    if (typeof seed === 'number') throw floatAsWord();
    throw typeError(
      'seed',
      'np.random.seed expected an integer, but got {0}',
      pythonTypeName(seed),
    );
  }
  const whole = BigInt(seed);
  if (whole < 0n || whole >= 2n ** 32n) {
    throw rangeError('seed', 'Seed must be between 0 and 2**32 - 1');
  }
  return whole;
}

// Of a list, the words of one number after those of another.
function entropyOf(seed: Seed): Uint32Array {
  const numbers =
    typeof seed === 'object' && seed !== null && 'length' in seed ? Array.from(seed) : [seed];
  return Uint32Array.from(numbers.flatMap((number) => wordsOf(toNatural(number))));
}

function toNatural(seed: Seed): bigint {
  if (!isWholeNumber(seed)) throw noEntropy(String(seed));
  const whole = BigInt(seed);
  if (whole < 0n) throw rangeError('seed', 'expected non-negative integer');
  return whole;
}

// Least significant word first; 0 is one word.
function wordsOf(seed: bigint): number[] {
  const words: number[] = [];
  for (let rest = seed; rest > 0n || words.length === 0; rest >>= 32n) {
    words.push(Number(rest & 0xffffffffn));
  }
  return words;
}

function floatAsWord(): PlaygroundError {
  return typeError(
    'seed',
    "Cannot cast scalar from dtype('float64') to dtype('int64') according to the rule 'safe'",
  );
}

function noEntropy(seed: string): PlaygroundError {
  return typeError(
    'seed',
    'SeedSequence expects int or sequence of ints for entropy not {0}',
    seed,
  );
}
