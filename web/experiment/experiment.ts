// Runs the layer once: from the texts of the controls to what the figures show. No DOM.

import { kindOf, rangeError } from '../core/errors.ts';
import type { FigureCore } from '../core/figure-core.ts';
import {
  type ForwardProgress,
  LAYERS,
  type LayerName,
  type Note,
  type Phrase,
} from '../core/index.ts';
import { callEarlier, passOver, readEarlier, readReseed, readSkip } from './before-layer.ts';
import { parseSmall } from './large-input.ts';
import {
  type EngineChoice,
  readCall,
  readEngine,
  readInplace,
  readProbability,
  readSeed,
} from './read-settings.ts';
import type { FieldErrors, Settings } from './settings.ts';
import { type ShownCall, shownCall } from './shown-call.ts';

export interface Result extends EngineChoice, ShownCall {
  /** The settings of this result, each of which is right. */
  settings: Settings;
  p: number;
  layer: LayerName;
  inplace: boolean;
  call: number;
  /** The errors of fields for which something else stands in. */
  errors: FieldErrors;
  /** What the input says that is read otherwise, such as float16. */
  notes: readonly Phrase[];
}

/** Takes all steps of experiment() at once. Takes and throws the same. */
export function run(
  core: FigureCore,
  settings: Settings,
  calls = 1,
  read = parseSmall,
): Result | FieldErrors {
  const steps = experiment(core, settings, calls, read);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * Seeds the engine, reads the input, and calls the layer as often as the settings say, in train mode; a
 * large tensor in slices. Gives the errors of the fields that are wrong instead, if any is; but for a gradient
 * that is wrong, on which no other figure depends, ones stand in.
 *
 * @param calls How many calls are listed, if these are more than the settings ask for.
 *   The core has to do for the settings (core-source.ts).
 * @param read Reads the input; as it comes, one that is small enough for the page.
 */
export function* experiment(
  core: FigureCore,
  settings: Settings,
  calls = 1,
  read = parseSmall,
): Generator<ForwardProgress, Result | FieldErrors, void> {
  const errors: FieldErrors = {};
  const blame = (field: keyof Settings, error: Error): undefined => {
    errors[blamed(error, field) ?? field] = error;
  };
  const attempt = <T>(field: keyof Settings, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      return blame(field, error as Error);
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
    const reseed = attempt('reseed', () => readReseed(settings.reseed, choice.engine));
    const isReseeded = settings.reseed.trim() !== '';
    const skip = attempt('skip', () => readSkip(settings.skip, isReseeded));
    const earlier = attempt('earlier', () => readEarlier(settings.earlier, choice.engine));
    // In the order of a PyTorch program: seed, input, layer. torch.rand(2, 3) draws first.
    if (skip) attempt('skip', () => passOver(generator, skip.beforeInput));
    const notes: Phrase[] = [];
    const onNote = ({ details }: Note) => notes.push(details);
    const x = attempt('input', () => kept(read(core, settings.input, { generator, onNote })));
    const inplace = readInplace(settings.inplace);
    if (reseed) attempt('reseed', () => generator.manualSeed(reseed));
    if (skip) attempt('skip', () => passOver(generator, skip.afterInput));
    if (x && layer && earlier && seeded) {
      try {
        callEarlier(core, layer, earlier, x, generator);
      } catch (error) {
        // What it does not take of the input, the layer itself does not take, either.
        blame(kindOf(error) === 'probability' ? 'earlier' : 'input', error as Error);
      }
    }
    const drop =
      layer &&
      attempt('p', () =>
        kept(new core[layer](readProbability(settings.p), { generator, inplace })),
      );
    if (!seeded || !call || !layer || !x || !drop || isAnyWrong(errors)) return errors;

    // The constructor accepts NaN, and only the layer itself refuses an integer input.
    const field = Number.isNaN(drop.p) ? 'p' : 'input';
    const { gradient } = settings;
    try {
      const asked = { engine: choice.engine, call, calls, inplace, gradient };
      const shown = yield* shownCall(drop, x, asked, (error) => blame('gradient', error));
      return {
        ...choice,
        ...shown,
        settings: errors.gradient ? { ...settings, gradient: '' } : settings,
        errors,
        notes,
        p: drop.p,
        layer,
        inplace,
        call,
      };
    } catch (error) {
      blame(field, error as Error);
      return errors;
    }
  } finally {
    for (const object of garbage) object.dispose();
  }
}

export function isResult(outcome: Result | FieldErrors): outcome is Result {
  return 'train' in outcome;
}

// If the engine lacks the layer, the core blames the engine, but it is the layer that has to change.
function blamed(error: unknown, field: keyof Settings): keyof Settings | undefined {
  const kind = kindOf(error);
  if (kind === 'probability') return field === 'earlier' ? field : 'p';
  return kind === 'layer' ? 'layer' : undefined;
}

function isAnyWrong(errors: FieldErrors): boolean {
  return Object.keys(errors).length > 0;
}

function readLayer(text: string): LayerName {
  const layer = LAYERS.find((name) => name === text.trim());
  if (layer) return layer;
  throw rangeError('layer', "module 'torch.nn' has no dropout layer '{0}'", text);
}
