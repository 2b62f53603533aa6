// Trains the same for several seeds and p's in workers, while its host wants it, and keeps what came of each.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { SCENARIOS } from '../../training/scenarios/scenarios.ts';
import { trainingsOf } from '../../training/sweep.ts';
import type { Outcome, Training } from '../../training/training.ts';
import { SweepRun } from '../../training/worker/sweep-run.ts';
import { sweepWorkers } from './sweep-workers.ts';

const SEEDS_AT_ONCE = 8;
const MOST_SEEDS = 24;

/** Updates its host whenever a training has ended. */
export class SeedSweep implements ReactiveController {
  ps: readonly number[] = [];
  seeds: readonly number[] = [];
  /** For each seed the validation losses of all p's; those to come are NaN. */
  rows: number[][] = [];
  failure: Error | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #run = new SweepRun(sweepWorkers());
  #training: Training | null = null;
  #isWanted = false;
  #asked: AbortController | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop();
    this.#run.terminate();
  }

  /** The rows that are whole. */
  get whole(): readonly (readonly number[])[] {
    return this.rows.filter((row) => !row.some(Number.isNaN));
  }

  get done(): number {
    return this.rows.flat().filter(Number.isFinite).length;
  }

  get total(): number {
    return this.ps.length * this.seeds.length;
  }

  /** Whether there is more to take: all that was asked for is there, and it is not the most. */
  get isMore(): boolean {
    return this.seeds.length < MOST_SEEDS && this.done === this.total;
  }

  /** Sweeps over the p's of this training's scenario and seeds from its own on. Its own p has no part in it. */
  of(training: Training): void {
    const isSame = this.#training && isSameSweep(this.#training, training);
    this.#training = training;
    if (isSame) return;
    this.ps = SCENARIOS[training.scenario]?.ps ?? [];
    this.#begin(SEEDS_AT_ONCE);
  }

  takeMore(): void {
    if (this.isMore) this.#begin(Math.min(MOST_SEEDS, this.seeds.length + SEEDS_AT_ONCE));
  }

  setWanted(isWanted: boolean): void {
    this.#isWanted = isWanted;
    if (isWanted) void this.#go();
    else this.#stop();
  }

  #begin(count: number): void {
    this.#stop();
    const first = this.#training?.seed ?? 0;
    this.seeds = Array.from({ length: count }, (_, i) => first + i);
    this.rows = this.seeds.map(() => this.ps.map(() => Number.NaN));
    void this.#go();
  }

  #stop(): void {
    this.#asked?.abort();
    this.#asked = null;
  }

  // What is known already is told at once.
  async #go(): Promise<void> {
    const training = this.#training;
    if (!training || !this.#isWanted || this.#asked) return;
    const asked = new AbortController();
    this.#asked = asked;
    const { seeds, ps, rows } = this;
    const { scenario, steps, width, noise, activation } = training;
    const plan = { scenario, steps, width, noise, activation, seeds, ps };
    const onOutcome = ({ seed, p }: Training, { losses }: Outcome) => {
      const row = rows[seeds.indexOf(seed)];
      if (row) row[ps.indexOf(p)] = losses.validation;
      this.#host.requestUpdate();
    };
    try {
      await this.#run.run(trainingsOf(plan), { signal: asked.signal, onOutcome });
    } catch (error) {
      if (this.#asked === asked) this.failure = error as Error;
    }
    if (this.#asked === asked) this.#asked = null;
    this.#host.requestUpdate();
  }
}

function isSameSweep(one: Training, other: Training): boolean {
  const names = ['scenario', 'seed', 'steps', 'width', 'noise', 'activation'] as const;
  return names.every((name) => one[name] === other[name]);
}
