// x.at(…): the views and the gather that PyTorch makes of `x[…]`.
import { call } from './call.ts';
import { Tensor } from './tensor.ts';
import { torchError } from './torch-error.ts';

/** Of one dimension, or of all those between (`'...'`). */
export type TensorIndex =
  | number
  | null
  | '...'
  | readonly [from: number | null, to: number | null, step?: number]
  | Tensor;

/** The view of x, or its gather if there is a tensor among the indices. */
export function read(x: Tensor, index: readonly TensorIndex[]): Tensor {
  const rank = x.ndim;
  const taken = index.reduce<number>((count, item) => count + dimensionsOf(item), 0);
  if (taken > rank) {
    throw torchError('IndexError', `too many indices for tensor of dimension ${rank}`);
  }
  let view = x;
  let dim = 0;
  const gathered: (Tensor | null)[] = [];
  for (const item of index) {
    if (item === '...') {
      dim += rank - taken;
    } else if (item === null) {
      dim++;
    } else if (typeof item === 'number') {
      view = call('m', 'select', [view, dim, item]) as Tensor;
    } else if (item instanceof Tensor) {
      while (gathered.length < dim) gathered.push(null);
      gathered.push(item);
      dim++;
    } else {
      const [from, to, step = 1] = item;
      view = call('f', 'slice', [view, dim, from, to, step]) as Tensor;
      dim++;
    }
  }
  if (gathered.length > 0) return call('m', 'index', [view, gathered]) as Tensor;
  return view === x ? (call('f', 'alias', [x]) as Tensor) : view;
}

function dimensionsOf(item: TensorIndex): number {
  if (item === '...') return 0;
  return item instanceof Tensor && item.dtype === 'bool' ? item.ndim : 1;
}
