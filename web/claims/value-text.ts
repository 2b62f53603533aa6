// Values as Python prints them, inside of other words.

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Where the value that begins at `start` ends: behind its last bracket, or at the end of the text if one is missing. */
export function endOfValue(text: string, start: number): number {
  const open: string[] = [];
  let quote = '';
  for (let at = start; at < text.length; ++at) {
    const letter = text[at] as string;
    if (quote) {
      if (letter === '\\') ++at;
      else if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (CLOSING[letter]) open.push(CLOSING[letter]);
    else if (letter === open.at(-1)) {
      open.pop();
      if (open.length === 0) return at + 1;
    }
  }
  return text.length;
}

/** Where an object lies in memory, which is elsewhere each time. */
export const ADDRESS = /\b0x[0-9a-f]{6,}\b/gi;

/** Without what differs between the ways in which people copy a print: line breaks, indentation, spaces at brackets. */
export function inOneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/([[({]) /g, '$1')
    .replace(/ (?=[\])},])/g, '')
    .replace(/,(?=\S)/g, ', ')
    .replace(ADDRESS, '0x')
    .trim();
}

/** Numbers in nested lists, such as `[[1, 2], [3]]`. */
export type NestedNumbers = number | NestedNumbers[];

const WRAPPED =
  /^(?:(?:torch\.)?tensor|(?:np\.)?array|torch\.Size|Parameter containing: tensor)\((.*)\)$/s;
const DTYPE = /, (?:dtype|device|requires_grad|grad_fn|size)=.*$/s;

/** The numbers of a tensor, an array, a list, a tuple or a number, as it is printed; undefined of anything else. */
export function numbersOf(text: string): NestedNumbers | undefined {
  const line = inOneLine(text);
  const [, inner = line] = WRAPPED.exec(line) ?? [];
  // `[0, 1)` is a range.
  if (/\[[^[\]()]*\)|\([^[\]()]*\]/.test(inner)) return undefined;
  const json = inner
    .replace(DTYPE, '')
    .replace(/[()]/g, (bracket) => (bracket === '(' ? '[' : ']'))
    .replace(/,(?= ?\])/g, '')
    .replace(/(?<![\w.])(-?)(?:nan|inf|True|False)(?!\w)/g, (word) => AS_JSON[word] ?? word)
    .replace(/(?<![\w.])([+-]?\d+)\.(?!\d)/g, '$1.0')
    .replace(/(?<![\w.])\.(?=\d)/g, '0.');
  try {
    const value: unknown = JSON.parse(json);
    return isNestedNumbers(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

// Any numbers will do that no print has.
const AS_JSON: Readonly<Record<string, string>> = {
  nan: '-1e-300',
  inf: '1e300',
  '-inf': '-1e300',
  True: '1',
  False: '0',
};

function isNestedNumbers(value: unknown): value is NestedNumbers {
  return Array.isArray(value) ? value.every(isNestedNumbers) : typeof value === 'number';
}
