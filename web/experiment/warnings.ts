// What PyTorch warns of when a layer is called: inputs that it reads otherwise than its users may mean.
import type { Engine, LayerName } from '../core/index.ts';
import { ENGINE_RECORDS } from '../core/records.ts';

/**
 * The texts of the warnings, in PyTorch's words and order; none for other frameworks.
 *
 * @param rank The number of dimensions of the input.
 *
 * Source: dropout2d and dropout3d in torch/nn/functional.py.
 */
export function warningsOf(engine: Engine, layer: LayerName, rank: number): string[] {
  return ENGINE_RECORDS[engine].framework === 'PyTorch' ? (WARNINGS[layer]?.(rank) ?? []) : [];
}

const WARNINGS: { [layer in LayerName]?: (rank: number) => string[] } = {
  Dropout2d: (rank) => {
    if (rank === 3) return [READ_AS_BATCH];
    return rank === 4 ? [] : [deprecated('dropout2d', rank, 2, '3D or 4D')];
  },
  Dropout3d: (rank) =>
    rank === 4 || rank === 5 ? [] : [deprecated('dropout3d', rank, 3, '4D or 5D')],
};

const READ_AS_BATCH =
  'dropout2d: Received a 3D input to dropout2d and assuming that channel-wise ' +
  '1D dropout behavior is desired - input is interpreted as shape (N, C, L), where C ' +
  'is the channel dim. This behavior will change in a future release to interpret the ' +
  'input as one without a batch dimension, i.e. shape (C, H, W). To maintain the 1D ' +
  'channel-wise dropout behavior, please switch to using dropout1d instead.';

function deprecated(name: string, rank: number, spatial: number, usual: string): string {
  return (
    `${name}: Received a ${rank}-D input to ${name}, which is deprecated ` +
    'and will result in an error in a future release. To retain the behavior ' +
    'and silence this warning, please use dropout instead. Note that ' +
    `${name} exists to provide channel-wise dropout on inputs with ${spatial} spatial dimensions, ` +
    `a channel dimension, and an optional batch dimension (i.e. ${usual} inputs).`
  );
}
