// One run of the layer, from what the controls say to what the figures show. No DOM.

import { kindOf, rangeError } from '../core/errors.ts';
import type { FigureCore } from '../core/figure-core.ts';
import { type Draws, LAYERS, type LayerName, type Tensor } from '../core/index.ts';
import { RestMissing } from '../core/rest-missing.ts';
import { type Figure, figureOf } from './figure.ts';
import {
  type EngineChoice,
  readCall,
  readEngine,
  readInplace,
  readProbability,
  readSeed,
} from './read-settings.ts';
import type { FieldErrors, Settings } from './settings.ts';

export interface Result extends EngineChoice {
  /** That this is the result of; every field is right. */
  settings: Settings;
  p: number;
  layer: LayerName;
  inplace: boolean;
  call: number;
  /** Before the shown call, which changes it if it is in place. */
  x: Figure;
  /** 1 kept, 0 dropped, for each element of x. */
  kept: Uint8Array;
  /** In its own shape: 1 for the dimensions inside a channel. */
  mask: Figure;
  train: Figure;
  eval: Figure;
  /** What survivors are multiplied by, as the dtype rounds it. */
  scale: number;
  /** Of the shown call; null if nothing was drawn. */
  draws: Draws | null;
  /** How many elements of the mask are 0. */
  dropped: number;
  /** The masks of the calls from the first on, at least up to the shown one; or of that alone. */
  calls: readonly Call[];
  upstream: Figure;
  gradient: Figure;
  /** Of the fields that something else stands in for. */
  errors: FieldErrors;
}

export interface Call {
  /** The mask, row-major. */
  mask: Uint8Array;
  dropped: number;
}

/**
 * Seeds the engine, reads the input, and calls the layer as often as the settings say, in train mode;
 * then once in eval mode. Gives the errors of the fields that are wrong instead, if any is; but for a
 * gradient that is wrong, on which no other figure depends, ones stand in.
 *
 * @param calls How many calls are listed, if these are more than the settings ask for.
 * @throws RestMissing if the core has only its first part, and that does not do.
 */
export function run(core: FigureCore, settings: Settings, calls = 1): Result | FieldErrors {
  const errors: FieldErrors = {};
  const attempt = <T>(field: keyof Settings, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (error instanceof RestMissing) throw error;
      errors[blamed(error) ?? field] = error as Error;
      return undefined;
    }
  };

  const garbage: { dispose(): void }[] = [];
  const kept = <T extends { dispose(): void }>(object: T): T => {
    garbage.push(object);
    return object;
  };
  try {
    const choice = attempt('engine', () => readEngine(settings.engine));
    const generator =
      choice && attempt('engine', () => kept(new core.Generator(choice.engine, choice.options)));
    if (!choice || !generator) return errors;
    const seeded = attempt('seed', () =>
      generator.manualSeed(readSeed(settings.seed, choice.engine)),
    );
    const call = attempt('call', () => readCall(settings.call));
    const layer = attempt('layer', () => readLayer(settings.layer));
    // In the order of a PyTorch program: seed, input, layer. torch.rand(2, 3) draws first.
    const x = attempt('input', () => kept(core.parse(settings.input, { generator })));
    const inplace = readInplace(settings.inplace);
    const drop =
      layer &&
      attempt('p', () =>
        kept(new core[layer](readProbability(settings.p), { generator, inplace })),
      );
    if (!seeded || !call || !layer || !x || !drop) return errors;

    // A NaN passes the constructor, and an integer input any check but the layer's own.
    const field = Number.isNaN(drop.p) ? 'p' : 'input';
    const made: Call[] = [];
    let before = x;
    let train = x;
    for (let i = 1; i <= call; ++i) {
      if (i === call) before = kept(x.clone());
      const y = attempt(field, () => kept(drop.forward(x)));
      if (!y) return errors;
      train = y;
      made.push(callOf(kept(drop.mask as Tensor)));
    }
    const mask = kept(drop.mask as Tensor);
    const draws = drop.draws();
    const backward = (text: string) =>
      attempt('gradient', () => {
        const upstream = kept(
          text.trim() === ''
            ? core.ones(x.shape, { dtype: x.dtype })
            : core.parse(text, { generator: kept(new core.Generator()) }).to(x.dtype),
        );
        return { upstream: figureOf(upstream), gradient: figureOf(kept(drop.backward(upstream))) };
      });
    const back = backward(settings.gradient) ?? backward('');
    if (!back) return errors;

    const figures = { x: figureOf(before), mask: figureOf(mask) };
    const output = figureOf(train, figures.x);
    const unchanged = figureOf(kept(drop.eval().forward(before)));
    drop.train();
    while (made.length < calls) {
      kept(drop.forward(x));
      made.push(callOf(kept(drop.mask as Tensor)));
    }
    return {
      ...choice,
      ...figures,
      ...back,
      settings: errors.gradient ? { ...settings, gradient: '' } : settings,
      errors,
      p: drop.p,
      layer,
      inplace,
      call,
      kept: broadcast(mask, before.shape),
      train: output,
      eval: unchanged,
      scale: drop.scale(x.dtype),
      draws,
      dropped: mask.size - mask.sum(),
      calls: made,
    };
  } finally {
    for (const object of garbage) object.dispose();
  }
}

export function isResult(outcome: Result | FieldErrors): outcome is Result {
  return 'train' in outcome;
}

/**
 * The result of the settings, with the fields that are wrong put right by those of `good`.
 *
 * @param good Settings without an error.
 * @param calls As run() takes it.
 */
export function runWithStandIns(
  core: FigureCore,
  settings: Settings,
  good: Settings,
  calls = 1,
): Result {
  const errors: FieldErrors = {};
  let tried = settings;
  for (;;) {
    const outcome = run(core, tried, calls);
    if (isResult(outcome)) return { ...outcome, errors: { ...outcome.errors, ...errors } };
    const wrong = (Object.keys(outcome) as (keyof Settings)[]).filter(
      (field) => tried[field] !== good[field],
    );
    for (const field of Object.keys(outcome) as (keyof Settings)[]) {
      errors[field] ??= outcome[field] as Error;
    }
    // Each right by itself, but not together: then all that was good together.
    tried =
      wrong.length > 0
        ? { ...tried, ...Object.fromEntries(wrong.map((field) => [field, good[field]])) }
        : good;
  }
}

// The core names the engine for a layer that it has not, whichever argument it came from.
function blamed(error: unknown): keyof Settings | undefined {
  const kind = kindOf(error);
  if (kind === 'probability') return 'p';
  return kind === 'layer' ? 'layer' : undefined;
}

function readLayer(text: string): LayerName {
  const layer = LAYERS.find((name) => name === text.trim());
  if (layer) return layer;
  throw rangeError('layer', "module 'torch.nn' has no dropout layer '{0}'", text);
}

function callOf(mask: Tensor): Call {
  return { mask: new Uint8Array(mask.view() as Float32Array), dropped: mask.size - mask.sum() };
}

// Each channel's decision for all of its elements.
function broadcast(mask: Tensor, shape: readonly number[]): Uint8Array {
  const decisions = mask.view() as Float32Array;
  const size = shape.reduce((product, extent) => product * extent, 1);
  if (decisions.length === size) return new Uint8Array(decisions);
  const inside = size / decisions.length;
  return Uint8Array.from({ length: size }, (_, i) => decisions[Math.floor(i / inside)] as number);
}
