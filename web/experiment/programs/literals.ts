// Tensors written down in a program, with digits that read back as the same bits.

import { shortestText } from '../number-text.ts';
import type { ShownTensor } from '../shown-tensor.ts';

export interface Spelling {
  nan: string;
  inf: string;
  /** Whether a whole number needs its point to be a float. */
  point: boolean;
}

/** `torch`, `np` or `jnp`, which all have nan and inf. */
export function pythonSpelling(module: string): Spelling {
  return { nan: `${module}.nan`, inf: `${module}.inf`, point: true };
}

export const JAVASCRIPT: Spelling = { nan: 'NaN', inf: 'Infinity', point: false };

/** The elements in nested lists, with a line for each row and aligned columns, as print() writes them. */
export function listText({ shape, values, dtype }: ShownTensor, spelling: Spelling): string {
  const texts = Array.from(values as Iterable<number>, (value) =>
    numberText(value, dtype, spelling),
  );
  const width = shape.length < 2 ? 0 : Math.max(0, ...texts.map((text) => text.length));
  let position = 0;
  const nest = (dim: number): string => {
    const extent = shape[dim];
    if (extent === undefined) return (texts[position++] as string).padStart(width);
    const items = Array.from({ length: extent }, () => nest(dim + 1));
    if (dim === shape.length - 1) return `[${items.join(', ')}]`;
    if (dim === 0) return `[\n${items.map((item) => `    ${item},\n`).join('')}]`;
    return `[${items.join(`,\n    ${' '.repeat(dim)}`)}]`;
  };
  return nest(0);
}

export function numberText(value: number, dtype: string, { nan, inf, point }: Spelling): string {
  if (Number.isNaN(value)) return nan;
  if (!Number.isFinite(value)) return value < 0 ? `-${inf}` : inf;
  const text = withExponent(shortestText(value, dtype).replace(/\.0$/, ''));
  if (!point) return text;
  return /[.e]/.test(text) ? text : `${text}.`;
}

// As Python does for numbers of 17 digits or more, most of which are zeros that say nothing.
function withExponent(text: string): string {
  const [, sign, first, rest] = /^(-?)(\d)(\d{16,})$/.exec(text) ?? [];
  if (rest === undefined) return text;
  const digits = rest.replace(/0+$/, '');
  return `${sign}${first}${digits && `.${digits}`}e+${rest.length}`;
}

/** The value that all elements have, if there are several and all are the same. 0 differs from -0. */
export function constantOf({ size, values }: ShownTensor): number | null {
  const [first] = values as ArrayLike<number> as readonly number[];
  const all = values as Float32Array;
  return size > 1 && all.every((value) => Object.is(value, first)) ? (first as number) : null;
}

/** A shape as Python writes a tuple: `(3,)`. */
export function tupleText(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

/** A text in quotes, for both Python and JavaScript, with invisible characters escaped. */
export function quoted(text: string): string {
  const inside = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", "\\'")
    .replace(/[\p{Cf}\p{Zl}\p{Zp}]/gu, escaped);
  return `'${inside}'`;
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
