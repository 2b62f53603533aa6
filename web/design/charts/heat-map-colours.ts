// The colours of a heat map: those of the cells, but stronger, since most of them have no number that must stay
// readable. As packed pixels for the map, and as texts for what is drawn on top of it.

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/** The custom properties that the colours are read from, without their `--_`. */
export const COLOUR_NAMES = [
  'card',
  'ink',
  'soft',
  'accent',
  'dropped',
  'hatch',
  'warm',
  'cool',
  'error',
] as const;

export type BaseColours = Record<(typeof COLOUR_NAMES)[number], Colour>;

/** Steps of tint on either side of 0. */
export const STEPS = 100;
const STRONGEST = 0.78;
const FAINTEST = 0.06;
// Below 1, so that one outlier does not make all other cells pale.
const CURVE = 0.7;

export class HeatMapColours {
  readonly base: BaseColours;
  /** Pixels: first nan, then -STEPS to STEPS. */
  readonly tints: Uint32Array;
  readonly background: number;
  /** The pixel of a kept cell in a mask. */
  readonly kept: number;
  /** The pixel of a dropped cell that is too small for a hatch. */
  readonly dropped: number;

  constructor(base: BaseColours) {
    this.base = base;
    const { card, warm, cool, error, accent, dropped, hatch } = base;
    this.tints = new Uint32Array(2 * STEPS + 2);
    this.tints[0] = packed(mixed(error, card, 0.4));
    for (let step = -STEPS; step <= STEPS; ++step) {
      const share = (Math.abs(step) / STEPS) ** CURVE;
      const strength = step === 0 ? 0 : FAINTEST + (STRONGEST - FAINTEST) * share;
      this.tints[step + STEPS + 1] = packed(mixed(step < 0 ? warm : cool, card, strength));
    }
    this.background = packed(card);
    this.kept = packed(mixed(accent, card, 0.5));
    this.dropped = packed(mixed(hatch, dropped, 0.6));
  }

  /** The index of a value among the tints; `largest` has the strongest tint. */
  static stepOf(value: number, largest: number): number {
    if (Number.isNaN(value)) return 0;
    const share = largest > 0 ? Math.max(-1, Math.min(1, value / largest)) : 0;
    return Math.round(share * STEPS) + STEPS + 1;
  }

  /** One period of the hatch, along a row or a column. */
  hatch(pixelRatio: number, isSmall: boolean): Uint32Array {
    const period = Math.round((isSmall ? 5 : 8) * pixelRatio);
    const stripe = (isSmall ? 1.6 : 2.2) * pixelRatio;
    return Uint32Array.from({ length: period }, (_, i) => {
      const covered = Math.max(0, Math.min(1, stripe - i));
      return packed(mixed(this.base.hatch, this.base.dropped, covered));
    });
  }

  /** The colour of a text that is readable on such a pixel. */
  textOn(pixel: number): string {
    const behind = luminance(unpacked(pixel));
    const contrast = (colour: Colour) => {
      const [darker = 0, lighter = 0] = [behind, luminance(colour)].sort((a, b) => a - b);
      return (lighter + 0.05) / (darker + 0.05);
    };
    const { ink, card } = this.base;
    return text(contrast(ink) >= contrast(card) ? ink : card);
  }
}

export function text([red, green, blue]: Colour): string {
  return `rgb(${red} ${green} ${blue})`;
}

/** Reads any colour that CSS computes, `oklch(…)` too. */
export function readColour(computed: string): Colour {
  const [red, green, blue] = computed.match(/^rgb\((\d+), (\d+), (\d+)\)$/)?.slice(1) ?? [];
  if (blue !== undefined) return [Number(red), Number(green), Number(blue)];
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context) return [128, 128, 128];
  context.fillStyle = computed;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  return [r, g, b];
}

// Mixes colours as color-mix(in oklab, a share, b) does.
function mixed(a: Colour, b: Colour, share: number): Colour {
  const [from, to] = [oklab(b), oklab(a)];
  return rgb(from.map((value, i) => value + share * ((to[i] ?? 0) - value)));
}

function oklab(colour: Colour): number[] {
  const [r = 0, g = 0, b = 0] = colour.map(linear);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function rgb([lightness = 0, a = 0, b = 0]: number[]): Colour {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function linear(byte: number): number {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function encoded(value: number): number {
  const sRgb = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.max(0, Math.min(1, sRgb)));
}

function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = colour.map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

// A pixel as ImageData stores it. Every platform with WebAssembly is little-endian.
function packed([red, green, blue]: Colour): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

function unpacked(pixel: number): Colour {
  return [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
}
