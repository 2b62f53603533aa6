"""`torch.distributions`: those that programs about dropout draw from."""

import functools
import math
import sys

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

    def _require(self, name, valid, constraint):
        """Refuses a parameter in PyTorch's words unless all of it is valid."""
        value = getattr(self, name)
        if not valid.all():
            raise ValueError(
                f'Expected parameter {name} ({type(value).__name__} of shape {tuple(value.shape)}) '
                f'of distribution {self!r} to satisfy the constraint {constraint}, '
                f'but found invalid values:\n{value}'
            )

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
    """Given by `probs`, or by `logits`; the other one is computed when it is asked for, and is printed from then on."""

    def __init__(self, probs=None, logits=None):
        if (probs is None) == (logits is None):
            raise ValueError('Either `probs` or `logits` must be specified, but not both.')
        super().__init__(logits if probs is None else probs)
        (given,) = self._parameters
        if probs is None:
            self.logits = given
        else:
            self.probs = given

    @functools.cached_property
    def logits(self):
        eps = torch.finfo(self.probs.dtype).eps
        return self._logits_of(self.probs.clamp(min=eps, max=1 - eps))

    @property
    def _given(self):
        return vars(self).get('probs', vars(self).get('logits'))

    def _shown(self):
        return {name: vars(self)[name] for name in ('probs', 'logits') if name in vars(self)}


class Bernoulli(_FromProbabilities):
    def __init__(self, probs=None, logits=None, validate_args=None):
        super().__init__(probs, logits)
        if validate_args is not False and probs is not None:
            valid = (self.probs >= 0) & (self.probs <= 1)
            self._require('probs', valid, 'Interval(lower_bound=0.0, upper_bound=1.0)')

    @functools.cached_property
    def probs(self):
        return self.logits.sigmoid()

    def _logits_of(self, probs):
        return torch.log(probs) - torch.log1p(-probs)

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
    def __init__(self, probs=None, logits=None, validate_args=None):
        super().__init__(probs, logits)
        self.batch_shape = self._given.shape[:-1]
        if probs is None:
            self.logits = self.logits - self.logits.logsumexp(-1, keepdim=True)
        else:
            self.probs = self.probs / self.probs.sum(-1, keepdim=True)

    @functools.cached_property
    def probs(self):
        return self.logits.softmax(-1)

    def _logits_of(self, probs):
        return torch.log(probs)

    def _draw(self, shape):
        count = math.prod(shape) // max(1, math.prod(self.batch_shape))
        rows = self.probs.reshape(-1, self.probs.shape[-1])
        return torch.multinomial(rows, count, True).T.reshape(shape)

    def log_prob(self, value):
        value = value.long().unsqueeze(-1)
        value, logits = torch.broadcast_tensors(value, self.logits)
        return logits.gather(-1, value[..., :1]).squeeze(-1)

    def entropy(self):
        return -(self.logits * self.probs).sum(-1)


class Normal(Distribution):
    def __init__(self, loc, scale, validate_args=None):
        super().__init__(loc, scale)
        self.loc, self.scale = self._parameters
        if validate_args is not False:
            self._require('scale', self.scale > 0, 'GreaterThan(lower_bound=0.0)')

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
    def __init__(self, low, high, validate_args=None):
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


class Exponential(Distribution):
    def __init__(self, rate, validate_args=None):
        super().__init__(rate)
        (self.rate,) = self._parameters

    def _shown(self):
        return {'rate': self.rate}

    def rsample(self, sample_shape=torch.Size()):
        return self.rate.new_empty(self._extended(sample_shape)).exponential_() / self.rate

    def _draw(self, shape):
        return self.rate.new_empty(shape).exponential_() / self.rate

    @property
    def mean(self):
        return self.rate.reciprocal()

    @property
    def variance(self):
        return self.rate.pow(-2)

    def log_prob(self, value):
        return self.rate.log() - self.rate * value

    def entropy(self):
        return 1.0 - torch.log(self.rate)


def kl_divergence(p, q):
    """KL(p || q) of two distributions of one family."""
    if type(p) is not type(q) or type(p) not in _DIVERGENCES:
        raise NotImplementedError(f'No KL(p || q) is implemented for p type {type(p).__name__} and q type {type(q).__name__}')
    return _DIVERGENCES[type(p)](p, q)


def _of_normals(p, q):
    ratio = (p.scale / q.scale).pow(2)
    distance = ((p.loc - q.loc) / q.scale).pow(2)
    return 0.5 * (ratio + distance - 1 - ratio.log())


def _of_bernoullis(p, q):
    ones = p.probs * (F.softplus(-q.logits) - F.softplus(-p.logits))
    return ones + (1 - p.probs) * (F.softplus(q.logits) - F.softplus(p.logits))


def _of_categoricals(p, q):
    return (p.probs * (p.logits - q.logits)).sum(-1)


_DIVERGENCES = {Normal: _of_normals, Bernoulli: _of_bernoullis, Categorical: _of_categoricals}


# Where PyTorch has each, as `from torch.distributions.normal import Normal`.
for _name in ('bernoulli', 'categorical', 'distribution', 'exponential', 'kl', 'normal', 'uniform'):
    globals()[_name] = sys.modules[f'{__name__}.{_name}'] = sys.modules[__name__]


def __getattr__(name):
    from torch._absent import missing

    raise missing('torch.distributions', name)
