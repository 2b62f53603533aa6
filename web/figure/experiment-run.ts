// ExperimentRun: runs the experiment that an element shows. It works like Lit's Task: it takes arguments, a later
// run stops an earlier one, and it has a status and a value.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FigureCore } from '../core/figure-core.ts';
import type { WasmError } from '../core/index.ts';
import { CoreMissing, moreCoreFor } from '../experiment/core-source.ts';
import { isResult, type Result } from '../experiment/experiment.ts';
import { isForWorker, LARGE } from '../experiment/large-input.ts';
import { isCall } from '../experiment/read-settings.ts';
import { runOrRecall } from '../experiment/recent-results.ts';
import {
  DEFAULT_SETTINGS,
  type FieldErrors,
  SETTINGS,
  type Settings,
} from '../experiment/settings.ts';
import { runWithStandIns } from '../experiment/stand-ins.ts';
import { LargeRun, type Outcome } from './large-run.ts';

/**
 * - `initial`: nothing has been run
 * - `pending`: another value will come soon; until then the last one is shown
 * - `complete`: the value is that of the arguments, apart from fields with an error
 * - `error`: there is no value, and none will come
 */
export type Status = 'initial' | 'pending' | 'complete' | 'error';

/** Updates its host when the value changes, unless run() sets the value before it returns. */
export class ExperimentRun implements ReactiveController {
  /** The result to show, of the last settings that had one. */
  value: Result | null = null;
  /** The errors of fields for which something else stands in. */
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
  #isGoodLarge = false;
  /** The latest call that was shown since the seeding, for settings that differ only in the call. */
  #calls = { of: '', reached: 1 };
  /** The value that is shown as soon as that is possible. */
  #awaited: Result | null = null;
  /** Whether the settings need more than the core that is there. */
  #isCoreAwaited = false;

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

  /** The last settings without an error; the default ones before the first. */
  get valid(): Settings {
    return this.#good;
  }

  get status(): Status {
    if (this.large.isRunning || this.#awaited || this.#isCoreAwaited) return 'pending';
    if (this.value) return 'complete';
    return this.error ? 'error' : 'initial';
  }

  hostDisconnected(): void {
    this.large.disconnect();
  }

  /** Runs the settings. For a small tensor the value is there on return, unless `status` is pending. */
  run(core: FigureCore, settings: Settings): void {
    this.#args = [core, settings];
    const more = moreCoreFor(settings);
    this.#isCoreAwaited = more !== null;
    if (more) {
      this.#await(more);
      return;
    }
    const calls = this.#callsOf(settings);
    const outcome = runOrRecall(core, settings, calls);
    if (isForWorker(outcome)) {
      this.large.start(core, settings);
      return;
    }
    this.large.cancel();
    if (this.#isGoodLarge) this.#takeAlone(outcome);
    else this.#take(runWithStandIns(core, settings, this.#good, calls, outcome));
  }

  runAgain(): void {
    if (this.#args) this.run(...this.#args);
  }

  // The shown value stays until the core is there that the settings need.
  #await(more: Promise<unknown>): void {
    more.then(
      () => {
        this.runAgain();
        this.#host.requestUpdate();
      },
      // A core of two versions is reported as a core that could not be started.
      (failure: WasmError) =>
        this.#miss(failure.reason === 'version' ? failure : new CoreMissing(failure)),
    );
  }

  #miss(failure: Error): void {
    if (!this.#isCoreAwaited || !this.#args) return;
    this.#isCoreAwaited = false;
    if (!this.value) this.error = failure;
    const [, settings] = this.#args;
    const others = SETTINGS.filter((name) => settings[name] !== this.#good[name]);
    this.errors = Object.fromEntries(others.map((name) => [name, failure]));
    this.#host.requestUpdate();
  }

  #take(result: Result): void {
    this.errors = result.errors;
    this.#good = result.settings;
    this.#isGoodLarge = result.x.size > LARGE;
    const ready = this.#isReady(result);
    if (ready === true) {
      this.#show(result);
      return;
    }
    // The shown value stays until then, so that no figure is empty and nothing jumps.
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

  // A large tensor cannot stand in for a wrong one at once. So the shown value stays; if there is none yet, the
  // result of a small tensor is shown.
  #takeAlone(outcome: Outcome): void {
    if (!('failure' in outcome) && isResult(outcome)) {
      this.#take(outcome);
      return;
    }
    if (!this.value && this.#args) {
      const [core, settings] = this.#args;
      const { input } = this.#good;
      this.#take(runWithStandIns(core, { ...settings, input }, this.#good));
    }
    this.errors = 'failure' in outcome ? { input: outcome.failure } : outcome;
  }

  #callsOf({ call, ...others }: Settings): number {
    const of = JSON.stringify(others);
    const reached = of === this.#calls.of ? this.#calls.reached : 1;
    // Not for the text of an impossible call: 1e9 calls would take for ever.
    this.#calls = { of, reached: Math.max(reached, isCall(call) ? Number(call) : 1) };
    return this.#calls.reached;
  }
}
