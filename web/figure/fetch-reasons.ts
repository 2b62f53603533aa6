// Fetches <dropout-draws> and <cell-derivation> for the first figure that shows them.
import { importAgain } from '../loading/import-again.ts';

type State = 'missing' | 'there' | 'failed';

let state: State = 'missing';
let fetching: Promise<void> | null = null;

export function reasonsState(): State {
  return state;
}

/** Resolves when they are there or could not be fetched, and never rejects. After a failure the next call tries again. */
export function fetchReasons(): Promise<void> {
  fetching ??= importAgain(() => import('./reasons-define.ts')).then(
    () => {
      state = 'there';
    },
    () => {
      state = 'failed';
      fetching = null;
    },
  );
  return fetching;
}
