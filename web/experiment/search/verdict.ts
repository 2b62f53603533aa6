// What a number of matches is worth.

/**
 * - `none`: nothing matches
 * - `certain`: chance alone gives such a match in less than one search of a hundred
 * - `likely`: in less than one of three
 * - `unclear`: else; what made the output may be among them, or not
 */
export type Verdict = 'none' | 'certain' | 'likely' | 'unclear';

/** @param expected How many would match by chance, had none made the output. */
export function verdictOn(matched: number, expected: number): Verdict {
  if (matched === 0) return 'none';
  if (expected < 0.01) return 'certain';
  return expected < 1 / 3 ? 'likely' : 'unclear';
}
