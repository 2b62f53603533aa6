// The table by which the engine `fast` decides four elements with a byte, as far as a byte alone decides them.
// Its definition is docs/decisions/0009.

/** Bytes from `from` to below `to`. */
export interface Bytes {
  from: number;
  to: number;
}

export interface QuadTable {
  /** The bytes below this need a further word. */
  undecided: number;
  /** For each of the four elements the bytes that drop it, in ascending order. */
  dropped: readonly (readonly Bytes[])[];
}

/** How many elements a byte decides. */
export const QUAD = 4;

/** @param p In (0, 1). */
export function quadTableOf(p: number): QuadTable {
  const keep = 1 - p;
  const outcomes = Array.from({ length: 2 ** QUAD }, (_, outcome) => ({
    outcome,
    count: Math.floor(256 * probability(outcome, keep)),
  }));
  const undecided = 256 - outcomes.reduce((sum, { count }) => sum + count, 0);
  let from = undecided;
  const ranges = outcomes.map(({ outcome, count }) => {
    from += count;
    return { outcome, from: from - count, to: from };
  });
  const drops = (outcome: number, element: number) => ((outcome >> element) & 1) === 0;
  return {
    undecided,
    dropped: Array.from({ length: QUAD }, (_, element) =>
      joined(ranges.filter(({ outcome }) => drops(outcome, element))),
    ),
  };
}

// In the order in which the engine multiplies, so that it is rounded alike.
function probability(outcome: number, keep: number): number {
  let product = 1;
  let kept = 0;
  for (let element = 0; element < QUAD; ++element) kept += (outcome >> element) & 1;
  for (let i = 0; i < QUAD; ++i) product *= i < kept ? keep : 1 - keep;
  return product;
}

// Neighbours that touch are one.
function joined(ranges: readonly Bytes[]): Bytes[] {
  const all: Bytes[] = [];
  for (const { from, to } of ranges) {
    const last = all.at(-1);
    if (from === to) continue;
    if (last?.to === from) last.to = to;
    else all.push({ from, to });
  }
  return all;
}
