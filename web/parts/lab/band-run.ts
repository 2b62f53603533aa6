// Trains for MC dropout in a worker and asks the network again and again, with its masks, when its host wants it.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BandTraining } from '../../training/training.ts';
import { TrainingWorker } from '../../training/worker/training-worker.ts';
import type { DrawnBand } from './band-picture.ts';

export const PASSES = 100;

/** Updates its host when there is another band. */
export class BandRun implements ReactiveController {
  /** Null before the first. */
  drawn: Omit<DrawnBand, 'pass'> | null = null;
  failure: Error | null = null;
  /** Whether what is shown is not yet what was asked for. */
  isBusy = false;

  readonly #host: ReactiveControllerHost;
  readonly #worker = new TrainingWorker();
  #asked = new AbortController();
  #training: BandTraining | null = null;
  #isWanted = false;
  #isKnown = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#asked.abort();
    this.#isKnown = false;
    this.#worker.terminate();
  }

  of(training: BandTraining): void {
    this.#training = training;
    this.#isKnown = false;
    this.#asked.abort();
    void this.#go();
  }

  setWanted(isWanted: boolean): void {
    this.#isWanted = isWanted;
    if (!this.isBusy) void this.#go();
  }

  async #go(): Promise<void> {
    const training = this.#training;
    if (!training || !this.#isWanted || this.#isKnown) return;
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    this.isBusy = true;
    try {
      const live = await this.#worker.begin(training, { signal });
      await live.advance(live.steps, { signal });
      const band = await live.band(PASSES, { signal });
      await live.end();
      const { grid, training: examples } = live.begun;
      const { inputs: x, targets: y } = examples;
      const truth = grid.map((place) => Math.sin(4 * place));
      if (band && !signal.aborted) {
        this.drawn = { grid, truth, x, y, band };
        this.#isKnown = true;
        this.failure = null;
      }
    } catch (error) {
      if (!signal.aborted) this.failure = error as Error;
    }
    if (signal.aborted) return;
    this.isBusy = false;
    this.#host.requestUpdate();
  }
}
