// Trains two networks that differ in p alone, each in a worker, and keeps what there is to show of them. It plays only
// while its host is in sight.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nextTold } from '../../training/told-steps.ts';
import type {
  AnyTraining,
  LayerWeights,
  Moment,
  ScenarioName,
  Training,
  UnitView,
} from '../../training/training.ts';
import type { PlainExamples } from '../../training/worker/requests.ts';
import { type LiveTraining, TrainingWorker } from '../../training/worker/training-worker.ts';
import type { Course } from './losses-picture.ts';
import type { Unit } from './network-picture.ts';
import { truthOf } from './truth.ts';

/** How long a whole training is played. */
const DURATION_MS = 2000;
/** Of a training, what one picture may be ahead of the one before: slow machines play longer, not in leaps. */
const LEAP = 1 / 20;

/** One of the two. */
export interface Side {
  /** How it stands; null before it has begun. */
  readonly moment: Moment | null;
  readonly weights: readonly LayerWeights[];
  readonly course: Course;
  /** The unit that is pressed, and what it computes now. */
  readonly pressed: Unit | null;
  readonly unit: UnitView | null;
}

/** What both learn from, as it is drawn. */
export interface DrawnExamples extends PlainExamples {
  grid: Float32Array;
  truth: Float32Array;
}

class TrainedSide implements Side {
  moment: Moment | null = null;
  weights: readonly LayerWeights[] = [];
  course = emptyCourse();
  pressed: Unit | null = null;
  unit: UnitView | null = null;
  live: LiveTraining | null = null;
  readonly worker = new TrainingWorker();
  #asked = new AbortController();

  /** Steps taken of the training that has begun, which may not be shown yet. */
  get step(): number {
    return (this.live ?? this).moment?.step ?? 0;
  }

  /** Begins anew; what is shown stays until the new training is shown. */
  async begin(training: Training): Promise<LiveTraining> {
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    const { live } = this;
    this.live = null;
    // A training whose steps were stopped may still be ended: requests are answered in their order.
    if (live) void live.end().catch(() => {});
    const begun = await this.worker.begin(training, { signal });
    this.live = begun;
    return begun;
  }

  /** Looks at a unit from now on; null at none. */
  async press(unit: Unit | null): Promise<void> {
    this.pressed = unit;
    this.unit = await this.#look();
  }

  async #look(): Promise<UnitView | null> {
    const { live, pressed } = this;
    if (!live || !pressed) return null;
    return await live.unit(pressed.layer, pressed.unit, { signal: this.#asked.signal });
  }

  async advance(to: number): Promise<void> {
    const { live } = this;
    if (!live) return;
    const { signal } = this.#asked;
    const isNew = live.moment.step === 0;
    const moments = await live.advance(to, { signal });
    const weights = await live.weights({ signal });
    this.unit = await this.#look();
    if (isNew) this.course = emptyCourse();
    this.#show(moments, weights);
  }

  /** Shows it as it is before its first step. */
  async showBeginning(): Promise<void> {
    const { live } = this;
    if (!live) return;
    const weights = await live.weights({ signal: this.#asked.signal });
    this.course = emptyCourse();
    this.#show([live.moment], weights);
  }

  end(): void {
    this.#asked.abort();
    this.live = null;
    this.worker.terminate();
  }

  #show(moments: readonly Moment[], weights: readonly LayerWeights[]): void {
    const { steps, masked, training, validation } = this.course;
    for (const { step, losses } of moments) {
      steps.push(step);
      masked.push(losses.masked);
      training.push(losses.training);
      validation.push(losses.validation);
    }
    this.moment = moments.at(-1) ?? this.moment;
    this.weights = weights;
  }
}

/** Updates its host whenever there is something else to show. */
export class PairedRun implements ReactiveController {
  /** Why nothing can be trained. */
  failure: Error | null = null;
  /** Null before the first training has begun. */
  examples: DrawnExamples | null = null;
  /** What they are examples of. */
  scenario: ScenarioName = 'curve';
  /** Where a training ends. */
  steps = 1;
  /** Whether the reader wants it to go on. It does while it is also in sight. */
  isPlaying = false;

  readonly #host: ReactiveControllerHost;
  readonly #without = new TrainedSide();
  readonly #own = new TrainedSide();
  #training: Training | null = null;
  #isInSight = false;
  /** Fulfilled when both have begun, and there is something to take steps of. */
  #begun: Promise<void> = Promise.resolve();
  /** Tells the present loop, or training, from earlier ones, which end. */
  #present = Symbol();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get without(): Side {
    return this.#without;
  }

  get own(): Side {
    return this.#own;
  }

  /** Steps that both have taken. */
  get step(): number {
    return Math.min(this.#without.step, this.#own.step);
  }

  /** The reader's side, with the changes of p that came; null before it has begun. */
  get trained(): AnyTraining | null {
    return this.#own.live?.training ?? null;
  }

  get isOver(): boolean {
    return this.#own.moment !== null && this.step >= this.steps;
  }

  hostDisconnected(): void {
    this.#present = Symbol();
    this.isPlaying = false;
    this.#without.end();
    this.#own.end();
  }

  /** Begins other trainings and, unless they wait, plays them; where motion is unwanted, shows how they end. */
  begin(training: Training, { waits = false } = {}): void {
    this.#training = training;
    this.isPlaying = !waits;
    this.#begun = this.#begin(training);
    void this.#try(async (isPresent) => {
      await Promise.all([this.#without.showBeginning(), this.#own.showBeginning()]);
      await this.#play(isPresent);
    });
  }

  async #begin(training: Training): Promise<void> {
    const [begun] = await Promise.all([
      this.#without.begin({ ...training, p: 0 }),
      this.#own.begin(training),
    ]);
    if (this.#training !== training) return;
    this.steps = begun.steps;
    const { training: examples, grid } = begun.begun;
    this.examples = { ...examples, grid, truth: truthOf(training, grid) };
    this.scenario = training.scenario;
  }

  /** Goes on; from the beginning if it is over. */
  play(): void {
    if (!this.#training) return;
    if (this.isOver) {
      this.begin(this.#training);
      return;
    }
    this.isPlaying = true;
    void this.#try((isPresent) => this.#play(isPresent));
  }

  pause(): void {
    this.isPlaying = false;
    this.#host.requestUpdate();
  }

  /** One step of both, and no more. */
  takeStep(): void {
    if (!this.#training) return;
    this.isPlaying = false;
    void this.#try(async () => {
      if (!this.isOver) await this.#advance(this.step + 1);
    });
  }

  /** Another p for the reader's side: from the next step on if it goes on, else from the first. */
  setP(p: number): void {
    if (!this.#training) return;
    this.#training = { ...this.#training, p };
    if (!this.isOver && this.#own.live && this.step > 0) {
      this.#own.live.changeP(p);
      return;
    }
    if (!this.isOver) {
      this.begin(this.#training);
      return;
    }
    const training = this.#training;
    this.#begun = this.#own.begin(training).then(() => {});
    void this.#try(() => this.#own.advance(this.steps));
  }

  /** Presses a unit of a side, or lets go of it. */
  async press(side: Side, unit: Unit): Promise<void> {
    const { pressed } = side;
    const isPressed = pressed?.layer === unit.layer && pressed.unit === unit.unit;
    // Stopped, since something else is wanted now.
    await (side as TrainedSide).press(isPressed ? null : unit).catch(() => {});
    this.#host.requestUpdate();
  }

  setInSight(isInSight: boolean): void {
    this.#isInSight = isInSight;
    if (isInSight && this.isPlaying && this.#own.live) this.play();
  }

  async #play(isPresent: () => boolean): Promise<void> {
    if (this.isPlaying && matchMedia('(prefers-reduced-motion: reduce)').matches) {
      await this.#advance(this.steps);
      this.isPlaying = false;
      return;
    }
    const start = performance.now() - DURATION_MS * Math.sqrt(this.step / this.steps);
    while (isPresent() && this.isPlaying && this.#isInSight && !this.isOver) {
      const now = await new Promise(requestAnimationFrame);
      const share = (now - start) / DURATION_MS;
      // As the picture of the losses has it: what happens early takes its time.
      const leap = Math.max(this.step + this.steps * LEAP, nextTold(this.step));
      const wanted = Math.min(this.steps * share * share, leap);
      const step = wanted >= this.steps ? this.steps : lastTold(this.step, wanted);
      if (step <= this.step || !isPresent()) continue;
      await this.#advance(step);
      this.#host.requestUpdate();
    }
    if (isPresent() && this.isOver) this.isPlaying = false;
  }

  async #advance(to: number): Promise<void> {
    await Promise.all([this.#without.advance(to), this.#own.advance(to)]);
  }

  // Once both have begun; whatever was going on before ends.
  async #try(work: (isPresent: () => boolean) => Promise<void>): Promise<void> {
    const present = Symbol();
    this.#present = present;
    const isPresent = () => this.#present === present;
    this.failure = null;
    try {
      await this.#begun;
      if (isPresent()) await work(isPresent);
    } catch (error) {
      // Stopped, since something else is wanted now.
      if (isPresent()) this.failure = error as Error;
    }
    if (isPresent()) this.#host.requestUpdate();
  }
}

/** The last step up to this one of which is told, so that the same ones are shown on every machine. */
function lastTold(from: number, upTo: number): number {
  let step = from;
  for (let next = nextTold(step); next <= upTo; next = nextTold(step)) step = next;
  return step;
}

function emptyCourse(): Course {
  return { steps: [], masked: [], training: [], validation: [] };
}
