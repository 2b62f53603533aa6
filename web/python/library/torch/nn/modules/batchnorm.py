"""Batch norm, and what it has in common with instance norm."""

import torch

from .. import functional as F
from ..parameter import Parameter
from .module import Module


class _NormBase(Module):
    """What normalises channels, and may keep running statistics of them."""

    def __init__(
        self,
        num_features,
        eps=1e-5,
        momentum=0.1,
        affine=True,
        track_running_stats=True,
        device=None,
        dtype=None,
    ):
        super().__init__()
        like = {'device': device, 'dtype': dtype}
        self.num_features = num_features
        self.eps = eps
        self.momentum = momentum
        self.affine = affine
        self.track_running_stats = track_running_stats
        self.register_parameter(
            'weight', Parameter(torch.ones(num_features, **like)) if affine else None
        )
        self.register_parameter(
            'bias', Parameter(torch.zeros(num_features, **like)) if affine else None
        )
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
