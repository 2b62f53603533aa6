// Fetches <tensor-heat-map> for the first tensor with too many elements for cells: most readers never
// see one, and it would be a fifth of the figure.
import { MOST_CELLS } from '../../experiment/figure.ts';
import { elementsIn } from '../../experiment/text-size.ts';

type State = 'missing' | 'there' | 'failed';

let state: State = 'missing';
let fetching: Promise<void> | null = null;

export function heatMapState(): State {
  return state;
}

/**
 * Settled when it is there, or does not come; asked once more, it tries again, where the
 * browser does (Firefox does not). Never rejected.
 */
export function fetchHeatMap(): Promise<void> {
  fetching ??= import('../large-tensor-define.ts').then(
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

/** The same as soon as there is the input's text, which tells how large it is before it is read. */
export async function fetchHeatMapFor(input: string): Promise<void> {
  if (state !== 'there' && elementsIn(input) > MOST_CELLS) await fetchHeatMap();
}
