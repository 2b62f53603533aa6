"""Padding."""

from .. import functional as F
from .module import Module


class _Pad(Module):
    _spatial: int
    _mode = 'constant'

    def __init__(self, padding, value=None):
        super().__init__()
        self.padding = (
            tuple(padding)
            if isinstance(padding, (tuple, list))
            else (padding,) * (2 * self._spatial)
        )
        if value is not None:
            self.value = value

    def forward(self, input):
        return F.pad(input, self.padding, self._mode, getattr(self, 'value', None))

    def extra_repr(self):
        return (
            f'padding={self.padding}, value={self.value}'
            if hasattr(self, 'value')
            else f'{self.padding}'
        )


class ConstantPad1d(_Pad):
    _spatial = 1


class ConstantPad2d(_Pad):
    _spatial = 2


class ZeroPad2d(_Pad):
    _spatial = 2


class ReflectionPad2d(_Pad):
    _spatial = 2
    _mode = 'reflect'


class ReplicationPad2d(_Pad):
    _spatial = 2
    _mode = 'replicate'


class ReflectionPad1d(_Pad):
    _spatial = 1
    _mode = 'reflect'


class ReplicationPad1d(_Pad):
    _spatial = 1
    _mode = 'replicate'
