// The worker's side of a service: requests one after another, in slices, so that a wish to stop comes in.
import { expose, transfer } from 'comlink';
import { inSlices, type Steps } from '../in-slices.ts';
import { nextTask } from '../next-task.ts';
import { plainError } from './plain-error.ts';
import type { Service } from './service.ts';

export { plainError };

/** @param begin The work of a request. */
export function serve<Request, Result extends object>(
  begin: (request: Request) => Promise<Steps<Result>>,
): void {
  const running = new Map<number, AbortController>();
  /** Settles with the request before, so that never two of them need memory. */
  let before: Promise<unknown> = Promise.resolve();

  const service: Service<Request, Result> = {
    async run(id, request, onProgress) {
      const controller = new AbortController();
      const { signal } = controller;
      running.set(id, controller);
      const ended = before.then(async () => {
        // Who asks again and again, as a slider does, has stopped most requests before they begin.
        await nextTask();
        signal.throwIfAborted();
        return await inSlices(await begin(request), {
          signal,
          onProgress: onProgress ?? undefined,
        });
      });
      before = ended.catch(() => {});
      try {
        const result = await ended;
        return transfer(result, [...buffersIn(result)]);
      } catch (error) {
        return { failed: plainError(error as Error) };
      } finally {
        running.delete(id);
      }
    },

    abort(id) {
      running.get(id)?.abort();
    },
  };
  expose(service);
}

// Each of them once: some of a result's arrays are the same.
function buffersIn(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) buffersIn(part, found);
  }
  return found;
}
