// Dots over a line, each exactly over its place: those that would meet lie on top of each other.

/**
 * The row of each dot, from 0 on, lowest first.
 *
 * @param places  of the dots, in any order
 * @param reach   how far apart dots of one row are at least, in the places' unit
 */
export function pile(places: ArrayLike<number>, reach: number): number[] {
  const rows = new Array<number>(places.length).fill(0);
  /** The place of the last dot of each row. */
  const last: number[] = [];
  for (const i of ascending(places)) {
    const place = places[i] as number;
    let row = last.findIndex((before) => place - before >= reach);
    if (row < 0) row = last.length;
    last[row] = place;
    rows[i] = row;
  }
  return rows;
}

/** The dots' indices by their places; equal ones as they come. */
export function ascending(places: ArrayLike<number>): number[] {
  return Array.from(places, (_, i) => i).sort(
    (a, b) => (places[a] as number) - (places[b] as number),
  );
}

/** The dot that is `steps` further on the line than another one; the outermost at its ends. */
export function dotBeyond(places: ArrayLike<number>, from: number, steps: number): number {
  const order = ascending(places);
  const at = order.indexOf(from) + steps;
  return order[Math.min(order.length - 1, Math.max(0, at))] ?? from;
}

interface Room {
  /** Of the text with its distance from the dot, in the places' unit. */
  width: number;
  /** Of the line. */
  length: number;
  /** A place that no text covers, in whichever row. */
  edge: number;
}

/**
 * On which side of a dot there is room for a text: the right one, unless something is in the way there and less on the
 * left.
 */
export function sideWithRoom(
  places: ArrayLike<number>,
  rows: readonly number[],
  dot: number,
  { width, length, edge }: Room,
): 'left' | 'right' {
  const place = places[dot] as number;
  let right = edge > place ? edge - place : length - place;
  let left = edge > place ? place : place - edge;
  for (let i = 0; i < places.length; ++i) {
    if (i === dot || rows[i] !== rows[dot]) continue;
    const distance = (places[i] as number) - place;
    if (distance >= 0) right = Math.min(right, distance);
    else left = Math.min(left, -distance);
  }
  return right >= width || right >= left ? 'right' : 'left';
}
