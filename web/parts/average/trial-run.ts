// Runs trials in a worker for an element that shows them. They start anew for another plan, and pause while the
// element is out of sight.
import { type Remote, releaseProxy, wrap } from 'comlink';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TrialCounts, TrialPlan } from '../../experiment/trials/trials.ts';
import type { TrialService } from '../../experiment/trials/trials-host.ts';

/** The time between two updates of the counts: quick enough to watch, slow enough to read. */
const STEP_MS = 100;

/** How long the worker computes in each step; the rest is left to other programs. */
const BUSY_MS = 80;

/** The first step is one call, later steps have ever more, so that readers see the charts converge. */
const FIRST_STEP = 1;
const GROWTH = 1.25;

/** After so many draws nobody can see a difference to the limit. */
const MOST_DRAWS = 1e10;

/** Updates its host whenever one of the fields changes. */
export class TrialRun implements ReactiveController {
  /** Null before the first step of a plan. */
  counts: TrialCounts | null = null;
  /** Whether the reader wants trials to run. They run if the element is also in sight. */
  isWanted = false;
  /** Why there is no worker. */
  failure: Error | null = null;

  readonly #host: ReactiveControllerHost;
  #worker: Worker | null = null;
  #service: Remote<TrialService> | null = null;
  #plan: TrialPlan | null = null;
  #isInSight = false;
  /** Identifies the loop that runs, so that an older loop knows that it has to end; null if none runs. */
  #loop: symbol | null = null;
  /** Counts the plans, so that a step of an older plan can be recognized. */
  #generation = 0;
  /** The generation of the plan that the worker has; -1 before the first. */
  #begun = -1;
  #step = FIRST_STEP;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether no more trials will follow. */
  get isOver(): boolean {
    return (this.counts?.draws ?? 0) >= MOST_DRAWS;
  }

  hostDisconnected(): void {
    this.#isInSight = false;
    this.#disconnect();
  }

  /** Starts counting anew, with another plan; null stops. */
  begin(plan: TrialPlan | null): void {
    // Tries to start the worker again, which may succeed by now.
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
        // After a pause the worker goes on with its trials, unless the plan is another one.
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
    // This event is the only sign of a worker that cannot start.
    worker.addEventListener('error', (event) => {
      if (this.#worker !== worker) return;
      this.#fail(new Error(event.message || 'the worker could not be started'));
    });
    this.#worker = worker;
    this.#service = wrap<TrialService>(worker);
    this.#begun = -1;
    return this.#service;
  }

  // The ended worker answers no more, so that the loop would wait for ever. Forgetting it lets it be collected.
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
