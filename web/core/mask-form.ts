// How a program draws a mask of dropout: as its framework's layer does, or by hand.

import type { Engine } from './engines.ts';
import { ENGINE_RECORDS, MASK_FORMS } from './records.ts';

/**
 * - `layer`: the framework's own, such as `nn.Dropout(p)`
 * - `rand<keep`: `torch.rand(x.shape) < 1 - p`, `np.random.rand(*x.shape) < keep_prob`; and, which draws
 *   the same, `torch.bernoulli(torch.full(x.shape, 1 - p))`
 * - `rand>p`: `torch.rand(x.shape) > p`, `torch.rand_like(x) > p`, `np.random.random(x.shape) > p`
 * - `binomial`: `np.random.binomial(1, 1 - p, x.shape)`, which draws as `rand<keep` for a p below 0.5,
 *   and as `rand>p` from there on
 *
 * All but the first are multiplied by x, and divided by 1 - p.
 */
export type MaskForm = (typeof MASK_FORMS)[number];

/** The forms that the engine has, the default first. */
export function formsOf(engine: Engine): readonly MaskForm[] {
  return ENGINE_RECORDS[engine].forms;
}

/** Its place in the list of the module. */
export function formIndex(form: MaskForm): number {
  return MASK_FORMS.indexOf(form);
}
