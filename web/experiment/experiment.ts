// One run of the layer, from what the controls say to what the figures show. No DOM.

import type { FigureCore } from '../core/figure-core.ts';
import { type Draws, LAYERS, type LayerName, type PlaygroundError } from '../core/index.ts';
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
      errors[blamed(error as PlaygroundError) ?? field] = error as Error;
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
    const forward = () => {
      const y = drop.forward(x);
      if (y !== x) kept(y);
      return y;
    };
    for (let earlier = 1; earlier < call; ++earlier) {
      if (!attempt(field, forward)) return errors;
      made.push(callOf(drop.kept()));
    }
    const before = inplace ? kept(x.clone()) : x;
    const train = attempt(field, forward);
    if (!train) return errors;

    const { dtype } = x;
    const shown = (text: string) =>
      attempt('gradient', () => drop.lastCall({ draws: true, upstream: { text, dtype } }));
    const last = shown(settings.gradient) ?? shown('');
    if (!last?.back) return errors;
    const { decisions, dropped } = last;
    made.push({ mask: decisions, dropped });

    const figure = figureOf(before.describe());
    const output = figureOf(train.describe(), figure);
    const unchanged = drop.eval().forward(before);
    if (made.length < calls) drop.train();
    while (made.length < calls) {
      forward();
      made.push(callOf(drop.kept()));
    }
    return {
      ...choice,
      settings: errors.gradient ? { ...settings, gradient: '' } : settings,
      errors,
      p: drop.p,
      layer,
      inplace,
      call,
      x: figure,
      kept: last.kept,
      mask: figureOf({ ...last.mask, values: decisions }),
      train: output,
      // A layer gives its input back, of which there is a figure.
      eval: unchanged === before ? figure : figureOf(kept(unchanged).describe()),
      scale: last.scale,
      draws: last.draws,
      dropped,
      calls: made,
      upstream: figureOf(last.back.upstream),
      gradient: figureOf(last.back.gradient),
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
function blamed({ code, message }: PlaygroundError): keyof Settings | undefined {
  if (code === 'probability') return 'p';
  return code === 'engine' && /Dropout/.test(message) ? 'layer' : undefined;
}

function readLayer(text: string): LayerName {
  const layer = LAYERS.find((name) => name === text.trim());
  if (layer) return layer;
  throw new RangeError(`module 'torch.nn' has no dropout layer '${text}'`);
}

function callOf(mask: Uint8Array): Call {
  return { mask, dropped: mask.reduce((dropped, kept) => dropped + 1 - kept, 0) };
}
