// ExperimentRun: the run of an experiment that an element shows. Its shape is that of Lit's Task: arguments,
// a run that a later one stops, and what it has come to.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FigureCore } from '../core/figure-core.ts';
import type { WasmError } from '../core/index.ts';
import { RestMissing } from '../core/rest-missing.ts';
import { isResult, type Result } from '../experiment/experiment.ts';
import { isCall } from '../experiment/read-settings.ts';
import { runOrRecall } from '../experiment/recent-results.ts';
import {
  DEFAULT_SETTINGS,
  type FieldErrors,
  SETTINGS,
  type Settings,
} from '../experiment/settings.ts';
import { runWithStandIns } from '../experiment/stand-ins.ts';
import { isLarge } from '../experiment/text-size.ts';
import { LargeRun, type Outcome } from './large-run.ts';

/**
 * - `initial`: nothing has been run
 * - `pending`: there is to be another value soon; until then the last one is shown
 * - `complete`: the value is that of the arguments, but for the fields with an error
 * - `error`: there is no value, and none will come
 */
export type Status = 'initial' | 'pending' | 'complete' | 'error';

/** Its host is updated when there is another value, but for one that run() has at once. */
export class ExperimentRun implements ReactiveController {
  /** What is to be shown: of the last settings that have come to something. */
  value: Result | null = null;
  /** Of the fields that something stands in for. */
  errors: FieldErrors = {};
  /** Why there is no value. */
  error: Error | null = null;
  /** How far the run of a large tensor is. */
  readonly large: LargeRun;

  readonly #host: ReactiveControllerHost;
  readonly #isReady: (result: Result) => Promise<void> | true;
  #args: readonly [core: FigureCore, settings: Settings] | null = null;
  /** The last settings without an error, which stand in for wrong ones. */
  #good: Settings = DEFAULT_SETTINGS;
  /** The latest call there was since the seeding, for these settings but the call. */
  #calls = { of: '', reached: 1 };
  /** The value that is to be shown as soon as it can be. */
  #awaited: Result | null = null;
  #isRestAwaited = false;

  /** @param isReady Whether a result can be shown, or when. */
  constructor(
    host: ReactiveControllerHost,
    isReady: (result: Result) => Promise<void> | true = () => true,
  ) {
    this.#host = host;
    this.#isReady = isReady;
    this.large = new LargeRun(host, (outcome) => this.#takeAlone(outcome));
    host.addController(this);
  }

  get status(): Status {
    if (this.large.isRunning || this.#awaited || this.#isRestAwaited) return 'pending';
    if (this.value) return 'complete';
    return this.error ? 'error' : 'initial';
  }

  hostDisconnected(): void {
    this.large.disconnect();
  }

  /** Of a small tensor the value is there when this returns, but for what `status` says is pending. */
  run(core: FigureCore, settings: Settings): void {
    this.#args = [core, settings];
    this.#attempt(() => {
      if (isLarge(settings)) {
        this.large.start(core, settings);
        return;
      }
      this.large.cancel();
      const calls = this.#callsOf(settings);
      if (isLarge(this.#good)) this.#takeAlone(runOrRecall(core, settings, calls));
      else this.#take(runWithStandIns(core, settings, this.#good, calls));
    });
  }

  runAgain(): void {
    if (this.#args) this.run(...this.#args);
  }

  // If it needs the rest of the core, what is shown stays until that is there, and all is run anew.
  #attempt(compute: () => void): void {
    try {
      compute();
      this.#isRestAwaited = false;
    } catch (error) {
      if (!(error instanceof RestMissing)) throw error;
      this.#isRestAwaited = true;
      error.rest.then(
        () => {
          this.runAgain();
          this.#host.requestUpdate();
        },
        // Of two versions one is told as of a whole core.
        (failure: WasmError) => this.#miss(failure.reason === 'version' ? failure : error),
      );
    }
  }

  #miss(failure: Error): void {
    if (!this.#isRestAwaited || !this.#args) return;
    this.#isRestAwaited = false;
    if (!this.value) this.error = failure;
    const [, settings] = this.#args;
    const others = SETTINGS.filter((name) => settings[name] !== this.#good[name]);
    this.errors = Object.fromEntries(others.map((name) => [name, failure]));
    this.#host.requestUpdate();
  }

  #take(result: Result): void {
    this.errors = result.errors;
    this.#good = result.settings;
    const ready = this.#isReady(result);
    if (ready === true) {
      this.#show(result);
      return;
    }
    // What is shown stays until then, so that no figure is empty and nothing jumps.
    this.#awaited = result;
    void ready.then(() => {
      if (this.#awaited !== result) return;
      this.#show(result);
      this.#host.requestUpdate();
    });
  }

  #show(result: Result): void {
    this.value = result;
    this.error = null;
    this.#awaited = null;
  }

  // A large tensor cannot stand in for a wrong one at once: what is shown stays, and where there is
  // nothing yet, what is no large tensor.
  #takeAlone(outcome: Outcome): void {
    if (!('failure' in outcome) && isResult(outcome)) {
      this.#take(outcome);
      return;
    }
    if (!this.value && this.#args) {
      const [core, settings] = this.#args;
      const { input } = this.#good;
      this.#attempt(() => this.#take(runWithStandIns(core, { ...settings, input }, this.#good)));
    }
    this.errors = 'failure' in outcome ? { input: outcome.failure } : outcome;
  }

  #callsOf({ call, ...others }: Settings): number {
    const of = JSON.stringify(others);
    const reached = of === this.#calls.of ? this.#calls.reached : 1;
    // Of a call that there is not none are made: 1e9 would take for ever.
    this.#calls = { of, reached: Math.max(reached, isCall(call) ? Number(call) : 1) };
    return this.#calls.reached;
  }
}
