// Work that gives the program its turn again and again, so that whoever waits for it is not held up.
import { nextTask } from './next-task.ts';

export interface ForwardProgress {
  /** Elements done until now. */
  readonly done: number;
  readonly total: number;
}

export interface ForwardAsyncOptions {
  /** Stops it; layer and generator are then as they were before. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: ForwardProgress) => void) | undefined;
}

/** Each step is a slice of some milliseconds; after it stands how far the work is. */
export type Steps<Result> = Generator<ForwardProgress, Result, void>;

/** Takes the steps in tasks of their own. */
export async function inSlices<Result>(
  steps: Steps<Result>,
  { signal, onProgress }: ForwardAsyncOptions = {},
): Promise<Result> {
  try {
    signal?.throwIfAborted();
    let step = steps.next();
    while (!step.done) {
      const { done, total } = step.value;
      if (done > 0) onProgress?.(step.value);
      if (done < total) {
        await nextTask();
        signal?.throwIfAborted();
      }
      step = steps.next();
    }
    return step.value;
  } finally {
    // Lets the work clean up after itself if it has been stopped.
    steps.return(undefined as Result);
  }
}
