// The result of settings of which some are wrong: earlier right ones stand in for these.
import type { FigureCore } from '../core/figure-core.ts';
import { isResult, type Result } from './experiment.ts';
import { runOrRecall } from './recent-results.ts';
import type { FieldErrors, Settings } from './settings.ts';

/**
 * The result of the settings, with wrong fields replaced by those of `good`.
 *
 * @param good Settings without an error, of a small input.
 * @param calls As run() takes it.
 * @param first The outcome of the settings, where it is known.
 */
export function runWithStandIns(
  core: FigureCore,
  settings: Settings,
  good: Settings,
  calls = 1,
  first: Result | FieldErrors = runOrRecall(core, settings, calls),
): Result {
  const errors: FieldErrors = {};
  let tried = settings;
  for (let outcome = first; ; outcome = runOrRecall(core, tried, calls)) {
    if (isResult(outcome)) return { ...outcome, errors: { ...outcome.errors, ...errors } };
    const wrong = (Object.keys(outcome) as (keyof Settings)[]).filter(
      (field) => tried[field] !== good[field],
    );
    for (const field of Object.keys(outcome) as (keyof Settings)[]) {
      errors[field] ??= outcome[field] as Error;
    }
    // Each is right by itself, but not together with the others: then all good settings are taken.
    tried =
      wrong.length > 0
        ? { ...tried, ...Object.fromEntries(wrong.map((field) => [field, good[field]])) }
        : good;
  }
}
