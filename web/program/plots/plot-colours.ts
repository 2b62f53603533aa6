// The colours of a program's plots: those that it names, its cycle of colours as the page has them, and scales of colours.
import { HeatMapColours } from '../../design/charts/heat-map-colours.ts';
import type { Artist } from '../../python/plotted-figure.ts';

/** Custom properties, without their `--_`, of `C0` to `C9`: as in matplotlib the first are blue, orange, green, red, purple. */
export const CYCLE = [
  'cool',
  'warm',
  'accent',
  'error',
  'differs',
  'soft',
  'ink',
  'hatch',
] as const;

/** Of CSS, where a page in dark colours needs another one. */
const OF_THE_PAGE: Readonly<Record<string, string>> = { black: 'ink', white: 'card' };

/** @param own A colour of the page, as CSS. */
export function cssColour(given: string | null, own: (name: string) => string): string {
  if (given === null) return 'transparent';
  const [, i] = /^C(\d)$/.exec(given) ?? [];
  if (i !== undefined) return own(CYCLE[Number(i) % CYCLE.length] ?? 'ink');
  return own(OF_THE_PAGE[given] ?? '') || given;
}

export interface Scale {
  low: number;
  high: number;
  /** As ImageData has it. */
  pixelOf(value: number | null): number;
}

/** Of a picture, or of points with numbers in place of colours; null for what has none. */
export function scaleOf(artist: Artist, colours: HeatMapColours): Scale | null {
  if (artist.kind === 'image') return scale(artist.low, artist.high, artist.cmap, colours);
  if (artist.kind !== 'points' || !artist.shades) return null;
  const shades = artist.shades.filter((shade) => shade !== null);
  if (shades.length === 0) return null;
  return scale(Math.min(...shades), Math.max(...shades), artist.cmap ?? '', colours);
}

function scale(low: number, high: number, cmap: string, colours: HeatMapColours): Scale {
  const { tints } = colours;
  const grey = /^(?:gray|grey|Greys|binary)(_r)?$/.exec(cmap);
  if (grey) {
    const isFromWhite = /^(?:Greys|binary)/.test(cmap) !== (grey[1] === '_r');
    return {
      ...{ low, high },
      pixelOf(value) {
        if (value === null) return tints[0] ?? 0;
        const share = high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 0;
        const level = Math.round(255 * (isFromWhite ? 1 - share : share));
        return ((255 << 24) | (level << 16) | (level << 8) | level) >>> 0;
      },
    };
  }
  // As in the figure's heat maps nothing has the colour of 0, where numbers have two signs.
  const isCentred = low < 0 && high > 0;
  const [from, largest] = isCentred ? [0, Math.max(-low, high)] : [low, high - low];
  return {
    ...{ low, high },
    pixelOf: (value) =>
      tints[HeatMapColours.stepOf(value === null ? Number.NaN : value - from, largest)] ?? 0,
  };
}

/** A pixel as CSS. */
export const cssOf = (pixel: number): string =>
  `rgb(${pixel & 255} ${(pixel >> 8) & 255} ${(pixel >> 16) & 255})`;
