// What is true, in place of what a text says.
import type { Lines } from './claim.ts';

/** A part of a text, from one character to another, and what is to stand there. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** As many lines as anybody wants in a comment. */
const MOST_LINES = 40;

/**
 * Undefined where what is said does not stand in the text line by line, or what is true is too long for a comment.
 *
 * @param said A claim's text, and where it is.
 * @param printed What is printed in its place.
 */
export function correction(
  source: string,
  said: { text: string; at: Lines },
  printed: string,
): Edit | undefined {
  const places = placesOf(source.split('\n'), said);
  const lines = printed.trimEnd().split('\n');
  const [first] = places;
  const last = places.at(-1);
  if (!first || !last || lines.length > MOST_LINES) return undefined;
  const begin = places[1] ? places[1].begin : beginBelow(first);
  const text = lines.map((line, i) => (i === 0 ? line : `${begin}${line}`)).join('\n');
  return { from: first.from, to: last.to, text };
}

interface Place {
  /** In the source. */
  from: number;
  to: number;
  /** What stands in front of it on its line, where a line of what is said would begin that is not indented. */
  begin: string;
}

/** Of each line of what is said; none if one of them is not there. */
function placesOf(lines: readonly string[], { text, at }: { text: string; at: Lines }): Place[] {
  const places: Place[] = [];
  let start = lines.slice(0, at.first - 1).reduce((sum, line) => sum + line.length + 1, 0);
  for (const [i, said] of text.split('\n').entries()) {
    const line = lines[at.first - 1 + i];
    if (line === undefined) return [];
    const words = said.trim();
    // The code in front of a comment may have the same words.
    const column = line.lastIndexOf(words);
    if (column < 0) return [];
    const indent = said.length - said.trimStart().length;
    const begin = line.slice(0, Math.max(0, column - indent));
    places.push({ from: start + column, to: start + column + words.length, begin });
    start += line.length + 1;
  }
  return places;
}

/** Below a line that has code in front of a comment, or a word in front of what is said. */
function beginBelow({ begin }: Place): string {
  const [indent = ''] = /^\s*/.exec(begin) ?? [];
  return begin.includes('#') ? `${indent}# ` : indent;
}
