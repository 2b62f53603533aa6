// What an input and its printed output tell of the mask between them, in every way that the numbers can be read.
import { toBytes } from '../bytes.ts';
import { LAYERS, type LayerName } from '../dropout.ts';
import { kindOf } from '../errors.ts';
import { native } from '../instance.ts';
import { handle } from '../native-object.ts';
import { LAYER_RECORDS } from '../records.ts';
import type { Tensor } from '../tensor.ts';
import type { NativeObservedMask } from '../wasm/dropout-playground.js';
import type { Readings, Rounding } from './print-rounding.ts';

/** What the output is: a layer's, the input or 0, or the mask itself. In the order of the module. */
export const OUTPUT_KINDS = ['scaled', 'unscaled', 'mask'] as const;

export type OutputKind = (typeof OUTPUT_KINDS)[number];

/** Numbers that were printed. */
export interface Printed {
  readonly tensor: Tensor;
  readonly readings: Readings;
}

/** One explanation of the output. The mask has to be deleted. */
export interface Observed {
  readonly layer: LayerName;
  readonly kind: OutputKind;
  readonly mask: NativeObservedMask;
}

export function isAlpha(layer: LayerName): boolean {
  return LAYER_RECORDS[layer].isAlpha;
}

/**
 * The layers that explain the output, each once: of those that drop the same for this shape, only the first.
 *
 * @param p undefined if the numbers are to tell it.
 * @throws RangeError (`value`, `probability`) if none does: what is wrong with the first of them.
 */
export function observe(
  x: Printed,
  y: Printed,
  p: number | undefined,
  layers: readonly LayerName[],
): Observed[] {
  const observed: Observed[] = [];
  const errors: unknown[] = [];
  for (const layer of layers) {
    try {
      const { kind, mask } = observeLayer(x, y, p, layer);
      const isKnown = observed.some(
        (other) => isAlpha(other.layer) === isAlpha(layer) && other.mask.size() === mask.size(),
      );
      if (isKnown) mask.delete();
      else observed.push({ layer, kind, mask });
    } catch (error) {
      errors.push(error);
    }
  }
  if (observed.length === 0) throw worstOf(errors);
  return observed;
}

// That p is missing helps most, since it can be given.
function worstOf(errors: readonly unknown[]): unknown {
  return errors.find((error) => kindOf(error) === 'nothing-survives') ?? errors[0];
}

// A reading with coarser numbers fits more; so it is looked at only if no finer one fits, or if that tells of a p
// that nobody writes.
function observeLayer(x: Printed, y: Printed, p: number | undefined, layer: LayerName) {
  // Zeros alone are a layer's output, and tell of nothing else.
  const isScaled =
    isAlpha(layer) || (y.tensor.view() as Float64Array).every((value) => value === 0);
  const kinds = isScaled ? OUTPUT_KINDS.slice(0, 1) : OUTPUT_KINDS;
  const isSure = p !== undefined || (x.readings.isPrint && y.readings.isPrint);
  const errors: unknown[] = [];
  let found: { kind: OutputKind; mask: NativeObservedMask } | undefined;
  for (const [xRounding, yRounding] of pairsOf(x.readings.roundings, y.readings.roundings)) {
    for (const kind of kinds) {
      try {
        const mask = create(x.tensor, y.tensor, xRounding, yRounding, layer, kind, p);
        if (isSure || isUsual(mask.p())) {
          found?.mask.delete();
          return { kind, mask };
        }
        if (found) mask.delete();
        else found = { kind, mask };
      } catch (error) {
        errors.push(error);
      }
    }
  }
  if (found) return found;
  throw worstOf(errors);
}

function create(
  x: Tensor,
  y: Tensor,
  xRounding: Rounding,
  yRounding: Rounding,
  layer: LayerName,
  kind: OutputKind,
  p: number | undefined,
): NativeObservedMask {
  return native().ObservedMask.create(
    x[handle],
    y[handle],
    toBytes(xRounding),
    toBytes(yRounding),
    LAYERS.indexOf(layer),
    OUTPUT_KINDS.indexOf(kind),
    p ?? -1,
  );
}

// Every pair of readings, the likeliest first.
function pairsOf<T>(xs: readonly T[], ys: readonly T[]): [T, T][] {
  return xs
    .flatMap((x, i) => ys.map((y, k) => ({ pair: [x, y] as [T, T], steps: i + k })))
    .sort((one, other) => one.steps - other.steps)
    .map(({ pair }) => pair);
}

// A p as people write it: of two decimals, or a common fraction.
function isUsual(p: number): boolean {
  return [100, 3, 8].some((parts) => Math.abs(p * parts - Math.round(p * parts)) < 1e-9);
}
