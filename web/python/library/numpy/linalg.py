"""`np.linalg`: what programs beside PyTorch use of it."""

import torch as _torch

from .array import floating as _floating
from .array import given_back as _given_back
from .array import tensor_of as _tensor


def norm(x, ord=None, axis=None, keepdims=False):
    tensor = _floating(_tensor(x))
    power = 2 if ord in (None, 'fro') else ord
    dims = tuple(range(tensor.dim())) if axis is None else axis
    return _given_back(_torch.linalg.vector_norm(tensor, power, dims, keepdims))


def _of_matrix(name):
    def run(a, *others):
        operands = (_floating(_tensor(each)) for each in (a, *others))
        return _given_back(getattr(_torch.linalg, name)(*operands))

    run.__name__ = name
    return run


det, inv, solve = map(_of_matrix, ('det', 'inv', 'solve'))
