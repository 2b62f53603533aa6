// A picture as a list of shapes, in pixels, which svg.ts and canvas.ts draw.

export interface Drawing {
  width: number;
  height: number;
  title: string;
  /** What the picture shows, for readers who do not see it. */
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
  /** The y of the baseline. */
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

/** A grid of cells that are too small for numbers. */
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

/** About how wide a text will be. Nobody knows which fonts there are where the picture will be shown. */
export function wordsWidth(text: string, family: Words['family'], size: number): number {
  const letters = Array.from(text).filter((letter) => !/\p{Mn}/u.test(letter)).length;
  return letters * size * (family === 'mono' ? 0.61 : 0.57);
}
