// Trainings in a worker, so that the page goes on.
import { ServiceClient } from '../../core/worker/service-client.ts';
import { startWorker } from '../../core/worker/start-worker.ts';
import type { AnyTraining, Band, LayerWeights, Moment, Outcome, UnitView } from '../training.ts';
import type { Answer, AnswerTo, Begun, Kind, Request, RequestOf } from './requests.ts';

export { WorkerNotStarted } from '../../core/worker/start-worker.ts';

export interface AskOptions {
  /** Stops it: the promise is rejected with the signal's reason at once. */
  signal?: AbortSignal | undefined;
  /** Steps taken until now. */
  onProgress?: ((progress: { done: number; total: number }) => void) | undefined;
}

/**
 * A worker that trains with an instance of its own of the operations. It answers one request after another.
 *
 * @example
 * ```ts
 * const worker = new TrainingWorker();
 * const live = await worker.begin({ scenario: 'curve', p: 0.5, seed: 42 });
 * for (let step = 10; step <= live.steps; step += 10) draw(await live.advance(step));
 * await live.end();
 * ```
 */
export class TrainingWorker {
  #client: ServiceClient<Request, Answer> | null = null;

  /** Draws the data and the first parameters of a training, which then waits for its steps. */
  async begin(training: AnyTraining, options: AskOptions = {}): Promise<LiveTraining> {
    const ask: Ask = (request, more) => this.#ask(request, more);
    return new LiveTraining(ask, training, await this.#ask({ kind: 'begin', training }, options));
  }

  /** Trains from beginning to end. */
  async outcome(training: AnyTraining, options: AskOptions = {}): Promise<Outcome> {
    return await this.#ask({ kind: 'outcome', training }, options);
  }

  /**
   * Whether a training is chaotic: the step from which on a machine that sums in another order may have other losses, or null if
   * none was found. It trains three times.
   */
  async parting(training: AnyTraining, options: AskOptions = {}): Promise<number | null> {
    return (await this.#ask({ kind: 'parting', training }, options)).step;
  }

  /** Ends the worker with all it does; a later request starts another. */
  terminate(): void {
    this.#client?.terminate();
    this.#client = null;
  }

  async #ask<Asked extends Kind>(
    request: RequestOf<Asked>,
    options: AskOptions,
  ): Promise<AnswerTo<Asked>> {
    this.#client ??= new ServiceClient(startHost());
    return (await this.#client.run(request as Request, options)) as AnswerTo<Asked>;
  }
}

type Ask = <Asked extends Kind>(
  request: RequestOf<Asked>,
  options: AskOptions,
) => Promise<AnswerTo<Asked>>;

/** A training whose steps are taken when somebody asks for them. */
export class LiveTraining {
  readonly #ask: Ask;
  readonly begun: Begun;
  #training: AnyTraining;
  #moment: Moment;
  #p: number | undefined;

  /** @internal */
  constructor(ask: Ask, training: AnyTraining, begun: Begun) {
    this.#ask = ask;
    this.#training = training;
    this.begun = begun;
    this.#moment = begun.moment;
  }

  /** With the changes of p that came: trained again, it gives the same numbers. */
  get training(): AnyTraining {
    return this.#training;
  }

  /** Where it ends by itself. */
  get steps(): number {
    return this.begun.steps;
  }

  /** The last that was told. */
  get moment(): Moment {
    return this.#moment;
  }

  /** From the next advance() on. */
  changeP(p: number): void {
    this.#p = p;
  }

  /**
   * Takes steps until so many have been taken in all. Who wants a pause asks for no more.
   *
   * @returns How it stood at each step of which is told (which are always the same), and at the last.
   * @throws The signal's reason; the steps that had been taken until then stay taken.
   */
  async advance(to: number, options: AskOptions = {}): Promise<readonly Moment[]> {
    const p = this.#p;
    this.#p = undefined;
    const request = { kind: 'advance', run: this.begun.run, to, p } as const;
    const { moments, training } = await this.#ask(request, options);
    this.#training = training;
    this.#moment = moments.at(-1) ?? this.#moment;
    return moments;
  }

  async weights(options: AskOptions = {}): Promise<readonly LayerWeights[]> {
    return (await this.#ask({ kind: 'weights', run: this.begun.run }, options)).layers;
  }

  /**
   * What a hidden unit computes now; null where the scenario's units are not drawn.
   *
   * @param layer Hidden layers count from 0.
   */
  async unit(layer: number, unit: number, options: AskOptions = {}): Promise<UnitView | null> {
    return (await this.#ask({ kind: 'unit', run: this.begun.run, layer, unit }, options)).view;
  }

  /**
   * What passes with masks say now: MC dropout. They draw what the next steps would, and these draw it again.
   * null where there is nothing to draw.
   */
  async band(passes = 100, options: AskOptions = {}): Promise<Band | null> {
    return (await this.#ask({ kind: 'band', run: this.begun.run, passes }, options)).band;
  }

  /** Gives its memory back. */
  async end(): Promise<void> {
    await this.#ask({ kind: 'end', run: this.begun.run }, {});
  }
}

function startHost(): Worker {
  return startWorker(
    import.meta.url,
    'training-host.js',
    () => new Worker(new URL('./training-host.js', import.meta.url), { type: 'module' }),
  );
}
