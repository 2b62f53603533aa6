// A picture as a list of shapes, for backends to draw: svg.ts and canvas.ts. In pixels.

export interface Drawing {
  width: number;
  height: number;
  title: string;
  /** What there is to see, for those who do not. */
  description: string;
  shapes: readonly Shape[];
}

export type Shape = Box | Words | Rule | Raster;

/** A rectangle with round corners. */
export interface Box {
  kind: 'box';
  x: number;
  y: number;
  width: number;
  height: number;
  radius: number;
  /** A colour, or the look of what is dropped. */
  fill: string | 'hatched';
}

export interface Words {
  kind: 'words';
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  anchor: 'start' | 'middle' | 'end';
  family: 'mono' | 'sans';
  size: number;
  weight: 400 | 600;
  colour: string;
}

/** A dashed line from top to bottom. */
export interface Rule {
  kind: 'rule';
  x: number;
  y: number;
  height: number;
  colour: string;
}

/** Cells too small for numbers. */
export interface Raster {
  kind: 'raster';
  x: number;
  y: number;
  /** Width and height of a cell. */
  cell: number;
  columns: number;
  colours: readonly string[];
  /** Row-major indices into `colours`; EMPTY where there is no element. */
  cells: Uint8Array;
}

export const EMPTY = 255;

export const FONTS = {
  mono: "ui-monospace, 'SF Mono', 'Cascadia Code', 'DejaVu Sans Mono', Menlo, monospace",
  sans: "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans Devanagari', sans-serif",
} as const;

/** How wide a text will be, nearly: which fonts there will be where it is shown nobody knows. */
export function wordsWidth(text: string, family: Words['family'], size: number): number {
  const letters = Array.from(text).filter((letter) => !/\p{Mn}/u.test(letter)).length;
  return letters * size * (family === 'mono' ? 0.61 : 0.57);
}
