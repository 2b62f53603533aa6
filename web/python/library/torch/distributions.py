"""`torch.distributions`: those that programs about dropout draw from."""

import math

import torch
from torch.nn import functional as F


class Distribution:
    """Has `batch_shape` distributions, each with one number."""

    def __init__(self, *parameters):
        tensors = [torch.as_tensor(each) for each in parameters]
        tensors = [each if each.dtype.is_floating_point else each.float() for each in tensors]
        self._parameters = torch.broadcast_tensors(*tensors)
        self.batch_shape = self._parameters[0].shape

    event_shape = torch.Size()

    def _extended(self, sample_shape):
        return torch.Size(sample_shape) + self.batch_shape

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            return self._draw(self._extended(sample_shape))

    def rsample(self, sample_shape=torch.Size()):
        raise NotImplementedError

    @property
    def stddev(self):
        return self.variance.sqrt()

    def __repr__(self):
        shown = (
            f'{name}: {value if value.numel() == 1 else value.size()}'
            for name, value in self._shown().items()
        )
        return f'{type(self).__name__}({", ".join(shown)})'


class _FromProbabilities(Distribution):
    """Given by `probs`, or by `logits`."""

    def __init__(self, probs=None, logits=None):
        if (probs is None) == (logits is None):
            raise ValueError('Either `probs` or `logits` must be specified, but not both.')
        self._is_logits = probs is None
        super().__init__(logits if probs is None else probs)
        self._given = self._parameters[0]

    def _shown(self):
        return {'logits' if self._is_logits else 'probs': self._given}


class Bernoulli(_FromProbabilities):
    @property
    def probs(self):
        return self._given.sigmoid() if self._is_logits else self._given

    @property
    def logits(self):
        return (
            self._given
            if self._is_logits
            else torch.logit(self._given, eps=torch.finfo(self._given.dtype).eps)
        )

    def _draw(self, shape):
        return torch.bernoulli(self.probs.expand(shape))

    @property
    def mean(self):
        return self.probs

    @property
    def variance(self):
        return self.probs * (1 - self.probs)

    def log_prob(self, value):
        logits, value = torch.broadcast_tensors(self.logits, value)
        return -F.binary_cross_entropy_with_logits(logits, value, reduction='none')

    def entropy(self):
        return F.binary_cross_entropy_with_logits(self.logits, self.probs, reduction='none')


class Categorical(_FromProbabilities):
    def __init__(self, probs=None, logits=None):
        super().__init__(probs, logits)
        self.batch_shape = self._given.shape[:-1]
        if self._is_logits:
            self._given = self._given - self._given.logsumexp(-1, keepdim=True)
        else:
            self._given = self._given / self._given.sum(-1, keepdim=True)

    @property
    def probs(self):
        return self._given.softmax(-1) if self._is_logits else self._given

    @property
    def logits(self):
        if self._is_logits:
            return self._given
        eps = torch.finfo(self._given.dtype).eps
        return self._given.clamp(min=eps, max=1 - eps).log()

    def _draw(self, shape):
        count = math.prod(shape) // max(1, math.prod(self.batch_shape))
        rows = self.probs.reshape(-1, self._given.shape[-1])
        return torch.multinomial(rows, count, True).T.reshape(shape)

    def log_prob(self, value):
        value = value.long().unsqueeze(-1)
        value, logits = torch.broadcast_tensors(value, self.logits)
        return logits.gather(-1, value[..., :1]).squeeze(-1)

    def entropy(self):
        return -(self.logits * self.probs).sum(-1)


class Normal(Distribution):
    def __init__(self, loc, scale):
        super().__init__(loc, scale)
        self.loc, self.scale = self._parameters

    def _shown(self):
        return {'loc': self.loc, 'scale': self.scale}

    def _draw(self, shape):
        return torch.normal(self.loc.expand(shape), self.scale.expand(shape))

    def rsample(self, sample_shape=torch.Size()):
        shape = self._extended(sample_shape)
        noise = torch.normal(
            torch.zeros(shape, dtype=self.loc.dtype), torch.ones(shape, dtype=self.loc.dtype)
        )
        return self.loc + noise * self.scale

    @property
    def mean(self):
        return self.loc

    @property
    def variance(self):
        return self.scale.pow(2)

    def log_prob(self, value):
        spread = -((value - self.loc) ** 2) / (2 * self.scale**2)
        return spread - self.scale.log() - math.log(math.sqrt(2 * math.pi))

    def entropy(self):
        return 0.5 + 0.5 * math.log(2 * math.pi) + torch.log(self.scale)


class Uniform(Distribution):
    def __init__(self, low, high):
        super().__init__(low, high)
        self.low, self.high = self._parameters

    def _shown(self):
        return {'low': self.low, 'high': self.high}

    def rsample(self, sample_shape=torch.Size()):
        return self.low + torch.rand(self._extended(sample_shape), dtype=self.low.dtype) * (
            self.high - self.low
        )

    def _draw(self, shape):
        return self.low + torch.rand(shape, dtype=self.low.dtype) * (self.high - self.low)

    @property
    def mean(self):
        return (self.high + self.low) / 2

    @property
    def variance(self):
        return (self.high - self.low).pow(2) / 12


def __getattr__(name):
    from torch._absent import missing

    raise missing('torch.distributions', name)
