"""Layers that see the size of their input at their first call, and are made then."""

import warnings

import torch

from ..parameter import UninitializedParameter
from . import batchnorm, conv, linear


def _lazy(base, size):
    """The class of layers that become a `base`. `size` is the name of what the input tells."""

    class Lazy(base):
        def __init__(self, *args, bias=True, **kwargs):
            warnings.warn(
                'Lazy modules are a new feature under heavy development '
                'so changes to the API or functionality can happen at any moment.'
            )
            self._make(*args, bias=bias, **kwargs)
            self._initialize_hook = self.register_forward_pre_hook(type(self)._initialize)

        def reset_parameters(self):
            if getattr(self, size):
                super().reset_parameters()

        def _initialize(self, inputs):
            setattr(self, size, inputs[0].shape[self._channels])
            for parameter, shape in self._shapes():
                parameter._materialize(shape)
            self.reset_parameters()
            self._initialize_hook.remove()
            del self._initialize_hook
            self.__class__ = base

    return Lazy


def _named(lazy, base):
    lazy.__name__ = lazy.__qualname__ = f'Lazy{base.__name__}'
    return lazy


class LazyLinear(_lazy(linear.Linear, 'in_features')):
    _channels = -1

    def _make(self, out_features, bias, **like):
        linear.Linear.__init__(self, 0, 0, bias=False)
        self.out_features = out_features
        self.weight = UninitializedParameter(**like)
        if bias:
            self.bias = UninitializedParameter(**like)

    def _shapes(self):
        yield self.weight, (self.out_features, self.in_features)
        if self.bias is not None:
            yield self.bias, (self.out_features,)


def _lazy_convolution(base):
    class Lazy(_lazy(base, 'in_channels')):
        _channels = 1

        def _make(self, out_channels, kernel_size, *args, bias, **kwargs):
            base.__init__(self, 0, 0, kernel_size, *args, bias=False, **kwargs)
            self.out_channels = out_channels
            self.weight = UninitializedParameter()
            if bias:
                self.bias = UninitializedParameter()

        def _shapes(self):
            channels = self.out_channels, self.in_channels // self.groups
            yield self.weight, (*channels, *self.kernel_size)
            if self.bias is not None:
                yield self.bias, (self.out_channels,)

    return _named(Lazy, base)


LazyConv1d, LazyConv2d = map(_lazy_convolution, (conv.Conv1d, conv.Conv2d))


def _lazy_norm(base):
    class Lazy(_lazy(base, 'num_features')):
        _channels = 1

        def _make(self, *args, bias, **kwargs):
            base.__init__(self, 0, *args, **kwargs)
            if self.affine:
                self.weight, self.bias = UninitializedParameter(), UninitializedParameter()

        def _shapes(self):
            shape = (self.num_features,)
            if self.track_running_stats:
                self.running_mean, self.running_var = torch.zeros(shape), torch.ones(shape)
            return [(each, shape) for each in (self.weight, self.bias) if each is not None]

    return _named(Lazy, base)


LazyBatchNorm1d, LazyBatchNorm2d = map(_lazy_norm, (batchnorm.BatchNorm1d, batchnorm.BatchNorm2d))
