"""Instance norm."""

from .. import functional as F
from .batchnorm import _NormBase


class _InstanceNorm(_NormBase):
    def __init__(
        self,
        num_features,
        eps=1e-5,
        momentum=0.1,
        affine=False,
        track_running_stats=False,
        device=None,
        dtype=None,
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


class InstanceNorm3d(_InstanceNorm):
    _dims = 4, 5
