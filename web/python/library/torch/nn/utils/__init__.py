"""`torch.nn.utils`."""

from . import rnn  # noqa: F401
from .clip_grad import clip_grad_norm, clip_grad_norm_, clip_grad_value_  # noqa: F401
from .convert_parameters import parameters_to_vector, vector_to_parameters  # noqa: F401


def __getattr__(name):
    from torch._absent import missing

    raise missing('torch.nn.utils', name)
