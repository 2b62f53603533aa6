// The page's side of a service in a worker.
import { proxy, releaseProxy, transfer, wrap } from 'comlink';
import type { ForwardAsyncOptions } from '../in-slices.ts';
import { errorOf, type PlainError } from './plain-error.ts';
import type { Service } from './service.ts';
import { notStarted } from './start-worker.ts';

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
