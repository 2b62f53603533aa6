// What of a run belongs to one claim.
import type { Given, GivenAnswer } from './agrees.ts';
import type { Claim, Lines } from './claim.ts';

/** What a line has given, with the places where it did: see Answer of the interpreter. */
export interface PlacedAnswer extends GivenAnswer {
  line: number;
  endLine: number;
  outerLine: number;
}

/** What ended a program, and the line of the program itself where it did. */
export interface PlacedError {
  line: number;
  text: string;
}

/** What a run has given where a claim is made; undefined if it ended before. */
export function givenTo(
  { of: { first, last } }: Claim,
  answers: readonly PlacedAnswer[],
  error?: PlacedError,
): Given | undefined {
  const inside = (line: number) => line >= first && line <= last;
  const given = answers.filter(
    ({ line, endLine, outerLine }) => (inside(line) && inside(endLine)) || inside(outerLine),
  );
  const ownError = error && inside(error.line) ? { error: error.text } : {};
  if (given.length === 0 && !('error' in ownError)) return undefined;
  return { answers: given, ...ownError };
}

/** The lines of which somebody has to be told for these claims. */
export function linesAsked(claims: readonly Claim[]): number[] {
  return claims.flatMap(({ of, orOf }) => [...linesIn(of), ...(orOf ? linesIn(orOf) : [])]);
}

const linesIn = ({ first, last }: Lines) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);
