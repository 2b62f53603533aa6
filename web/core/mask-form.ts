// How a program draws a mask of dropout: as its framework's layer does, or by hand.

/** In the order of the module. */
const FORMS = ['layer', 'rand<keep', 'rand>p', 'binomial'] as const;

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
export type MaskForm = (typeof FORMS)[number];

/** The forms that the engines have of which there are several; the first is the default. */
export const FORMS_OF = {
  'torch-cpu': ['layer', 'rand<keep', 'rand>p'],
  'torch-cpu-mkl': ['layer', 'rand<keep', 'rand>p'],
  numpy: ['rand<keep', 'rand>p', 'binomial'],
  'numpy-pcg64': ['rand<keep', 'rand>p', 'binomial'],
} as const satisfies Record<string, readonly MaskForm[]>;

/** The forms of any engine, the default first. */
export function formsOf(engine: string): readonly MaskForm[] {
  return Object.hasOwn(FORMS_OF, engine) ? FORMS_OF[engine as keyof typeof FORMS_OF] : ['layer'];
}

/** Its place in the list of the module. */
export function formIndex(form: MaskForm): number {
  return FORMS.indexOf(form);
}
