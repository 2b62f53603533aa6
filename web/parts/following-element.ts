// FollowingElement: what parts of the page share that need not keep step with the playground above.
import type { PropertyValues } from 'lit';
import type { FigureCore } from '../core/figure-core.ts';
import { InSight } from '../design/in-sight.ts';
import type { Result } from '../experiment/experiment.ts';
import type { Settings } from '../experiment/settings.ts';
import { ExperimentElement } from '../figure/experiment-element.ts';
import { ExperimentRun } from '../figure/experiment-run.ts';

/** Edits come many a second; what follows them can wait until they rest. */
const REST_MS = 150;

/**
 * Follows the experiment when its edits rest, while it is in sight; the first at once, so that it has
 * its size before it is in sight.
 */
export abstract class FollowingElement extends ExperimentElement {
  readonly #sight: InSight;
  #timer = 0;
  readonly #run = new ExperimentRun(this);

  /** @param margin So far outside of the window is in sight, too: `300px`. */
  constructor(margin: string) {
    super();
    this.#sight = new InSight(this, margin, (isInSight) => this.onSight(isInSight));
  }

  /** Whether there is something of an experiment on view. */
  protected abstract get isFilled(): boolean;

  /** Called with an experiment that may be the one on view. */
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

  /** When it comes in sight, and when it goes out of it. */
  protected onSight(isInSight: boolean): void {
    if (isInSight) this.followNow();
  }

  protected followNow(): void {
    const { core, settings } = this;
    if (core && (!this.isFilled || this.#sight.isInSight)) this.follow(core, settings);
  }

  /** Of what is right in the settings, which are of a small tensor, and was in those before. */
  protected resultOf(core: FigureCore, settings: Settings): Result {
    this.#run.run(core, settings);
    return this.#run.value as Result;
  }
}
