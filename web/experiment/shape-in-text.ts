// The shape that a text of a tensor looks like. It only looks, and may be wrong where parse() is right.

/** What is as long as it says: `torch.ones(2, 3)`, `np.random.rand(2, 3)`. */
const OF_EXTENTS = /\b(?:ones|zeros|rand|randn|random|full|empty)\s*\(([^)]*)/;
const OF_LENGTH = /\b(arange|eye|randperm)\s*\(\s*(\d+)\s*\)/;
const TOKEN = /[[\]]|[^\s,;[\]()]+/g;

/** The shape, and how many characters its longest number has, as far as the text tells. */
export interface Looks {
  shape: readonly number[];
  characters: number;
}

export function looksOf(text: string): Looks {
  const [, extents] = OF_EXTENTS.exec(text) ?? [];
  if (extents !== undefined) {
    const shape = Array.from(extents.match(/\d+/g) ?? [], Number);
    return { shape, characters: /\brandn?\b|random/.test(text) ? 6 : 1 };
  }
  const [, name, length = ''] = OF_LENGTH.exec(text) ?? [];
  if (name) {
    const extent = Number(length);
    return { shape: name === 'eye' ? [extent, extent] : [extent], characters: length.length };
  }
  return looksOfLiteral(text.includes('[') ? text : `[${asRows(text)}]`);
}

// A table is lines of numbers.
function asRows(text: string): string {
  const lines = text.trim().split('\n');
  return lines.length < 2 ? text : lines.map((line) => `[${line}]`).join();
}

function looksOfLiteral(text: string): Looks {
  const shape: number[] = [];
  const counts: number[] = [];
  let characters = 1;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '[') {
      counts.push(0);
    } else if (token === ']') {
      const count = counts.pop();
      if (count !== undefined) shape[counts.length] ??= count;
      if (counts.length > 0) counts.push((counts.pop() ?? 0) + 1);
    } else if (counts.length > 0) {
      counts.push((counts.pop() ?? 0) + 1);
      characters = Math.max(characters, token.length);
    }
  }
  return { shape, characters };
}
