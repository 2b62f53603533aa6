// How many elements a text of a tensor has. It only looks at the text, since parsing would take as long as
// making the tensor.
import type { Settings } from './settings.ts';

/** An input with more elements is computed in the worker, since on the page it takes longer than a frame. */
export const LARGE = 2 ** 16;

/** Whether the input is large, as far as its text tells. */
export function isLarge({ input }: Settings): boolean {
  return elementsIn(input) > LARGE;
}

/** A longer text counts as large without a look at it: reading it would hold up the page. */
const LONGEST_TEXT = 2 ** 20;

const CALL = /\b(\w+)\s*\(/g;
const NUMBER = /^[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** At least as many elements as the text has, for any text that `parse()` reads. */
export function elementsIn(text: string): number {
  if (text.length > LONGEST_TEXT) return text.length;
  const written = separatorsIn(text) + 1;
  let most = written;
  let joined = written; // what torch.cat makes at most
  let times = 1;
  // By the shape, since tensors of one shape are computed with each other element by element.
  const shapes = new Map<string, number>();
  for (const { 1: name = '', index, 0: opening } of text.matchAll(CALL)) {
    const given = argumentsFrom(text, index + opening.length);
    if (REPEATING.has(name)) times *= largestProduct(given.all);
    const size = elementsOfCall(name, given);
    if (size === 0) continue;
    most = Math.max(most, size);
    if (JOINS.test(text)) joined += size;
    shapes.set(String(given.list ?? given.bare), size);
  }
  // Of several shapes one may be broadcast to another, and lists and tensors may be joined.
  const isCombined =
    shapes.size > 1 || (shapes.size === 1 && /[[\]][^.]*[-+*/%]|[-+*/%].*\[/s.test(text));
  const broadcast = isCombined ? [...shapes.values()].reduce((all, size) => all * size, 1) : most;
  const listed = shapes.size === 1 && isCombined ? broadcast * written : broadcast;
  return Math.max(most, listed, joined) * times * repetitionsIn(text);
}

const JOINS = /\b(?:stack|cat|concat)\s*\(/;

/** Methods that make more elements than there were, and functions of the same names. */
const REPEATING = new Set(['repeat', 'tile', 'expand']);

// -1 stands for a size as it is, and 0 for none at all.
function largestProduct(numbers: readonly number[]): number {
  return product(numbers.map((number) => Math.max(1, Math.abs(number))));
}

/** How often Python repeats a list: `[1.] * 1000`. */
const REPETITION = /\]\s*\*\s*(\d[\d_]*)|(\d[\d_]*)\s*\*\s*\[/g;

function repetitionsIn(text: string): number {
  let times = 1;
  for (const [, behind, before] of text.matchAll(REPETITION)) {
    times *= Math.max(1, Number((behind ?? before ?? '1').replaceAll('_', '')));
  }
  return times;
}

interface Arguments {
  /** The arguments without a name that stand in no list. */
  bare: number[];
  /** The numbers of the first list, or of `size=` or `shape=`. */
  list: number[] | null;
  named: Map<string, number>;
  /** All numbers, of inner calls, too. */
  all: number[];
}

// The size that each function makes of its arguments, in PyTorch and NumPy.
function elementsOfCall(name: string, { bare, list, named }: Arguments): number {
  const argument = (place: number, ...names: string[]) =>
    names.map((one) => named.get(one)).find((value) => value !== undefined) ?? bare[place];
  switch (name) {
    case 'ones':
    case 'zeros':
    case 'empty':
    case 'Tensor':
    case 'FloatTensor':
    case 'DoubleTensor':
    case 'LongTensor':
    case 'rand':
    case 'randn':
    case 'random':
    case 'random_sample':
    case 'standard_normal':
      return product(list ?? bare);
    case 'uniform':
    case 'normal':
      // Behind low and high, or loc and scale.
      return product(list ?? bare.slice(2));
    case 'full':
    case 'fill':
      return product(list ?? bare.slice(0, 1));
    case 'randint':
      return product(list ?? []);
    case 'eye':
    case 'identity': {
      const rows = argument(0, 'n', 'N', 'num_rows') ?? 0;
      return rows * (argument(1, 'm', 'M') ?? rows);
    }
    case 'arange':
    case 'range': {
      const only =
        bare.length < 2 &&
        !named.has('start') &&
        !(bare.length === 1 && (named.has('end') || named.has('stop')));
      const start = only ? 0 : (argument(0, 'start') ?? 0);
      const end = argument(only ? 0 : 1, 'end', 'stop') ?? 0;
      return Math.abs((end - start) / (argument(2, 'step') ?? 1));
    }
    case 'linspace':
      return argument(2, 'steps', 'num') ?? 0;
    case 'randperm':
      return argument(0, 'n') ?? 0;
    default:
      return 0;
  }
}

// The arguments up to the parenthesis that closes the call. What is not a number is no size, and is left out.
function argumentsFrom(text: string, start: number): Arguments {
  const found: Arguments = { bare: [], list: null, named: new Map(), all: [] };
  let list: number[] | null = null;
  let depth = 0;
  let from = start;
  const take = (end: number) => {
    const [name, value] =
      text
        .slice(from, end)
        .match(/^\s*(\w+)\s*=(?!=)([\s\S]*)$/)
        ?.slice(1) ?? [];
    const word = (value ?? text.slice(from, end)).trim();
    if (!NUMBER.test(word)) return;
    const number = Number(word.replaceAll('_', ''));
    found.all.push(number);
    if (list) list.push(number);
    else if (name === 'size' || name === 'shape') found.list ??= [number];
    else if (name) found.named.set(name, number);
    else found.bare.push(number);
  };
  // A limit, since no call has so long a shape; the numbers of a literal are counted by their separators.
  const last = Math.min(text.length, start + 1000);
  for (let i = start; i < last; ++i) {
    const character = text.charAt(i);
    if (character === '(' || character === '[' || character === '{') {
      ++depth;
      list = [];
    } else if (character === ',') {
      take(i);
    } else if (character === ')' || character === ']' || character === '}') {
      take(i);
      if (list) found.list ??= list;
      list = null;
      if (--depth < 0) return found;
    } else {
      continue;
    }
    from = i + 1;
  }
  return found;
}

function product(extents: readonly number[]): number {
  return extents.reduce((size, extent) => size * extent, 1);
}

// Counts commas, tabs, semicolons and runs of spaces, one of which stands between any two numbers.
function separatorsIn(text: string): number {
  let separators = 0;
  let before = 0;
  for (let i = 0; i < text.length; ++i) {
    const code = text.charCodeAt(i);
    const separates = code <= 32 || code === 44 || code === 59;
    if (separates && before === 0) ++separators;
    before = separates ? 1 : 0;
  }
  return separators;
}
