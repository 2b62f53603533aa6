// Fetches <tensor-heat-map> for the first tensor with too many elements for cells. Most readers never see one,
// and its code would be a fifth of the figure's.
import { MOST_CELLS } from '../../experiment/most-cells.ts';
import { looksOf } from '../../experiment/shape-in-text.ts';
import { importAgain } from '../../loading/import-again.ts';

type State = 'missing' | 'there' | 'failed';

let state: State = 'missing';
let fetching: Promise<void> | null = null;

export function heatMapState(): State {
  return state;
}

/** Resolves when the element is there or could not be fetched, and never rejects. After a failure the next call tries again. */
export function fetchHeatMap(): Promise<void> {
  fetching ??= importAgain(() => import('../large-tensor-define.ts')).then(
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

/** Fetches it if the input's text looks large, which is known sooner than the tensor. */
export async function fetchHeatMapFor(input: string): Promise<void> {
  if (state === 'there') return;
  const size = looksOf(input).shape.reduce((product, extent) => product * extent, 1);
  if (size > MOST_CELLS) await fetchHeatMap();
}
