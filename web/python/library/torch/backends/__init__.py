"""Switches of PyTorch's libraries: they choose among kernels, of which there is one each here, so they change nothing."""

from . import cudnn, mps  # noqa: F401
