// Dropout in a worker: large tensors without holding up the page.
import type { ForwardAsyncOptions } from '../in-slices.ts';
import type { DropoutRequest, DropoutResult } from './request.ts';
import { ServiceClient } from './service-client.ts';
import { startWorker } from './start-worker.ts';

export type { ForwardAsyncOptions, ForwardProgress } from '../in-slices.ts';
export type {
  Description,
  DetailsRequest,
  DropoutDetails,
  DropoutRequest,
  DropoutResult,
  GradientDetails,
  Stage,
} from './request.ts';

/**
 * A worker that computes dropout with the package's own core.
 *
 * It has an instance of its own; nothing is shared but the arrays that are handed over.
 *
 * @example
 * ```ts
 * import { DropoutWorker } from 'dropout-playground/worker';
 * const worker = new DropoutWorker();
 * const { output } = await worker.dropout({ input: 'torch.ones(4000, 4000)', p: 0.3, seed: 1 });
 * worker.terminate();
 * ```
 */
export class DropoutWorker {
  readonly #client: ServiceClient<DropoutRequest, DropoutResult>;

  /**
   * `worker` is one that runs `dropout-playground/worker/host`, if you have to start it yourself. From
   * another origin than the page's, a policy must allow `worker-src blob:` and that origin.
   */
  constructor(worker: Worker = startHost()) {
    this.#client = new ServiceClient(worker);
  }

  /**
   * What `forward` gives on a layer of this seed. The elements of the input are moved, not copied:
   * the array that held them is empty afterwards, and comes back in the result.
   *
   * @throws What the package throws for such arguments, by a rejection, with the `stage` it came
   *   from; the signal's reason, as soon as it is aborted, while the worker stops after its current
   *   slice; Error if the worker cannot be started or is terminated.
   */
  async dropout(
    request: DropoutRequest,
    options: ForwardAsyncOptions = {},
  ): Promise<DropoutResult> {
    options.signal?.throwIfAborted();
    const own = withPlainSeed(withOwnInput(request));
    const { input } = own;
    return await this.#client.run(
      own,
      options,
      typeof input === 'string' ? [] : [input.data.buffer],
    );
  }

  /** Ends it at once, whatever it is doing. */
  terminate(): void {
    this.#client.terminate();
  }
}

function startHost(): Worker {
  return startWorker(
    import.meta.url,
    'host.js',
    () => new Worker(new URL('./host.js', import.meta.url), { type: 'module' }),
  );
}

// A key of JAX would lose its class on the way; its text says all of it.
function withPlainSeed(request: DropoutRequest): DropoutRequest {
  const { seed } = request;
  const isKey = typeof seed === 'object' && !('length' in seed);
  return isKey ? { ...request, seed: String(seed) } : request;
}

// Copied first if it is a view of a larger buffer, which would otherwise be moved as a whole.
function withOwnInput(request: DropoutRequest): DropoutRequest {
  if (typeof request.input === 'string') return request;
  const { data, shape } = request.input;
  const isWhole = data.byteLength === data.buffer.byteLength;
  return isWhole ? request : { ...request, input: { data: data.slice(), shape } };
}
