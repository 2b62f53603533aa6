// The page's side of a service: a worker, started from wherever its program is.
import { proxy, releaseProxy, transfer, wrap } from 'comlink';
import type { ForwardAsyncOptions } from '../in-slices.ts';
import { errorOf, type PlainError } from './plain-error.ts';
import type { Service } from './service.ts';

export { errorOf, type PlainError };

type Remote<Request, Result> = Service<Request, Result> & { [releaseProxy](): void };

export class ServiceClient<Request, Result extends object> {
  readonly #worker: Worker;
  readonly #service: Remote<Request, Result>;
  readonly #pending = new Set<(reason: unknown) => void>();
  #requests = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    // Comlink's own type knows no requests of any type.
    this.#service = wrap(worker) as unknown as Remote<Request, Result>;
    // A worker that cannot start says so here alone.
    worker.addEventListener('error', (event) => {
      this.#rejectAll(notStarted(event.message || 'blocked'));
    });
  }

  /**
   * @param moved What of the request is handed over, not copied.
   * @throws What the worker's side throws, by a rejection; the signal's reason, as soon as it is aborted,
   *   while the worker stops after its current slice; Error if the worker cannot be started or is
   *   terminated.
   */
  async run(
    request: Request,
    { signal, onProgress }: ForwardAsyncOptions,
    moved: Transferable[] = [],
  ): Promise<Result> {
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
      const asked = this.#service.run(id, transfer(request, moved), told);
      const answer = await Promise.race([asked, lost]);
      if ('failed' in answer) throw errorOf(answer.failed);
      return answer;
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

/**
 * A worker that runs a file beside a module.
 *
 * @param module Where that module is: its `import.meta.url`.
 * @param file The file's name there, as the package has it.
 * @param start `new Worker(new URL('./file.js', import.meta.url), { type: 'module' })`, in these words, by
 *   which bundlers know a worker.
 * @throws Error if it cannot be started: where a policy forbids it, WebKit throws at once, and others tell
 *   of it later.
 */
export function startWorker(module: string, file: string, start: () => Worker): Worker {
  try {
    return isOfThisOrigin(module) ? start() : startFromElsewhere(module, file);
  } catch (error) {
    throw notStarted((error as Error).message);
  }
}

// A page may start no worker from elsewhere, but one of its own may import what is there. Who bundles this
// has no file of that name, and serves it from the page's origin.
function startFromElsewhere(module: string, file: string): Worker {
  const program = ['import ', JSON.stringify(module.replace(/[^/]*$/, file))];
  const url = URL.createObjectURL(new Blob(program, { type: 'text/javascript' }));
  const worker = new Worker(url, { type: 'module' });
  // By its first message it has been read.
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return worker;
}

// webpack and Parcel put the path of the source file here; Deno and Bun have files, and no page.
function isOfThisOrigin(module: string): boolean {
  const { protocol, origin } = new URL(module);
  const page = globalThis.location?.origin;
  return !/^https?:/.test(protocol) || page === undefined || origin === page;
}

function notStarted(reason: string): Error {
  return new Error(
    `The worker could not be started: ${reason} (a security policy must allow it by worker-src)`,
  );
}
