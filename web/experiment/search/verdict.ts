// What a number of matches says.

/**
 * - `none`: nothing matches
 * - `certain`: chance alone gives a match in less than one search of a hundred
 * - `likely`: chance alone gives a match in less than one search of three
 * - `unclear`: otherwise; the seed that made the output may be among the matches or not
 */
export type Verdict = 'none' | 'certain' | 'likely' | 'unclear';

/**
 * @param expected How many seeds would match by chance if none of them had made the output.
 * @param certain Whether one of the matches is no coincidence, whatever the others are.
 */
export function verdictOn(matched: number, expected: number, certain: boolean): Verdict {
  if (matched === 0) return 'none';
  if (certain) return 'certain';
  return expected < 1 / 3 ? 'likely' : 'unclear';
}
