// The colours of a picture: those of styles/tokens.ts and cells.ts on white. A picture is light
// whatever the page is, since nobody knows what it will be put on.
import { tint } from '../../grids/tensor-grid.ts';

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
// Without a tint a cell is a little darker than the card, or one would not see where it is.
const NONE = '#f6f7f9';
const POSITIVE = [NONE, '#f1f7fa', '#e4f0f5', '#d8e9f0', '#cae0eb', '#bbd8e5', '#add0e0'];
const NEGATIVE = [NONE, '#fef5f0', '#fcece4', '#fbe3d7', '#f9d8c9', '#f7ceba', '#f5c3ac'];

/** Of a raster: what is dropped, without its hatch, what the mask keeps, then the tints. */
export const RASTER_COLOURS: readonly string[] = ['#eae6dd', '#8fbabf', ...POSITIVE, ...NEGATIVE];

export function colourOf(value: number, largest: number): string {
  return (value < 0 ? NEGATIVE : POSITIVE)[tint(value, largest)] as string;
}

export const DROPPED_INDEX = 0;
export const KEPT_INDEX = 1;

/** In RASTER_COLOURS. */
export function tintIndex(value: number, largest: number): number {
  return 2 + tint(value, largest) + (value < 0 ? POSITIVE.length : 0);
}
