// An experiment on a large tensor in a worker, so that the page goes on.
import type { FigureCore } from '../core/figure-core.ts';
import type { ForwardProgress } from '../core/index.ts';
import { errorOf, type PlainError, ServiceClient } from '../core/worker/service-client.ts';
import { startWorker } from '../core/worker/start-worker.ts';
import { isResult, type Result } from './experiment.ts';
import { runOnOneElement } from './one-element.ts';
import type { FieldErrors, Settings } from './settings.ts';

export interface RunOptions {
  /** Stops it: the promise is rejected with the signal's reason at once. */
  signal?: AbortSignal | undefined;
  /** Elements done, of all passes together; told from when the input has been read. */
  onProgress?: ((progress: ForwardProgress) => void) | undefined;
}

type Plain<Outcome> = Outcome extends Result
  ? Omit<Result, 'errors'> & { errors: Plain<FieldErrors> }
  : { [Field in keyof Outcome]: PlainError };

/** Keeps one worker, which the first run starts. */
export class ExperimentWorker {
  #client: ServiceClient<Settings, Plain<Result> | Plain<FieldErrors>> | null = null;

  /**
   * What run() gives. It does not wait for an earlier one, which is to be stopped before.
   *
   * @throws The signal's reason; Error if the worker cannot be started; by a rejection.
   */
  async run(
    core: FigureCore,
    settings: Settings,
    options: RunOptions = {},
  ): Promise<Result | FieldErrors> {
    // Of the other fields one is told before the input is read, which takes long.
    const one = runOnOneElement(core, settings);
    if (!isResult(one)) return one;
    options.signal?.throwIfAborted();
    this.#client ??= new ServiceClient(startHost());
    const outcome = await this.#client.run(settings, options);
    return 'train' in outcome ? { ...outcome, errors: revived(outcome.errors) } : revived(outcome);
  }

  /** Ends the worker with all it does, and gives its memory back; a later run starts another. */
  terminate(): void {
    this.#client?.terminate();
    this.#client = null;
  }
}

function startHost(): Worker {
  return startWorker(
    import.meta.url,
    'experiment-host.js',
    () => new Worker(new URL('./experiment-host.js', import.meta.url), { type: 'module' }),
  );
}

function revived(errors: Record<string, PlainError>): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([field, error]) => [field, errorOf(error)]),
  );
}
