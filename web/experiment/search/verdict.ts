// What a number of matches says.

/**
 * - `none`: nothing matches
 * - `certain`: chance alone gives a match in less than one search of a hundred
 * - `likely`: chance alone gives a match in less than one search of three
 * - `unclear`: otherwise; the seed that made the output may be among the matches or not
 */
export type Verdict = 'none' | 'certain' | 'likely' | 'unclear';

/** @param expected How many seeds would match by chance if none of them had made the output. */
export function verdictOn(matched: number, expected: number): Verdict {
  if (matched === 0) return 'none';
  if (expected < 0.01) return 'certain';
  return expected < 1 / 3 ? 'likely' : 'unclear';
}
