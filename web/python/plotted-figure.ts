// A figure of matplotlib, as the worker tells it in JSON: what is drawn where, in numbers.

/** null for what is not finite. */
export type Numbers = readonly (number | null)[];

interface Looks {
  /** `C0` to `C9`, or a colour of CSS; null for none. */
  colour: string | null;
  /** From 0 to 1. */
  alpha: number;
  /** For the legend; null for none. */
  label: string | null;
}

export type Artist =
  | (Looks & {
      kind: 'line';
      x: Numbers;
      y: Numbers;
      /** `-`, `--`, `:`, `-.`; '' for none. */
      style: string;
      width: number;
      marker: string;
    })
  | (Looks & {
      kind: 'points';
      x: Numbers;
      y: Numbers;
      marker: string;
      /** Across, in points. */
      size: number;
      cmap: string | null;
      /** In place of one colour: numbers for a scale of colours, or colours. */
      shades: Numbers | null;
      colours: readonly (string | null)[] | null;
    })
  | (Looks & {
      kind: 'bars';
      /** Along which they stand side by side. */
      axis: 'x' | 'y';
      /** Their middles there. */
      x: Numbers;
      /** Their lengths from the base. */
      y: Numbers;
      width: Numbers;
      base: Numbers;
      colours: readonly (string | null)[] | null;
    })
  | {
      kind: 'image';
      /** From the top. */
      rows: readonly Numbers[];
      /** Left, right, bottom, top. */
      extent: Numbers;
      low: number;
      high: number;
      cmap: string;
      /** The words of its colour bar. */
      scale?: string;
    }
  | (Looks & { kind: 'area'; x: Numbers; y: Numbers; high: Numbers })
  | (Looks & { kind: 'rule'; axis: 'x' | 'y'; at: number; style: string; width: number })
  | {
      kind: 'text';
      x: Numbers;
      y: Numbers;
      text: string;
      colour: string | null;
      align: string;
      base: string;
    };

export type Ticks = readonly [at: Numbers, labels: readonly string[] | null];

export interface PlottedAxes {
  title: string;
  xlabel: string;
  ylabel: string;
  xscale: string;
  yscale: string;
  /** Rows and columns of the figure, and the first and the last cell of these axes, from 0. */
  place: readonly [rows: number, columns: number, first: number, last: number];
  xlim: readonly [number, number];
  ylim: readonly [number, number];
  /** null for those that the page chooses. */
  xticks: Ticks | null;
  yticks: Ticks | null;
  grid: boolean;
  legend: boolean;
  /** Whether there are axes around it. */
  axis: boolean;
  /** Whether a unit is as long on both. */
  equal: boolean;
  artists: readonly Artist[];
}

export interface PlottedFigure {
  title: string;
  /** In inches. */
  size: readonly [width: number, height: number];
  axes: readonly PlottedAxes[];
}

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const flag: Check = (value) => typeof value === 'boolean';
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const listOf =
  (check: Check, length?: number): Check =>
  (value) =>
    Array.isArray(value) && (length === undefined || value.length === length) && value.every(check);
const fieldsOf =
  (checks: Record<string, Check>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(checks).every(([name, check]) =>
      check((value as Record<string, unknown>)[name]),
    );

const numbers = listOf(orNull(number));
const colour = orNull(text);
const looks = { colour, alpha: number, label: orNull(text) };
const colours = orNull(listOf(colour));
const axis: Check = (value) => value === 'x' || value === 'y';

const ARTISTS: Record<Artist['kind'], Check> = {
  line: fieldsOf({ ...looks, x: numbers, y: numbers, style: text, width: number, marker: text }),
  points: fieldsOf({
    ...looks,
    ...{ x: numbers, y: numbers, marker: text, size: number },
    ...{ cmap: orNull(text), shades: orNull(numbers), colours },
  }),
  bars: fieldsOf({
    ...looks,
    axis,
    x: numbers,
    y: numbers,
    width: numbers,
    base: numbers,
    colours,
  }),
  image: fieldsOf({
    ...{ rows: listOf(numbers), extent: listOf(number, 4), low: number, high: number, cmap: text },
  }),
  area: fieldsOf({ ...looks, x: numbers, y: numbers, high: numbers }),
  rule: fieldsOf({ ...looks, axis, at: number, style: text, width: number }),
  text: fieldsOf({ x: numbers, y: numbers, text, colour, align: text, base: text }),
};

const isArtist: Check = (value) => {
  const kind = (value as { kind?: unknown } | null)?.kind;
  return (
    typeof kind === 'string' &&
    Object.hasOwn(ARTISTS, kind) &&
    ARTISTS[kind as Artist['kind']](value)
  );
};

const ticks: Check = (value) =>
  Array.isArray(value) && value.length === 2 && numbers(value[0]) && orNull(listOf(text))(value[1]);

const isAxes = fieldsOf({
  ...{ title: text, xlabel: text, ylabel: text, xscale: text, yscale: text },
  ...{ place: listOf(number, 4), xlim: listOf(number, 2), ylim: listOf(number, 2) },
  ...{ xticks: orNull(ticks), yticks: orNull(ticks) },
  ...{ grid: flag, legend: flag, axis: flag, equal: flag, artists: listOf(isArtist) },
});

const isFigure = fieldsOf({ title: text, size: listOf(number, 2), axes: listOf(isAxes) });

/** A program may forge it: undefined for what is none. */
export function readFigure(told: string): PlottedFigure | undefined {
  try {
    const given: unknown = JSON.parse(told);
    return isFigure(given) ? (given as PlottedFigure) : undefined;
  } catch {
    return undefined;
  }
}
