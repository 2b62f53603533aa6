// How high the figure of an experiment will be, told from its attributes alone: the embed keeps that much room while
// the figure loads, so that the text below it stays where it is. The numbers are those of the figure's styles,
// as browsers lay them out; tests/browser/embed-loading.spec.ts says how right they are.

import { MOST_CELLS } from './most-cells.ts';
import { type Control, readOffers } from './offers.ts';
import type { Settings } from './settings.ts';
import { type Looks, looksOf } from './shape-in-text.ts';
import { sliceRows } from './slices.ts';

/** As lengths of CSS, of a figure of less than 34em, of less than 68em, and wider. */
export type Heights = readonly [stacked: string, inPairs: string, inLine: string];

// In pixels at a font size of 16.
const ROW = 43;
const TITLE_OF_SLICE = 22;
const LINE_OF_TEXT = 20.7;
const MOST_OF_A_PRINT = 353;
const TALLEST_MAP = 518;

/** Fields of the head: how wide each is, in em, and how high. */
const HEAD = {
  p: [14.5, 61],
  seed: [11.9, 61],
  engine: [16.2, 102],
  layer: [11.5, 61],
  inplace: [6.5, 61],
} as const;

/** Of everything but the equation and the head, in each layout. */
const PARTS: Partial<Record<Control, readonly [number, number, number]>> = {
  input: [114, 88, 88],
  draws: [142.4, 182.4, 182.4],
  call: [108, 68, 68],
  derivation: [128, 93, 93],
  gradient: [62, 62, 62],
};
const MORE = 42;

/** A height in pixels at a font size of 16, and below that maps, which are as high as their width allows. */
interface Height {
  fixed: number;
  maps: Maps | null;
}

interface Maps {
  /** How many stand below each other, and how many beside each other. */
  below: number;
  beside: 1 | 2;
  /** Pixels of the figure's width that are not theirs. */
  margins: number;
  /** Width by height. */
  ratio: number;
}

/** @param controls As in the attribute; null offers everything. */
export function heightsOf(settings: Settings, controls: string | null): Heights {
  const [stacked, inPairs, inLine] = measured(settings, controls);
  return [lengthOf(stacked), lengthOf(inPairs), lengthOf(inLine)];
}

/**
 * The height in pixels, at a font size of 16.
 *
 * @param width Of the figure, in pixels.
 */
export function heightAt(width: number, settings: Settings, controls: string | null): number {
  const [stacked, inPairs, inLine] = measured(settings, controls);
  const { fixed, maps } = width < 544 ? stacked : width < 1088 ? inPairs : inLine;
  if (!maps) return Math.ceil(fixed);
  const { below, beside, margins, ratio } = maps;
  return Math.ceil(fixed + below * Math.min(TALLEST_MAP, (width - margins) / beside / ratio));
}

function lengthOf({ fixed, maps }: Height): string {
  if (!maps) return inEm(fixed);
  const { below, beside, margins, ratio } = maps;
  const width = `(100cqi - ${margins}px) / ${beside} / ${ratio}`;
  return `calc(${inEm(fixed)} + ${below} * min(${inEm(TALLEST_MAP)}, ${width}))`;
}

function measured({ input }: Settings, controls: string | null): [Height, Height, Height] {
  const offers = readOffers(controls);
  const isShown = (name: Control) => offers[name] === 'free' || offers[name] === 'locked';
  const shown = (Object.keys(offers) as Control[]).filter(isShown);
  const looks = looksOf(input);
  const isMap = looks.shape.reduce((size, extent) => size * extent, 1) > MOST_CELLS;
  const canEdit = offers.input === 'free' || offers.input === 'folded';
  const height = (layout: 0 | 1 | 2) => {
    const parts = shown.reduce((sum, name) => sum + (PARTS[name]?.[layout] ?? 0), 0);
    const head = headOf(shown, layout);
    const prints = isShown('printed') ? printsOf(looks, isMap) / (layout === 2 ? 2 : 1) : 0;
    const more = Object.values(offers).includes('folded') ? MORE : 0;
    const tools = canEdit && !isMap && looks.shape.length <= 2 ? 26 : 0;
    const rest = 2 + head + parts + prints + more + tools;
    return isMap
      ? withMaps(rest, looks, layout)
      : { fixed: rest + cellsOf(looks, layout), maps: null };
  };
  return [height(0), height(1), height(2)];
}

const inEm = (pixels: number) => `${Math.round((pixels / 16) * 100) / 100}em`;

/** The fields stand in rows as wide as there is room; in the narrowest layout p has one to itself. */
function headOf(shown: readonly Control[], layout: 0 | 1 | 2): number {
  const has = (name: Control) => shown.includes(name);
  const names = (Object.keys(HEAD) as (keyof typeof HEAD)[]).filter(has);
  if (names.length === 0) return 0;
  const rows: number[] = [];
  if (layout === 0) {
    if (has('p')) rows.push(61);
    if (has('seed') || has('inplace')) rows.push(61);
    if (has('engine') || has('layer')) rows.push(has('engine') ? 114 : 61);
  } else {
    const room = layout === 1 ? 38 : 68;
    let used = room;
    for (const name of names) {
      const [width, height] = HEAD[name];
      const isNext = used + 1.8 + width > room;
      used = isNext ? width : used + 1.8 + width;
      if (isNext) rows.push(height);
      else rows.push(Math.max(rows.pop() ?? 0, height));
    }
  }
  return 33.6 + rows.reduce((sum, row) => sum + row, 0) + 16 * (rows.length - 1);
}

function cellsOf(looks: Looks, layout: 0 | 1 | 2): number {
  const slices = sliceRows(looks.shape, 1);
  const cells = slices.reduce(
    (sum, { rows, slices: [first] }) => sum + rows * ROW + (first?.prefix ? TITLE_OF_SLICE : 0),
    0,
  );
  const arrangement = arrangementOf(looks, layout);
  if (arrangement === 'in line') return 107 + cells;
  if (arrangement === 'in pairs') return (layout === 0 ? 172 : 194) + 2 * cells;
  return (layout === 0 ? 245 : 89) + 4 * cells;
}

/** How the tensors stand in a layout: as equation/fit.ts and equation/pairs.ts decide it. */
function arrangementOf({ shape, characters }: Looks, layout: 0 | 1 | 2) {
  const columns = Math.max(1, shape.at(-1) ?? 1);
  // The smallest cells that hold a digit, of two tensors in the width of a phone.
  if (layout === 0) return 10 / columns - 0.41 >= 0.49 ? 'in pairs' : 'stacked';
  const cell = (length: number) => Math.max(3.1, 1 + 0.57 * length) + 0.2;
  const scaled = columns * cell(Math.max(characters, 6));
  const plain = columns * cell(characters);
  if (layout === 2 && 2 * plain + scaled + 2.7 * columns <= 57.5) return 'in line';
  return Math.max(plain, scaled) <= 31.5 ? 'in pairs' : 'stacked';
}

function withMaps(rest: number, { shape }: Looks, layout: 0 | 1 | 2): Height {
  const [rows = 1, columns = 1] = shape.slice(-2);
  const proportion = columns / rows;
  const isFolded = shape.length !== 2 || proportion > 12 || proportion < 1 / 3;
  const ratio = isFolded ? 1.6 : Math.round(proportion * 100) / 100;
  // Never in one line: four maps beside each other would be too small.
  return layout === 0
    ? { fixed: rest + 649, maps: { below: 4, beside: 1, margins: 47, ratio } }
    : { fixed: rest + 313, maps: { below: 2, beside: 2, margins: 82, ratio } };
}

function printsOf({ shape }: Looks, isMap: boolean): number {
  const rows = shape.slice(0, -1).reduce((product, extent) => product * extent, 1);
  return 4 * (76 + Math.min(MOST_OF_A_PRINT, isMap ? MOST_OF_A_PRINT : rows * LINE_OF_TEXT));
}
