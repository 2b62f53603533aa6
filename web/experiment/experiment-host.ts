// The worker's side of an experiment on a large tensor: experiment() itself, on a core of its own.
import { load } from '../core/index.ts';
import { plainError, serve } from '../core/worker/serve.ts';
import { experiment, isResult } from './experiment.ts';
import { parseAny } from './large-input.ts';
import type { FieldErrors, Settings } from './settings.ts';

serve(async (settings: Settings) => plainOutcome(experiment(await load(), settings, 1, parseAny)));

function* plainOutcome(steps: ReturnType<typeof experiment>) {
  const outcome = yield* steps;
  return isResult(outcome) ? { ...outcome, errors: plain(outcome.errors) } : plain(outcome);
}

// An error of a field would lose its class on the way.
function plain(errors: FieldErrors) {
  return Object.fromEntries(
    Object.entries(errors).map(([field, error]) => [field, plainError(error)]),
  );
}
