// Trials that an element shows while they run: in a worker, begun anew for another plan, and resting
// while nobody looks.
import { type Remote, releaseProxy, wrap } from 'comlink';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TrialCounts, TrialPlan } from './trials.ts';
import type { TrialService } from './trials-host.ts';

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
  #isLooping = false;
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
    this.#service?.[releaseProxy]();
    this.#worker?.terminate();
    this.#service = null;
    this.#worker = null;
    ++this.#generation;
  }

  /** Counts from the beginning, of something else; null for nothing. */
  begin(plan: TrialPlan | null): void {
    this.#plan = plan;
    this.counts = null;
    this.#step = FIRST_STEP;
    ++this.#generation;
    void this.#loop();
  }

  want(isWanted: boolean): void {
    this.isWanted = isWanted;
    this.#host.requestUpdate();
    void this.#loop();
  }

  setInSight(isInSight: boolean): void {
    this.#isInSight = isInSight;
    void this.#loop();
  }

  get #runs(): boolean {
    return this.isWanted && this.#isInSight && this.#plan !== null && !this.isOver;
  }

  async #loop(): Promise<void> {
    if (this.#isLooping) return;
    this.#isLooping = true;
    try {
      while (this.#runs && !this.failure) {
        const start = performance.now();
        const generation = this.#generation;
        const service = this.#connected();
        // The worker keeps its trials over a rest, but for those of another plan.
        if (generation !== this.#begun) {
          await service.begin(this.#plan as TrialPlan);
          this.#begun = generation;
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
      this.failure = error as Error;
      this.#host.requestUpdate();
    } finally {
      this.#isLooping = false;
    }
  }

  #connected(): Remote<TrialService> {
    if (this.#service) return this.#service;
    const worker = new Worker(new URL('./trials-host.ts', import.meta.url), { type: 'module' });
    // A worker that cannot start says so here alone.
    worker.addEventListener('error', (event) => {
      this.failure = new Error(event.message || 'the worker could not be started');
      this.#host.requestUpdate();
    });
    this.#worker = worker;
    this.#service = wrap<TrialService>(worker);
    this.#begun = -1;
    return this.#service;
  }
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}
