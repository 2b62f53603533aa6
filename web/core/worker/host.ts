// The worker's side: runs requests with the package's own classes, one after another.
import { expose, transfer } from 'comlink';
import { type ForwardProgress, load, type PlaygroundError, type Tensor } from '../index.ts';
import { nextTask } from '../next-task.ts';
import { detailsOf } from './details.ts';
import type {
  DropoutRequest,
  DropoutResult,
  DropoutService,
  FailedRequest,
  Stage,
} from './request.ts';

const running = new Map<number, AbortController>();

/** Settles with the request before, so that never two of them need memory. */
let before: Promise<unknown> = Promise.resolve();

const service: DropoutService = {
  async dropout(id, request, onProgress) {
    const controller = new AbortController();
    running.set(id, controller);
    const run = new Run(request, controller.signal, onProgress ?? (() => {}));
    const ended = before.then(() => run.result());
    before = ended.catch(() => {});
    try {
      const result = await ended;
      return transfer(result, buffersOf(result));
    } catch (error) {
      return { failed: failure(error as PlaygroundError, run.stage) };
    } finally {
      running.delete(id);
    }
  },

  abort(id) {
    running.get(id)?.abort();
  },
};

class Run {
  readonly #request: DropoutRequest;
  readonly #signal: AbortSignal;
  readonly #onProgress: (progress: ForwardProgress) => void;
  readonly #owned = new Set<{ dispose(): void }>();
  #done = 0;
  #total = 0;
  stage: Stage = 'input';

  constructor(
    request: DropoutRequest,
    signal: AbortSignal,
    onProgress: (progress: ForwardProgress) => void,
  ) {
    this.#request = request;
    this.#signal = signal;
    this.#onProgress = onProgress;
  }

  async result(): Promise<DropoutResult> {
    const playground = await load();
    // Who asks again and again, as a slider does, has stopped most requests before they begin.
    await this.#step(0);
    const { p = 0.5, seed, engine = 'torch-cpu', options, layer = 'Dropout' } = this.#request;
    const { input, inplace = false, call = 1, details } = this.#request;
    try {
      const generator = this.#own(new playground.Generator(engine, options).manualSeed(seed));
      const x = this.#own(
        typeof input === 'string'
          ? playground.parse(input, { generator })
          : playground.tensor(input.data, { shape: input.shape }),
      );
      // Each pass over all elements counts as one call.
      const more = details ? (details.gradient === undefined ? 2 : 4) : 0;
      this.#total = x.size * (call + more);
      this.stage = 'forward';
      const drop = this.#own(new playground[layer](p, { generator, inplace }));
      for (let earlier = 1; earlier < call; ++earlier) {
        this.#release(await this.#forward(drop, x), x);
      }
      const before = inplace ? this.#own(x.clone()) : x;
      const y = await this.#forward(drop, x);
      const { shape, dtype } = x;
      if (!details) {
        return { shape, dtype, input: before.toTypedArray(), output: y.toTypedArray() };
      }
      await this.#step(0);
      const read = before.describe();
      const made = y.describe();
      this.#release(y, x);
      await this.#step(2 * x.size);
      const { gradient } = details;
      if (gradient !== undefined) this.stage = 'gradient';
      const about = detailsOf(drop, read, made, gradient);
      await this.#step(gradient === undefined ? 0 : 2 * x.size);
      return { shape, dtype, input: read.values, output: made.values, details: about };
    } finally {
      for (const object of this.#owned) object.dispose();
    }
  }

  #own<Owned extends { dispose(): void }>(object: Owned): Owned {
    this.#owned.add(object);
    return object;
  }

  async #forward(layer: { forwardAsync: ForwardAsync }, x: Tensor): Promise<Tensor> {
    const before = this.#done;
    const output = await layer.forwardAsync(x, {
      signal: this.#signal,
      onProgress: ({ done }) => this.#tell(before + done),
    });
    this.#done = before + x.size;
    return output === x ? x : this.#own(output);
  }

  // A layer that changes nothing, or its input, gives its input back.
  #release(output: Tensor, input: Tensor): void {
    if (output === input) return;
    this.#owned.delete(output);
    output.dispose();
  }

  /** Says that so many elements more are done, and lets a wish to stop come in. */
  async #step(elements: number): Promise<void> {
    if (elements > 0) this.#tell(this.#done + elements);
    await nextTask();
    this.#signal.throwIfAborted();
  }

  #tell(done: number): void {
    this.#done = done;
    this.#onProgress({ done, total: this.#total });
  }
}

type ForwardAsync = (
  x: Tensor,
  options: { signal: AbortSignal; onProgress(progress: ForwardProgress): void },
) => Promise<Tensor>;

// Each of them once: some of these arrays are the same.
function buffersOf({ input, output, details }: DropoutResult): ArrayBuffer[] {
  const arrays = [input, output, details?.kept, details?.decisions];
  const { upstreamValues, gradientValues } = details?.gradient ?? {};
  const buffers = [...arrays, upstreamValues, gradientValues].map((array) => array?.buffer);
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}

function failure(error: PlaygroundError, stage: Stage): FailedRequest {
  const { name, message, code, reason, line, column } = error as PlaygroundError & FailedRequest;
  return { name, message, stage, code, reason, line, column };
}

expose(service);
