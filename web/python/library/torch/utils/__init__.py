"""`torch.utils`."""

from . import checkpoint, data  # noqa: F401


def __getattr__(name):
    from torch._absent import missing

    raise missing('torch.utils', name)
