// How far printed numbers may be from what was printed: half a unit of their last digit. A text tells how many
// digits that are; of numbers alone it is inferred.

/** Half a unit for each number; 0 for one that is exact. */
export type Rounding = Float64Array;

/** The ways to read the numbers of one tensor, the likeliest first. */
export interface Readings {
  readonly roundings: readonly Rounding[];
  /** By as many decimals as the numbers have together. */
  readonly byDecimals: Rounding;
  /** Whether the text is a framework's print, so that its first reading is sure. */
  readonly isPrint: boolean;
}

/** The unit of a number as it is written: 10 to the power of `exponent`. */
interface Written {
  decimals: number;
  /** That of scientific notation; null without it. */
  exponent: number | null;
}

const NUMBER =
  /(?<![\w.])[+\-\u2212]?(?:(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?|nan|inf(?:inity)?|true|false)(?!\w)/giu;

const MOST_DECIMALS = 8;

/** @param text Where the numbers come from, if that is a text. */
export function readingsOf(values: ArrayLike<number>, text?: string): Readings {
  const written = text === undefined ? null : writtenNumbers(values, text);
  const isPrint = written !== null && looksPrinted(text as string, values.length);
  const isWhole = Array.prototype.every.call(values, isWholeNumber);
  if (isWhole) {
    const roundings = [of(values, 0)];
    if (written && isPrint && mayBeRounded(text as string)) roundings.push(of(values, 0.5));
    return { roundings, byDecimals: roundings.at(-1) as Rounding, isPrint };
  }
  const four = byFourDecimals(values);
  if (!written) {
    const decimals = decimalsOf(values);
    const byDecimals = decimals === null ? four : of(values, half(-decimals));
    return { roundings: distinct([four, byDecimals]), byDecimals, isPrint };
  }
  const byDecimals = togetherRounded(written);
  const each = Float64Array.from(written, ({ decimals, exponent }) =>
    half((exponent ?? 0) - decimals),
  );
  const roundings = isPrint ? [byDecimals, each] : [four, byDecimals, each];
  return { roundings: distinct(roundings), byDecimals, isPrint };
}

function half(exponent: number): number {
  return 0.5 * 10 ** exponent;
}

function of({ length }: ArrayLike<number>, rounding: number): Rounding {
  return new Float64Array(length).fill(rounding);
}

function distinct(roundings: readonly Rounding[]): Rounding[] {
  return roundings.filter(
    (rounding, i) =>
      !roundings.slice(0, i).some((other) => other.every((h, k) => h === rounding[k])),
  );
}

function isWholeNumber(value: number): boolean {
  return !Number.isFinite(value) || Number.isInteger(value);
}

// Whether a number has so many decimals, apart from the rounding of float32.
function hasDecimals(value: number, decimals: number): boolean {
  const units = value * 10 ** decimals;
  return isWholeNumber(value) || Math.abs(units - Math.round(units)) <= Math.abs(units) * 2 ** -22;
}

// As print(tensor) rounds: to 4 decimals or, if some number has more, to 5 digits, of which a number that begins
// with a 1 is rounded most.
function byFourDecimals(values: ArrayLike<number>): Rounding {
  const isFixed = Array.prototype.every.call(values, (value) => hasDecimals(value, 4));
  return Float64Array.from(values, (value) =>
    isFixed ? half(-4) : Number.isFinite(value) ? Math.abs(value) * half(-4) : 0,
  );
}

function decimalsOf(values: ArrayLike<number>): number | null {
  for (let decimals = 1; decimals <= MOST_DECIMALS; ++decimals) {
    if (Array.prototype.every.call(values, (value) => hasDecimals(value, decimals)))
      return decimals;
  }
  return null;
}

// NumPy leaves out zeros at the end; the longest number tells.
function togetherRounded(written: readonly Written[]): Rounding {
  const most = (scientific: boolean) =>
    written
      .filter(({ exponent }) => (exponent !== null) === scientific)
      .reduce((most, { decimals }) => Math.max(most, decimals), 0);
  const fixed = most(false);
  const scientific = most(true);
  return Float64Array.from(written, ({ exponent }) =>
    exponent === null ? half(-fixed) : half(exponent - scientific),
  );
}

// The numbers as they stand in the text: in it all or in one of its brackets, whichever has these values and no
// others. Null for a text that computes its numbers.
function writtenNumbers(values: ArrayLike<number>, text: string): Written[] | null {
  for (const part of [...brackets(text), text]) {
    const tokens = part.match(NUMBER) ?? [];
    if (tokens.length !== values.length) continue;
    if (tokens.every((token, i) => isValueOf(token, values[i] as number)))
      return tokens.map(written);
  }
  return null;
}

function brackets(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; ++i) {
    if (text[i] === '[' && depth++ === 0) from = i;
    if (text[i] === ']' && depth > 0 && --depth === 0) parts.push(text.slice(from, i + 1));
  }
  return parts;
}

function isValueOf(token: string, value: number): boolean {
  const text = token.toLowerCase().replaceAll('_', '').replace('\u2212', '-');
  const words: Record<string, number> = { true: 1, false: 0, inf: Infinity, infinity: Infinity };
  const sign = text.startsWith('-') ? -1 : 1;
  const bare = text.replace(/^[+-]/, '');
  const number = sign * (words[bare] ?? Number(bare));
  return (
    number === value || Math.fround(number) === value || (bare === 'nan' && Number.isNaN(value))
  );
}

function written(token: string): Written {
  const [, fraction = '', exponent] = /^[^.e]*(?:\.(\d*))?(?:e([+-]?\d+))?/iu.exec(token) ?? [];
  return { decimals: fraction.length, exponent: exponent === undefined ? null : Number(exponent) };
}

// PyTorch's print, NumPy's and JAX's with their names, and NumPy's without.
function looksPrinted(text: string, size: number): boolean {
  if (/(?:^|[^\w.])(?:tensor|array|DeviceArray|Array)\(/u.test(text)) return true;
  return size > 1 && text.includes('[') && !text.includes(',');
}

// PyTorch prints whole numbers with a point, and rounded ones without, as it does integers; NumPy prints both
// alike.
function mayBeRounded(text: string): boolean {
  return !/(?:^|[^\w.])tensor\(/u.test(text) || !/\d\./u.test(text);
}
