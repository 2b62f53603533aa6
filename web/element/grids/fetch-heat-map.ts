// Fetches <tensor-heat-map> for the first tensor with too many elements for cells: most readers never
// see one, and it would be a fifth of the figure.

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
  fetching ??= import('../heat-map-define.ts').then(
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
