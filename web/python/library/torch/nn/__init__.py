"""`torch.nn`: modules, and the functions that they are made of."""

from . import functional, init, modules, parameter, utils  # noqa: F401
from .modules import *  # noqa: F403
from .modules import Module  # noqa: F401
from .parameter import Parameter  # noqa: F401


class DataParallel(Module):
    """The module itself: there is one device at a time here."""

    def __init__(self, module, device_ids=None, output_device=None, dim=0):
        super().__init__()
        self.module = module

    def forward(self, *inputs, **kwargs):
        return self.module(*inputs, **kwargs)


def __getattr__(name):
    from torch._absent import missing

    raise missing('torch.nn', name)
