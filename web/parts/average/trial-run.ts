// Trials that an element shows while they run: in a worker, begun anew for another plan, and resting
// while nobody looks.
import { type Remote, releaseProxy, wrap } from 'comlink';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TrialCounts, TrialPlan } from '../../experiment/trials/trials.ts';
import type { TrialService } from '../../experiment/trials/trials-host.ts';

/** So often a second the counts are drawn: quick enough to be watched, slow enough to be read. */
const STEP_MS = 100;

/** Of each step the worker computes so long; the rest is the machine's. */
const BUSY_MS = 80;

/** The first calls come one by one, then ever more at once: so one sees the pictures converge. */
const FIRST_STEP = 1;
const GROWTH = 1.25;

/** What nobody tells from the limit any more. */
const MOST_DRAWS = 1e10;

/** Its host is updated whenever something of this is another. */
export class TrialRun implements ReactiveController {
  /** Null before the first step of a plan. */
  counts: TrialCounts | null = null;
  /** What the reader wants; whether they run depends on being in sight, too. */
  isWanted = false;
  /** Why there is no worker. */
  failure: Error | null = null;

  readonly #host: ReactiveControllerHost;
  #worker: Worker | null = null;
  #service: Remote<TrialService> | null = null;
  #plan: TrialPlan | null = null;
  #isInSight = false;
  /** The loop that runs; another one, or none, after a rest or without a worker. */
  #loop: symbol | null = null;
  /** Counts the plans, so that a step of an old one is told from those of the new. */
  #generation = 0;
  /** The plan that the worker has; none yet. */
  #begun = -1;
  #step = FIRST_STEP;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether there are as many as there ever will be. */
  get isOver(): boolean {
    return (this.counts?.draws ?? 0) >= MOST_DRAWS;
  }

  hostDisconnected(): void {
    this.#isInSight = false;
    this.#disconnect();
  }

  /** Counts from the beginning, of something else; null for nothing. */
  begin(plan: TrialPlan | null): void {
    // Perhaps the worker can be had by now.
    if (this.failure) this.#disconnect();
    this.failure = null;
    this.#plan = plan;
    this.counts = null;
    this.#step = FIRST_STEP;
    ++this.#generation;
    void this.#run();
  }

  want(isWanted: boolean): void {
    this.isWanted = isWanted;
    this.#host.requestUpdate();
    void this.#run();
  }

  setInSight(isInSight: boolean): void {
    this.#isInSight = isInSight;
    void this.#run();
  }

  get #runs(): boolean {
    return this.isWanted && this.#isInSight && this.#plan !== null && !this.isOver;
  }

  async #run(): Promise<void> {
    if (this.#loop) return;
    const loop = Symbol();
    this.#loop = loop;
    try {
      while (this.#loop === loop && this.#runs && !this.failure) {
        const start = performance.now();
        const generation = this.#generation;
        const service = this.#connected();
        // The worker keeps its trials over a rest, but for those of another plan.
        if (generation !== this.#begun) {
          this.#begun = generation;
          await service.begin(this.#plan as TrialPlan);
        }
        const counts = await service.advance(Math.ceil(this.#step), BUSY_MS);
        if (generation === this.#generation) {
          this.counts = counts;
          this.#step *= GROWTH;
          this.#host.requestUpdate();
        }
        await rest(STEP_MS - (performance.now() - start));
      }
    } catch (error) {
      if (this.#loop === loop) this.#fail(error as Error);
    } finally {
      if (this.#loop === loop) this.#loop = null;
    }
  }

  #connected(): Remote<TrialService> {
    if (this.#service) return this.#service;
    const worker = new Worker(new URL('../../experiment/trials/trials-host.ts', import.meta.url), {
      type: 'module',
    });
    // A worker that cannot start says so here alone.
    worker.addEventListener('error', (event) => {
      if (this.#worker !== worker) return;
      this.#fail(new Error(event.message || 'the worker could not be started'));
    });
    this.#worker = worker;
    this.#service = wrap<TrialService>(worker);
    this.#begun = -1;
    return this.#service;
  }

  // What was asked of the worker is never answered, so that the loop waits for ever: it is forgotten.
  #disconnect(): void {
    this.#service?.[releaseProxy]();
    this.#worker?.terminate();
    this.#service = null;
    this.#worker = null;
    this.#loop = null;
    ++this.#generation;
  }

  #fail(error: Error): void {
    this.failure = error;
    this.#host.requestUpdate();
  }
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}
