// The cells of an input as the reader wrote them, so that `1.50` stays `1.50` while its neighbour is edited.

const WRAPPED = /^\s*(?:torch\.)?tensor\(([\s\S]*?)(?:,\s*dtype\s*=\s*[\w.]+)?\s*\)\s*$/;

/** Row-major; null for a text that is no list of `size` plain numbers. */
export function writtenCells(input: string, size: number): readonly string[] | null {
  const [, list = input] = WRAPPED.exec(input) ?? [];
  if (!/^[\s[\],\d.+\-_einfa]*$/i.test(list)) return null;
  const cells = list.match(/[^\s[\],]+/g) ?? [];
  return cells.length === size ? cells : null;
}
