"""Batch, layer, group and instance norm."""

import torch

from .. import functional as F
from ..parameter import Parameter
from .module import Module


class _NormBase(Module):
    """What normalises channels, and may keep running statistics of them."""

    def __init__(
        self, num_features, eps=1e-5, momentum=0.1, affine=True, track_running_stats=True, device=None, dtype=None
    ):
        super().__init__()
        like = {'device': device, 'dtype': dtype}
        self.num_features = num_features
        self.eps = eps
        self.momentum = momentum
        self.affine = affine
        self.track_running_stats = track_running_stats
        self.register_parameter('weight', Parameter(torch.ones(num_features, **like)) if affine else None)
        self.register_parameter('bias', Parameter(torch.zeros(num_features, **like)) if affine else None)
        kept = track_running_stats
        self.register_buffer('running_mean', torch.zeros(num_features, **like) if kept else None)
        self.register_buffer('running_var', torch.ones(num_features, **like) if kept else None)
        count = torch.tensor(0, dtype=torch.long, device=device) if kept else None
        self.register_buffer('num_batches_tracked', count)

    def reset_running_stats(self):
        if self.track_running_stats:
            self.running_mean.zero_()
            self.running_var.fill_(1)
            self.num_batches_tracked.zero_()

    def reset_parameters(self):
        self.reset_running_stats()
        if self.affine:
            with torch.no_grad():
                self.weight.fill_(1)
                self.bias.zero_()

    def _check_input_dim(self, input):
        if input.dim() not in self._dims:
            expected = ' or '.join(f'{dim}D' for dim in self._dims)
            raise ValueError(f'expected {expected} input (got {input.dim()}D input)')

    def extra_repr(self):
        return (
            f'{self.num_features}, eps={self.eps}, momentum={self.momentum}, '
            f'affine={self.affine}, track_running_stats={self.track_running_stats}'
        )


class _BatchNorm(_NormBase):
    def forward(self, input):
        self._check_input_dim(input)
        momentum = 0.0 if self.momentum is None else self.momentum
        if self.training and self.track_running_stats:
            self.num_batches_tracked.add_(1)
            if self.momentum is None:
                momentum = 1.0 / float(self.num_batches_tracked)
        by_batch = self.training or self.running_mean is None
        is_kept = not self.training or self.track_running_stats
        return F.batch_norm(
            input,
            self.running_mean if is_kept else None,
            self.running_var if is_kept else None,
            self.weight,
            self.bias,
            by_batch,
            momentum,
            self.eps,
        )


class BatchNorm1d(_BatchNorm):
    _dims = 2, 3


class BatchNorm2d(_BatchNorm):
    _dims = (4,)


class BatchNorm3d(_BatchNorm):
    _dims = (5,)


class _InstanceNorm(_NormBase):
    def __init__(
        self, num_features, eps=1e-5, momentum=0.1, affine=False, track_running_stats=False, device=None, dtype=None
    ):
        super().__init__(num_features, eps, momentum, affine, track_running_stats, device, dtype)

    def forward(self, input):
        self._check_input_dim(input)
        without_batch = input.dim() == self._dims[0]
        result = F.instance_norm(
            input.unsqueeze(0) if without_batch else input,
            self.running_mean,
            self.running_var,
            self.weight,
            self.bias,
            self.training or not self.track_running_stats,
            0.0 if self.momentum is None else self.momentum,
            self.eps,
        )
        return result.squeeze(0) if without_batch else result


class InstanceNorm1d(_InstanceNorm):
    _dims = 2, 3


class InstanceNorm2d(_InstanceNorm):
    _dims = 3, 4


class LayerNorm(Module):
    def __init__(self, normalized_shape, eps=1e-5, elementwise_affine=True, bias=True, device=None, dtype=None):
        super().__init__()
        shape = (normalized_shape,) if isinstance(normalized_shape, int) else tuple(normalized_shape)
        like = {'device': device, 'dtype': dtype}
        self.normalized_shape = shape
        self.eps = eps
        self.elementwise_affine = elementwise_affine
        self.register_parameter('weight', Parameter(torch.ones(shape, **like)) if elementwise_affine else None)
        has_bias = elementwise_affine and bias
        self.register_parameter('bias', Parameter(torch.zeros(shape, **like)) if has_bias else None)

    def reset_parameters(self):
        with torch.no_grad():
            if self.weight is not None:
                self.weight.fill_(1)
            if self.bias is not None:
                self.bias.zero_()

    def forward(self, input):
        return F.layer_norm(input, self.normalized_shape, self.weight, self.bias, self.eps)

    def extra_repr(self):
        return f'{self.normalized_shape}, eps={self.eps}, elementwise_affine={self.elementwise_affine}'


class GroupNorm(Module):
    def __init__(self, num_groups, num_channels, eps=1e-5, affine=True, device=None, dtype=None):
        super().__init__()
        if num_channels % num_groups != 0:
            raise ValueError('num_channels must be divisible by num_groups')
        like = {'device': device, 'dtype': dtype}
        self.num_groups = num_groups
        self.num_channels = num_channels
        self.eps = eps
        self.affine = affine
        self.register_parameter('weight', Parameter(torch.ones(num_channels, **like)) if affine else None)
        self.register_parameter('bias', Parameter(torch.zeros(num_channels, **like)) if affine else None)

    def forward(self, input):
        return F.group_norm(input, self.num_groups, self.weight, self.bias, self.eps)

    def extra_repr(self):
        return f'{self.num_groups}, {self.num_channels}, eps={self.eps}, affine={self.affine}'
