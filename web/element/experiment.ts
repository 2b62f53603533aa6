// One run of the layer, from what the controls say to what the figures show. No DOM.
import type { Playground, Tensor, TextError } from '../core/index.ts';
import { parseSeed } from '../core/index.ts';
import { alignedTexts, shortestText } from './number-text.ts';

/** What the controls say, as text that may be wrong. */
export interface Settings {
  input: string;
  p: string;
  seed: string;
}

/** A tensor as the page shows it: plain values, which outlive the tensor. */
export interface Figure {
  shape: readonly number[];
  dtype: string;
  size: number;
  /** Row-major, or null for a tensor of more than MOST_CELLS elements. */
  cells: Cells | null;
  /** What print(tensor) gives. */
  printed: string;
  sum: number;
  mean: number;
}

export interface Cells {
  values: number[];
  /** With their points aligned. */
  texts: string[];
  /** The fewest digits that read back as the same value: what one edits. */
  shortest: string[];
}

export interface Result {
  p: number;
  seed: bigint;
  x: Figure;
  mask: Figure;
  train: Figure;
  eval: Figure;
  /** What survivors are multiplied by, as the dtype rounds it. */
  scale: number;
  dropped: number;
}

/** What is wrong with a field, to be shown beside it. */
export type FieldErrors = { [Field in keyof Settings]?: Error };

/** Beyond this many elements a figure is only printed. */
export const MOST_CELLS = 1024;

/**
 * Runs `nn.Dropout(p)` on the input in train and in eval mode. Gives the errors of the fields that
 * are wrong instead, if any is.
 */
export function run(core: Playground, settings: Settings): Result | FieldErrors {
  const errors: FieldErrors = {};
  const attempt = <T>(field: keyof Settings, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      errors[field] = error as Error;
      return undefined;
    }
  };

  const garbage: { dispose(): void }[] = [];
  const kept = <T extends { dispose(): void }>(object: T): T => {
    garbage.push(object);
    return object;
  };
  try {
    const seed = attempt('seed', () => parseSeed(settings.seed));
    const generator = kept(new core.Generator('torch-cpu'));
    if (seed !== undefined) generator.manualSeed(seed);
    // In the order of a PyTorch program: seed, input, layer. torch.rand(2, 3) draws first.
    const x = attempt('input', () => kept(core.parse(settings.input, { generator })));
    const drop = attempt('p', () => kept(new core.Dropout(toNumber(settings.p), { generator })));
    // A nan passes the constructor, and an integer input any check but the layer's own.
    const train =
      x && drop && attempt(Number.isNaN(drop.p) ? 'p' : 'input', () => kept(drop.forward(x)));
    if (!x || seed === undefined || !drop || !train) return errors;

    const mask = kept(drop.mask as Tensor);
    const unchanged = kept(drop.eval().forward(x));
    return {
      p: drop.p,
      seed,
      x: figure(x),
      mask: figure(mask),
      train: figure(train),
      eval: figure(unchanged),
      scale: drop.scale(x.dtype),
      dropped: mask.size - mask.sum(),
    };
  } finally {
    for (const object of garbage) object.dispose();
  }
}

export function isResult(outcome: Result | FieldErrors): outcome is Result {
  return 'train' in outcome;
}

/** An error of a text that is no tensor, which knows its place. */
export function isTextError(error: Error): error is TextError {
  return 'line' in error;
}

/** Thrown for a p that is no number at all, for which PyTorch has no words. */
export class NotANumber extends Error {}

function toNumber(text: string): number {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === 'nan') return Number.NaN;
  const number = Number(trimmed.replace(/^([+-]?)inf$/, '$1Infinity'));
  if (trimmed === '' || Number.isNaN(number)) throw new NotANumber(text);
  return number;
}

function figure(tensor: Tensor): Figure {
  return {
    shape: tensor.shape,
    dtype: tensor.dtype,
    size: tensor.size,
    cells: tensor.size <= MOST_CELLS ? cells(tensor) : null,
    printed: String(tensor),
    sum: tensor.sum(),
    mean: tensor.mean(),
  };
}

function cells(tensor: Tensor): Cells {
  const values = Array.from(tensor.toTypedArray() as Iterable<number | bigint>, Number);
  return {
    values,
    texts: alignedTexts(values),
    shortest: values.map((value) => shortestText(value, tensor.dtype)),
  };
}
