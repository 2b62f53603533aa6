// The colours of a picture: those of styles/tokens.ts and cells.ts on white. Pictures are light on a dark page,
// too, since nobody knows on which background they will stand.
import { type Colour, HeatMapColours } from '../../../design/charts/heat-map-colours.ts';
import { tint } from '../../../figure/grids/tensor-grid.ts';

export const PALETTE = {
  card: '#ffffff',
  ink: '#1d2129',
  soft: '#5d6371',
  line: '#e4e1d9',
  accent: '#0f6b73',
  dropped: '#f2efe8',
  hatch: '#dcd7cb',
  kept: '#dbe6e7',
} as const;

// color-mix(in oklab, hue tint%, white) of each tint, as Chromium computes it.
// A cell without a tint is a little darker than the card, so that its edges can be seen.
const NONE = '#f6f7f9';
const POSITIVE = [NONE, '#f1f7fa', '#e4f0f5', '#d8e9f0', '#cae0eb', '#bbd8e5', '#add0e0'];
const NEGATIVE = [NONE, '#fef5f0', '#fcece4', '#fbe3d7', '#f9d8c9', '#f7ceba', '#f5c3ac'];

export function colourOf(value: number, largest: number): string {
  return (value < 0 ? NEGATIVE : POSITIVE)[tint(value, largest)] as string;
}

// The colours of the page's heat maps in fewer steps, since the SVG has a path for each colour of a raster.
const HEAT_MAP = new HeatMapColours({
  card: rgb(PALETTE.card),
  ink: rgb(PALETTE.ink),
  soft: rgb(PALETTE.soft),
  accent: rgb(PALETTE.accent),
  dropped: rgb(PALETTE.dropped),
  hatch: rgb(PALETTE.hatch),
  warm: rgb('#d9661f'),
  cool: rgb('#1b8ab0'),
  error: rgb('#b3261e'),
});
const COARSENESS = 5;

export const DROPPED_INDEX = 0;
export const KEPT_INDEX = 1;
const NAN_INDEX = 2;
const LOWEST_INDEX = 3;

export const RASTER_COLOURS: readonly string[] = [
  HEAT_MAP.dropped,
  HEAT_MAP.kept,
  ...HEAT_MAP.tints.filter((_, i) => i === 0 || (i - 1) % COARSENESS === 0),
].map(hex);

/** The index of the tint in RASTER_COLOURS. */
export function tintIndex(value: number, largest: number): number {
  if (Number.isNaN(value)) return NAN_INDEX;
  return LOWEST_INDEX + Math.round((HeatMapColours.stepOf(value, largest) - 1) / COARSENESS);
}

function rgb(colour: string): Colour {
  const number = Number.parseInt(colour.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

// A pixel has its red in the lowest byte.
function hex(pixel: number): string {
  const bytes = [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
