// How large the dots over the line are, and where each stands: exactly over its place, piled up where they would meet.
import { pile } from './piles.ts';
import { QUAD } from './quad-table.ts';

/** The strip above the line, in pixels, with the font size that all else is in proportion to. */
export interface Strip {
  width: number;
  height: number;
  rem: number;
}

export interface DotLayout {
  /** A dot's height, and its width where it bears no long name. */
  size: number;
  /** Of the widest dot. */
  width: number;
  /** How far above the line each begins. */
  rises: number[];
  /** Of dots with the same, later ones lie above. */
  rows: number[];
  isNamed: boolean;
}

// In rem.
const NAMED = 1.5;
/** On a short line, which a finger touches: still as large as a cell's number. */
const NAMED_ON_SHORT = 1.25;
const LARGEST_PLAIN = 0.6875;
const SMALLEST_PLAIN = 0.25;
const ABOVE_LINE = 0.5625;
const BETWEEN = 0.125;
const CHARACTER = 0.49;

/** More characters make a dot wider than high. */
const ROUND = 3;
/** A shorter line has no room for long names. */
const LONG_ENOUGH = 34;

interface Dots {
  places: ArrayLike<number>;
  names: readonly string[] | null;
  /** Whether each of four neighbours stands in a row of its own. */
  inRows: boolean;
}

export function layoutDots(
  { places, names, inRows }: Dots,
  { width, height, rem }: Strip,
): DotLayout {
  const longest = (names ?? []).reduce((most, { length }) => Math.max(most, length), 0);
  const isLong = width >= LONG_ENOUGH * rem;
  const isNamed = names !== null && (longest <= ROUND || isLong);
  const named = isLong ? NAMED : NAMED_ON_SHORT;
  const size = rem * (isNamed ? named : plainSize(places.length, { width, height, rem }));
  if (inRows) {
    const row = height / QUAD;
    const fitting = Math.min(size, row - BETWEEN * rem);
    const rows = Array.from(places, (_, i) => i % QUAD);
    const rises = rows.map((own) => (QUAD - 1 - own) * row + (row - fitting) / 2);
    return { size: fitting, width: fitting, rises, rows, isNamed };
  }
  const reach = isNamed && longest > ROUND ? widthOf(longest) * rem : size;
  const inPixels = Array.from(places, (place) => place * width);
  const rows = pile(inPixels, reach + BETWEEN * rem);
  const highest = Math.max(1, ...rows);
  // Too high a pile is pressed together, so that the line needs no more room than it has.
  const pitch = Math.min(size + BETWEEN * rem, (height - ABOVE_LINE * rem - size) / highest);
  const rises = rows.map((row) => ABOVE_LINE * rem + row * pitch);
  return { size, width: reach, rises, rows, isNamed };
}

/** Of a dot with a long name, in rem. */
function widthOf(characters: number): number {
  return characters * CHARACTER + 0.7;
}

// So that all of them cover half of the strip at most.
function plainSize(count: number, { width, height, rem }: Strip): number {
  const fitting = Math.sqrt((width * height) / (2 * Math.max(1, count))) / rem - BETWEEN;
  return Math.min(LARGEST_PLAIN, Math.max(SMALLEST_PLAIN, fitting));
}
