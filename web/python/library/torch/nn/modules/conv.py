"""Convolutions, and their transposes."""

import math

import torch

from .. import functional as F
from .. import init
from ..parameter import Parameter
from .module import Module


def _tuple(value, length):
    return tuple(value) if isinstance(value, (tuple, list)) else (value,) * length


class _ConvNd(Module):
    _spatial: int
    _is_transposed = False

    def __init__(
        self,
        in_channels,
        out_channels,
        kernel_size,
        stride=1,
        padding=0,
        dilation=1,
        groups=1,
        bias=True,
        padding_mode='zeros',
        device=None,
        dtype=None,
    ):
        super().__init__()
        if in_channels % groups != 0:
            raise ValueError('in_channels must be divisible by groups')
        if out_channels % groups != 0:
            raise ValueError('out_channels must be divisible by groups')
        if isinstance(padding, str):
            if padding not in ('same', 'valid'):
                raise ValueError(
                    f"Invalid padding string {padding!r}, should be one of {{'same', 'valid'}}"
                )
            if padding == 'same' and any(step != 1 for step in _tuple(stride, self._spatial)):
                raise ValueError("padding='same' is not supported for strided convolutions")
        if padding_mode not in ('zeros', 'reflect', 'replicate', 'circular'):
            raise ValueError(
                "padding_mode must be one of {'zeros', 'reflect', 'replicate', 'circular'}, "
                f"but got padding_mode='{padding_mode}'"
            )
        self.in_channels = in_channels
        self.out_channels = out_channels
        self.kernel_size = _tuple(kernel_size, self._spatial)
        self.stride = _tuple(stride, self._spatial)
        self.padding = padding if isinstance(padding, str) else _tuple(padding, self._spatial)
        self.dilation = _tuple(dilation, self._spatial)
        self.output_padding = (0,) * self._spatial
        self.groups = groups
        self.padding_mode = padding_mode
        channels = (
            (in_channels, out_channels // groups)
            if self._is_transposed
            else (out_channels, in_channels // groups)
        )
        self.weight = Parameter(
            torch.empty((*channels, *self.kernel_size), device=device, dtype=dtype)
        )
        self.register_parameter(
            'bias',
            Parameter(torch.empty(out_channels, device=device, dtype=dtype)) if bias else None,
        )
        self.reset_parameters()

    def reset_parameters(self):
        init.kaiming_uniform_(self.weight, a=math.sqrt(5))
        if self.bias is not None:
            fan_in, _ = init._calculate_fan_in_and_fan_out(self.weight)
            if fan_in != 0:
                bound = 1 / math.sqrt(fan_in)
                init.uniform_(self.bias, -bound, bound)

    def forward(self, input):
        padding = self.padding
        if self.padding_mode != 'zeros':
            input = F.pad(input, self._both_sides(), mode=self.padding_mode)
            padding = _tuple(0, self._spatial)
        convolve = getattr(F, f'conv{self._spatial}d')
        return convolve(
            input, self.weight, self.bias, self.stride, padding, self.dilation, self.groups
        )

    def _both_sides(self):
        """The padding as F.pad takes it: the last dimension first, before and after."""
        if self.padding == 'valid':
            return [0, 0] * self._spatial
        if self.padding == 'same':
            totals = [step * (size - 1) for step, size in zip(self.dilation, self.kernel_size)]
            return [side for total in reversed(totals) for side in (total // 2, total - total // 2)]
        return [amount for amount in reversed(self.padding) for _ in range(2)]

    def extra_repr(self):
        text = f'{self.in_channels}, {self.out_channels}, kernel_size={self.kernel_size}, stride={self.stride}'
        nothing, one = (0,) * self._spatial, (1,) * self._spatial
        if self.padding != nothing:
            text += f', padding={self.padding}'
        if self.dilation != one:
            text += f', dilation={self.dilation}'
        if self.output_padding != nothing:
            text += f', output_padding={self.output_padding}'
        if self.groups != 1:
            text += f', groups={self.groups}'
        if self.bias is None:
            text += ', bias=False'
        if self.padding_mode != 'zeros':
            text += f', padding_mode={self.padding_mode}'
        return text


class Conv1d(_ConvNd):
    _spatial = 1


class Conv2d(_ConvNd):
    _spatial = 2


class Conv3d(_ConvNd):
    _spatial = 3


class _ConvTransposeNd(_ConvNd):
    _is_transposed = True

    def __init__(
        self,
        in_channels,
        out_channels,
        kernel_size,
        stride=1,
        padding=0,
        output_padding=0,
        groups=1,
        bias=True,
        dilation=1,
        padding_mode='zeros',
        device=None,
        dtype=None,
    ):
        if padding_mode != 'zeros':
            raise ValueError(f'Only "zeros" padding mode is supported for {type(self).__name__}')
        super().__init__(
            in_channels,
            out_channels,
            kernel_size,
            stride,
            padding,
            dilation,
            groups,
            bias,
            padding_mode,
            device,
            dtype,
        )
        self.output_padding = _tuple(output_padding, self._spatial)

    def forward(self, input, output_size=None):
        padding = (
            self.output_padding if output_size is None else self._padding_for(input, output_size)
        )
        convolve = getattr(F, f'conv_transpose{self._spatial}d')
        return convolve(
            input,
            self.weight,
            self.bias,
            self.stride,
            self.padding,
            padding,
            self.groups,
            self.dilation,
        )

    def _padding_for(self, input, output_size):
        """What is missing from the least output to the one that is asked for."""
        sizes = zip(
            list(output_size)[-self._spatial :],
            input.shape[-self._spatial :],
            self.stride,
            self.padding,
            self.dilation,
            self.kernel_size,
        )
        return [
            wanted - ((size - 1) * stride - 2 * padding + dilation * (kernel - 1) + 1)
            for wanted, size, stride, padding, dilation, kernel in sizes
        ]


class ConvTranspose1d(_ConvTransposeNd):
    _spatial = 1


class ConvTranspose2d(_ConvTransposeNd):
    _spatial = 2
