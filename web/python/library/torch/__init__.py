"""PyTorch's Python side, for the programs of the playground: thin over the core, laid out as PyTorch's own."""

import math as _math

from . import _C
from ._absent import missing as _missing
from ._creation import LEGACY_CLASSES as _LEGACY_CLASSES
from ._creation import as_tensor, broadcast_shapes, from_numpy, is_tensor, tensor
from ._device import device
from ._dtype import BY_NAME as _DTYPES
from ._dtype import dtype, finfo, get_default_dtype, iinfo, set_default_dtype
from ._size import Size
from ._tensor import Tensor
from ._tensor import function as _function
from ._tensor import operation as _operation
from ._tensor_str import set_printoptions
from .random import (
    Generator,
    default_generator,
    get_rng_state,
    initial_seed,
    manual_seed,
    seed,
    set_rng_state,
)
from .serialization import load, save
from .version import __version__

# Operations come first: what Python says itself replaces them.
globals().update(
    {name: _operation(name, _function, name) for name in _C.functions()} | _DTYPES | _LEGACY_CLASSES
)

from .functional import *  # noqa: E402, F403
from . import functional  # noqa: E402, F401

inf, nan, pi, e = _math.inf, _math.nan, _math.pi, _math.e


class layout:
    def __repr__(self):
        return 'torch.strided'


class memory_format:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return f'torch.{self._name}'


strided = layout()
contiguous_format, preserve_format = memory_format('contiguous_format'), memory_format(
    'preserve_format'
)


def is_grad_enabled():
    return _C.is_grad_enabled()


def set_default_tensor_type(t):
    """Of the class, or of its name: torch.DoubleTensor, 'torch.DoubleTensor'."""
    if isinstance(t, str):
        t = _LEGACY_CLASSES[t.rpartition('.')[2]]
    set_default_dtype(t.dtype)


_threads = 1


def get_num_threads():
    return _threads


def set_num_threads(int):
    """Is remembered. All is computed by one thread, in one order."""
    global _threads
    _threads = int


_deterministic = False


def use_deterministic_algorithms(mode, *, warn_only=False):
    """Is remembered. There are no others here."""
    global _deterministic
    _deterministic = mode


def are_deterministic_algorithms_enabled():
    return _deterministic


def set_float32_matmul_precision(precision):
    """Changes nothing: float32 is multiplied as float32."""


from . import autograd, backends, cuda, linalg, random, return_types  # noqa: E402
from .autograd import enable_grad, inference_mode, no_grad, set_grad_enabled  # noqa: E402

from . import distributions, nn, optim, utils  # noqa: E402  they stand on all of the above


def __getattr__(name):
    raise _missing('torch', name)


import playground_state as _state  # noqa: E402

_state.keep('torch')
