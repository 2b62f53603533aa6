// Dropout in a worker: large tensors without holding up the page.
import { proxy, releaseProxy, transfer, wrap } from 'comlink';
import type { ForwardAsyncOptions } from '../forward-in-slices.ts';
import type { DropoutRequest, DropoutResult, DropoutService, FailedRequest } from './request.ts';

export type { ForwardAsyncOptions, ForwardProgress } from '../forward-in-slices.ts';
export type {
  Description,
  DetailsRequest,
  DropoutDetails,
  DropoutRequest,
  DropoutResult,
  GradientDetails,
  Stage,
} from './request.ts';

const ERRORS = new Map<string, ErrorConstructor>(
  [RangeError, SyntaxError, TypeError].map((ErrorClass) => [ErrorClass.name, ErrorClass]),
);

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
  readonly #worker: Worker;
  readonly #service;
  readonly #pending = new Set<(reason: unknown) => void>();
  #requests = 0;

  /**
   * `worker` is one that runs `dropout-playground/worker/host`, if you have to start it yourself. From
   * another origin than the page's, a policy must allow `worker-src blob:` and that origin.
   */
  constructor(worker: Worker = started(startHost)) {
    this.#worker = worker;
    this.#service = wrap<DropoutService>(worker);
    // A worker that cannot start says so here alone.
    worker.addEventListener('error', (event) => {
      this.#rejectAll(notStarted(event.message || 'blocked'));
    });
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
    { signal, onProgress }: ForwardAsyncOptions = {},
  ): Promise<DropoutResult> {
    signal?.throwIfAborted();
    const id = ++this.#requests;
    let reject: (reason: unknown) => void = () => {};
    const abort = () => {
      void this.#service.abort(id);
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', abort, { once: true });
    try {
      const lost = new Promise<never>((_, rejectIt) => {
        reject = rejectIt;
        this.#pending.add(reject);
      });
      const told = onProgress ? proxy(onProgress) : null;
      const answer = await Promise.race([this.#service.dropout(id, moved(request), told), lost]);
      if (!('failed' in answer)) return answer;
      throw errorOf(answer.failed);
    } finally {
      this.#pending.delete(reject);
      signal?.removeEventListener('abort', abort);
    }
  }

  /** Ends it at once, whatever it is doing. */
  terminate(): void {
    this.#rejectAll(new Error('the worker was terminated'));
    this.#service[releaseProxy]();
    this.#worker.terminate();
  }

  #rejectAll(reason: unknown): void {
    for (const reject of this.#pending) reject(reason);
  }
}

// Where a policy forbids it, WebKit throws at once, and others tell of it later.
function started(start: () => Worker): Worker {
  try {
    return start();
  } catch (error) {
    throw notStarted((error as Error).message);
  }
}

function notStarted(reason: string): Error {
  return new Error(
    `The worker could not be started: ${reason} (a security policy must allow it by worker-src)`,
  );
}

function startHost(): Worker {
  // In these words, by which bundlers know a worker.
  if (isOfThisOrigin())
    return new Worker(new URL('./host.js', import.meta.url), { type: 'module' });
  // A page may start no worker from elsewhere, but one of its own may import what is there. Who
  // bundles this has no file of that name, and serves it from the page's origin.
  const program = ['import ', JSON.stringify(import.meta.url.replace(/[^/]*$/, 'host.js'))];
  const url = URL.createObjectURL(new Blob(program, { type: 'text/javascript' }));
  const worker = new Worker(url, { type: 'module' });
  // By its first message it has been read.
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return worker;
}

// webpack and Parcel put the path of the source file here; Deno and Bun have files, and no page.
function isOfThisOrigin(): boolean {
  const { protocol, origin } = new URL(import.meta.url);
  const page = globalThis.location?.origin;
  return !/^https?:/.test(protocol) || page === undefined || origin === page;
}

// Copied first if it is a view of a larger buffer, which would otherwise be moved as a whole.
function moved(request: DropoutRequest): DropoutRequest {
  if (typeof request.input === 'string') return request;
  const { data, shape } = request.input;
  const isWhole = data.byteLength === data.buffer.byteLength;
  const own = isWhole ? data : data.slice();
  return transfer({ ...request, input: { data: own, shape } }, [own.buffer]);
}

function errorOf({ name, message, ...more }: FailedRequest): Error {
  const ErrorClass = ERRORS.get(name) ?? Error;
  const details = Object.entries(more).filter(([, value]) => value !== undefined);
  return Object.assign(new ErrorClass(message), Object.fromEntries(details));
}
