// Fetches <dropout-draws> and <cell-derivation> for the first figure that shows them.
import { importAgain } from '../loading/import-again.ts';

let fetching: Promise<void> | null = null;

/** Resolves when they are there or could not be fetched, and never rejects. After a failure the next call tries again. */
export function fetchReasons(): Promise<void> {
  fetching ??= importAgain(() => import('./reasons-define.ts')).then(
    () => {},
    () => {
      fetching = null;
    },
  );
  return fetching;
}
