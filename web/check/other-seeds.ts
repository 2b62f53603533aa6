// Which other seed prints what a post claims: authors run their code again and change the seed in one place only.
import type { Claim } from '../claims/claim.ts';
import { givenTo } from '../claims/given-to.ts';
import { agrees, textOf, wordsOf } from '../claims/verdict.ts';
import type { ProgramEngine } from './checked-post.ts';
import type { Piece } from './pieces.ts';
import { type Interpreting, type RunOfPiece, runPieces } from './run-pieces.ts';

/** What people write, and years. */
const USUAL_SEEDS = [
  ...[
    0, 1, 2, 3, 4, 5, 7, 10, 11, 12, 13, 21, 24, 37, 41, 42, 43, 99, 100, 101, 111, 123, 314, 420,
  ],
  ...[666, 777, 999, 1000, 1111, 1234, 1337, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 3407],
  ...[4242, 12345, 31415, 123456],
];

export interface OtherSeed {
  engine: ProgramEngine;
  seed: number;
}

interface Run extends OtherSeed {
  pieces: RunOfPiece[];
}

/** Runs a post's code with other seeds in place of those that it sets. @param mostMs After it, no further one is tried. */
export function runWithOtherSeeds(
  interpreter: Interpreting,
  pieces: readonly Piece[],
  engines: readonly ProgramEngine[],
  mostMs: number,
): Run[] {
  const runs: Run[] = [];
  const end = performance.now() + mostMs;
  for (const seed of USUAL_SEEDS) {
    for (const engine of engines) {
      if (performance.now() > end) return runs;
      const options = { engine, seed: 0, otherSeed: seed };
      runs.push({ engine, seed, pieces: runPieces(interpreter, pieces, options) });
    }
  }
  return runs;
}

/**
 * The seeds that print it; none of an output so short that one of so many runs prints it by chance in more than one of a
 * hundred posts.
 */
export function seedsPrinting(claim: Claim, runs: readonly Run[], piece: number): OtherSeed[] {
  const given = runs.map(({ pieces }) => {
    const run = pieces[piece];
    return run && givenTo(claim, run.answers, run.error);
  });
  const printing = runs.filter((_, i) => given[i] && agrees(claim, given[i]));
  if (printing.length === 0) return [];
  const chance = chanceOfAgreeing(given.map((one) => wordsOf(textOf(claim, one))));
  return runs.length * chance > 0.01 ? [] : printing.map(({ engine, seed }) => ({ engine, seed }));
}

/** How often two runs print the same, if their words are independent: the product over the places of the words. */
function chanceOfAgreeing(texts: readonly string[][]): number {
  const places = Math.max(...texts.map((words) => words.length));
  let chance = 1;
  for (let place = 0; place < places; ++place) {
    const counts = new Map<string | undefined, number>();
    for (const words of texts) counts.set(words[place], (counts.get(words[place]) ?? 0) + 1);
    chance *= [...counts.values()].reduce((sum, n) => sum + (n / texts.length) ** 2, 0);
  }
  return chance;
}
