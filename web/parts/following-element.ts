// FollowingElement: the base of parts of the page that need not follow every edit of the playground above.
import type { PropertyValues } from 'lit';
import type { FigureCore } from '../core/figure-core.ts';
import { InSight } from '../design/in-sight.ts';
import type { Result } from '../experiment/experiment.ts';
import { isForWorker } from '../experiment/large-input.ts';
import { runOrRecall } from '../experiment/recent-results.ts';
import type { Settings } from '../experiment/settings.ts';
import { ExperimentElement } from '../figure/experiment-element.ts';
import { ExperimentRun } from '../figure/experiment-run.ts';

/** Milliseconds without an edit until parts follow, since a slider makes many edits a second. */
const REST_MS = 150;

/**
 * Follows the experiment after a pause in its edits, while the element is in sight. It shows the first one at once,
 * so that it has its size before it comes in sight.
 */
export abstract class FollowingElement extends ExperimentElement {
  readonly #sight: InSight;
  #timer = 0;
  readonly #run = new ExperimentRun(this);

  /** @param margin An element within this distance of the window counts as in sight: `300px`. */
  constructor(margin: string) {
    super();
    this.#sight = new InSight(this, margin, (isInSight) => this.onSight(isInSight));
  }

  /** Whether an experiment is shown. */
  protected abstract get isFilled(): boolean;

  /** Called with the experiment to show, which may be the shown one. */
  protected abstract follow(core: FigureCore, settings: Settings): void;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override updated(changed: PropertyValues): void {
    if (!this.isOtherExperiment(changed)) return;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.followNow(), this.isFilled ? REST_MS : 0);
  }

  /** Called when the element comes in sight and when it leaves. */
  protected onSight(isInSight: boolean): void {
    if (isInSight) this.followNow();
  }

  protected followNow(): void {
    const { core, settings } = this;
    if (core && (!this.isFilled || this.#sight.isInSight)) this.follow(core, settings);
  }

  /** Null for a large input, which the worker would have to compute. Earlier right settings stand in for wrong ones. */
  protected resultOf(core: FigureCore, settings: Settings): Result | null {
    if (isForWorker(runOrRecall(core, settings))) return null;
    this.#run.run(core, settings);
    return this.#run.value as Result;
  }
}
