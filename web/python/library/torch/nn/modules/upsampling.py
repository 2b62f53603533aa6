"""Larger pictures."""

from .. import functional as F
from .module import Module


class Upsample(Module):
    def __init__(self, size=None, scale_factor=None, mode='nearest', align_corners=None):
        super().__init__()
        self.size = size
        self.scale_factor = None if scale_factor is None else (
            tuple(map(float, scale_factor)) if isinstance(scale_factor, tuple) else float(scale_factor)
        )  # fmt: skip
        self.mode = mode
        self.align_corners = align_corners

    def forward(self, input):
        return F.interpolate(input, self.size, self.scale_factor, self.mode, self.align_corners)

    def extra_repr(self):
        size = f'size={self.size}' if self.scale_factor is None else f'scale_factor={self.scale_factor}'
        return f'{size}, mode={self.mode!r}'
