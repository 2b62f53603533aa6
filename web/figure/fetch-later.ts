// Fetches the elements that small figures in posts show only when a reader asks for more: `reasons` are
// <dropout-draws> and <cell-derivation>, `more` the fields and texts around the figure.
import { importAgain } from '../loading/import-again.ts';

const LOADERS = {
  reasons: () => import('./reasons-define.ts'),
  more: () => import('./more-define.ts'),
} as const;

export type Later = keyof typeof LOADERS;

export const LATER = Object.keys(LOADERS) as Later[];

type State = 'missing' | 'there' | 'failed';

const states: Record<Later, State> = { reasons: 'missing', more: 'missing' };
const fetching: Partial<Record<Later, Promise<void>>> = {};

export function stateOf(later: Later): State {
  return states[later];
}

/** Resolves when they are there or could not be fetched, and never rejects. After a failure the next call tries again. */
export function fetchLater(later: Later): Promise<void> {
  fetching[later] ??= importAgain<unknown>(LOADERS[later]).then(
    () => {
      states[later] = 'there';
    },
    () => {
      states[later] = 'failed';
      delete fetching[later];
    },
  );
  return fetching[later];
}
