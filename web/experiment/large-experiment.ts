// One run of the layer on a large tensor: what run() gives, computed in a worker, so that the page
// goes on. No DOM.
import type { FigureCore } from '../core/figure-core.ts';
import type { ForwardProgress } from '../core/index.ts';
import { withRest } from '../core/rest-missing.ts';
import {
  type Description,
  type DropoutDetails,
  type DropoutResult,
  DropoutWorker,
  type GradientDetails,
  type Stage,
} from '../core/worker/client.ts';
import { isResult, type Result, run } from './experiment.ts';
import type { Figure } from './figure.ts';
import { readSeed } from './read-settings.ts';
import type { FieldErrors, Settings } from './settings.ts';
import { LARGE } from './text-size.ts';

export interface LargeRunOptions {
  /** Stops it: the promise is rejected with the signal's reason at once. */
  signal?: AbortSignal | undefined;
  /** Elements done, of all passes together; told from when the input has been read. */
  onProgress?: ((progress: ForwardProgress) => void) | undefined;
}

/** Keeps one worker, which the first run starts. */
export class LargeExperiment {
  #worker: DropoutWorker | null = null;

  /**
   * What run() gives, but for what would be as large again: figures without cells, no draws, of the
   * calls the last alone. Masks, and an upstream gradient of ones, are bytes.
   *
   * A run does not wait for an earlier one, which is to be stopped before.
   *
   * @throws The signal's reason; Error if the worker cannot be started; by a rejection.
   */
  async run(
    core: FigureCore,
    settings: Settings,
    { signal, onProgress }: LargeRunOptions = {},
  ): Promise<Result | FieldErrors> {
    const small = await withRest(() => runOnOneElement(core, settings));
    if (!isResult(small)) return small;
    const { engine, options, p, layer, inplace, call } = small;
    const { input, gradient } = settings;
    const seed = readSeed(settings.seed, engine);
    signal?.throwIfAborted();
    this.#worker ??= new DropoutWorker();
    try {
      const result = await this.#worker.dropout(
        { input, p, seed, engine, options, layer, inplace, call, details: { gradient } },
        { signal, onProgress },
      );
      // The text was longer than its tensor.
      if (result.input.length <= LARGE) return await withRest(() => run(core, settings));
      return { ...small, settings, ...figuresOf(result) };
    } catch (error) {
      const { stage } = error as Error & { stage?: Stage };
      if (!stage || signal?.aborted) throw error;
      if (stage !== 'gradient') return { input: error as Error };
      if (gradient === '') return { gradient: error as Error };
      const forward = await this.run(core, { ...settings, gradient: '' }, { signal, onProgress });
      return isResult(forward) ? { ...forward, errors: { gradient: error as Error } } : forward;
    }
  }

  /** Ends the worker with all it does, and gives its memory back; a later run starts another. */
  terminate(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}

/** Tells what the other fields say, and whether they are right: the layer takes as many dimensions. */
export function runOnOneElement(core: FigureCore, settings: Settings): Result | FieldErrors {
  const shape = settings.layer === 'Dropout1d' ? '1, 1' : '1, 1, 1, 1';
  return run(core, { ...settings, input: `torch.zeros(${shape})`, gradient: '' });
}

function figuresOf(result: DropoutResult) {
  const { input, output } = result;
  const details = result.details as DropoutDetails;
  const { upstream, upstreamValues, gradient, gradientValues } =
    details.gradient as GradientDetails;
  const { scale, kept, decisions, dropped } = details;
  const x = figureOf(details.input, input);
  return {
    x,
    kept,
    mask: figureOf(details.mask, decisions),
    train: figureOf(details.output, output),
    // In eval mode every layer gives its input back.
    eval: x,
    scale,
    draws: null,
    dropped,
    calls: [{ mask: decisions, dropped }],
    upstream: figureOf(upstream, upstreamValues),
    gradient: figureOf(gradient, gradientValues),
  };
}

function figureOf(
  { shape, dtype, printed, sum, mean, largest }: Description,
  values: Figure['values'],
): Figure {
  const size = shape.reduce((product, extent) => product * extent, 1);
  return { shape, dtype, size, values, cells: null, printed, sum, mean, largest };
}
