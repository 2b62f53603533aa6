// Keeps the results of the last experiments, so that no two parts of a page run the same one.
import type { FigureCore } from '../core/figure-core.ts';
import { isResult, type Result, run } from './experiment.ts';
import { type FieldErrors, SETTINGS, type Settings } from './settings.ts';

/** As many as a page shows at once, and some more to which an edit may return. */
const MOST = 8;

/** The newest first. Results with stand-ins are not kept. */
const recent: Result[] = [];

/** Returns what run() returns. */
export function runOrRecall(core: FigureCore, settings: Settings, calls = 1): Result | FieldErrors {
  const known = recent.findIndex((result) =>
    SETTINGS.every((name) => result.settings[name] === settings[name]),
  );
  const [result] = known < 0 ? [] : recent.splice(known, 1);
  const listed = Math.max(calls, result?.call ?? 1);
  const outcome = result && result.calls.length >= listed ? result : run(core, settings, calls);
  if (!isResult(outcome)) return outcome;
  if (Object.keys(outcome.errors).length === 0) recent.unshift(outcome);
  recent.length = Math.min(recent.length, MOST);
  return outcome.calls.length > listed
    ? { ...outcome, calls: outcome.calls.slice(0, listed) }
    : outcome;
}
