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
  /** How far above the line each begins. */
  rises: number[];
  /** Of dots with the same, later ones lie above. */
  rows: number[];
  isNamed: boolean;
}

// In rem.
const NAMED = 1.5;
const LARGEST_PLAIN = 0.6875;
const SMALLEST_PLAIN = 0.25;
const ABOVE_LINE = 0.5625;
const BETWEEN = 0.125;
const CHARACTER = 0.49;

/** More characters make a dot wider than high. */
const ROUND = 3;
/** A shorter line has no room for long names. */
const LONG_ENOUGH = 36;

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
  const isNamed = names !== null && (longest <= ROUND || width >= LONG_ENOUGH * rem);
  const size = rem * (isNamed ? NAMED : plainSize(places.length, { width, height, rem }));
  if (inRows) {
    const row = height / QUAD;
    const fitting = Math.min(size, row - BETWEEN * rem);
    const rows = Array.from(places, (_, i) => i % QUAD);
    const rises = rows.map((own) => (QUAD - 1 - own) * row + (row - fitting) / 2);
    return { size: fitting, rises, rows, isNamed };
  }
  const reach = isNamed ? widthOf(longest) * rem : size;
  const inPixels = Array.from(places, (place) => place * width);
  const rows = pile(inPixels, reach + BETWEEN * rem);
  const highest = Math.max(1, ...rows);
  // Too high a pile is pressed together, so that the line needs no more room than it has.
  const pitch = Math.min(size + BETWEEN * rem, (height - ABOVE_LINE * rem - size) / highest);
  const rises = rows.map((row) => ABOVE_LINE * rem + row * pitch);
  return { size, rises, rows, isNamed };
}

/** Of a dot with a name of so many characters, in rem. */
export function widthOf(characters: number): number {
  return characters <= ROUND ? NAMED : characters * CHARACTER + 0.7;
}

// So that all of them cover half of the strip at most.
function plainSize(count: number, { width, height, rem }: Strip): number {
  const fitting = Math.sqrt((width * height) / (2 * Math.max(1, count))) / rem - BETWEEN;
  return Math.min(LARGEST_PLAIN, Math.max(SMALLEST_PLAIN, fitting));
}
