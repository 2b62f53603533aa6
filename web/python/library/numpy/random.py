"""`np.random`, the legacy generator: Mersenne Twister words, and NumPy's draws from them, bit for bit."""

import math
import random as _python

import torch

from .array import ndarray, tensor_of
from .dtypes import float64


class RandomState:
    def __init__(self, seed=None):
        self.seed(seed)

    def seed(self, seed=None):
        # Python's generator is the same Mersenne Twister; NumPy only begins it otherwise.
        self._words = _python.Random()
        self._spare = None
        if seed is None:
            return
        if isinstance(seed, (list, tuple)):
            raise NotImplementedError('np.random.seed takes one number here')
        if not 0 <= seed < 2**32:
            raise ValueError('Seed must be between 0 and 2**32 - 1')
        state = [int(seed)]
        for at in range(1, 624):
            state.append((1812433253 * (state[-1] ^ state[-1] >> 30) + at) & 0xFFFFFFFF)
        self._words.setstate((3, (*state, 624), None))

    def _uniform(self):
        return self._words.random()

    def _half_word(self):
        return self._words.getrandbits(32)

    def _normal(self):
        """Marsaglia's polar method: normals come in pairs, and the second one is given first."""
        if self._spare is not None:
            spare, self._spare = self._spare, None
            return spare
        while True:
            x, y = 2.0 * self._uniform() - 1.0, 2.0 * self._uniform() - 1.0
            square = x * x + y * y
            if 0.0 < square < 1.0:
                scale = math.sqrt(-2.0 * math.log(square) / square)
                self._spare = scale * x
                return scale * y

    def _below(self, limit):
        """An integer from 0 to limit, by rejection."""
        if limit == 0:
            return 0
        mask = (1 << limit.bit_length()) - 1
        while True:
            word = self._half_word()
            if limit > 0xFFFFFFFF:
                word = word << 32 | self._half_word()
            if (word & mask) <= limit:
                return word & mask

    def _filled(self, draw, size, dtype='float64'):
        if size is None:
            return draw()
        size = (size,) if isinstance(size, int) else tuple(size)
        flat = [draw() for _ in range(math.prod(size))]
        return ndarray._over(tensor_of(flat or [0.0], dtype)[: len(flat)].reshape(size))

    def random_sample(self, size=None):
        return self._filled(lambda: float64(self._uniform()), size)

    random = sample = ranf = random_sample

    def rand(self, *size):
        return self.random_sample(size or None)

    def standard_normal(self, size=None):
        return self._filled(lambda: float64(self._normal()), size)

    def randn(self, *size):
        return self.standard_normal(size or None)

    def normal(self, loc=0.0, scale=1.0, size=None):
        return self._filled(lambda: float64(loc + scale * self._normal()), size)

    def uniform(self, low=0.0, high=1.0, size=None):
        return self._filled(lambda: float64(low + (high - low) * self._uniform()), size)

    def exponential(self, scale=1.0, size=None):
        return self._filled(lambda: float64(-math.log(1.0 - self._uniform()) * scale), size)

    def randint(self, low, high=None, size=None, dtype='int64'):
        low, high = (0, low) if high is None else (low, high)
        if low >= high:
            raise ValueError('low >= high')
        return self._filled(lambda: int(low) + self._below(int(high) - 1 - int(low)), size, dtype)

    def binomial(self, n, p, size=None):
        """By inversion, which NumPy takes for n·p of at most 30."""
        if not 0 <= p <= 1:
            raise ValueError('p < 0, p > 1 or p is NaN')
        if n * min(p, 1 - p) > 30.0:
            raise NotImplementedError('np.random.binomial is here for n * p of at most 30')
        return self._filled(
            lambda: n - self._binomial(n, 1 - p) if p > 0.5 else self._binomial(n, p), size, 'int64'
        )

    def _binomial(self, n, p):
        if n == 0 or p == 0.0:
            return 0
        q = 1.0 - p
        none = math.exp(n * math.log(q))
        bound = min(n, n * p + 10.0 * math.sqrt(n * p * q + 1))
        hits, chance, u = 0, none, self._uniform()
        while u > chance:
            hits += 1
            if hits > bound:
                hits, chance, u = 0, none, self._uniform()
            else:
                u -= chance
                chance = ((n - hits + 1) * p * chance) / (hits * q)
        return hits

    def shuffle(self, x):
        for at in range(len(x) - 1, 0, -1):
            other = self._below(at)
            if isinstance(x, ndarray):
                kept = x._tensor[at].clone()
                x._tensor[at] = x._tensor[other]
                x._tensor[other] = kept
            else:
                x[at], x[other] = x[other], x[at]

    def permutation(self, x):
        if isinstance(x, int):
            x = list(range(x))
        order = list(range(len(x)))
        self.shuffle(order)
        return ndarray._over(tensor_of(x)[torch.tensor(order, dtype=torch.int64)])

    def choice(self, a, size=None, replace=True, p=None):
        items = tensor_of(list(range(a)) if isinstance(a, int) else a)
        population = len(items)
        count = 1 if size is None else math.prod((size,) if isinstance(size, int) else size)
        if p is not None:
            at = self._weighted(tensor_of(p).tolist(), population, count, replace)
        elif replace:
            at = [self._below(population - 1) for _ in range(count)]
        else:
            if count > population:
                raise ValueError("Cannot take a larger sample than population when 'replace=False'")
            at = list(range(population))
            self.shuffle(at)
            at = at[:count]
        if size is None:
            return items[at[0]].item()
        return ndarray._over(items[torch.tensor(at, dtype=torch.int64)].reshape(size))

    def _weighted(self, p, population, count, replace):
        if len(p) != population:
            raise ValueError("'a' and 'p' must have same size")
        if abs(sum(p) - 1.0) > 1.5e-8:
            raise ValueError('probabilities do not sum to 1')
        if not replace:
            raise NotImplementedError('np.random.choice with p draws with replacement here')
        sums, total = [], 0.0
        for each in p:
            total += each
            sums.append(total)
        sums = [each / total for each in sums]
        return [sum(u >= each for each in sums) for u in (self._uniform() for _ in range(count))]


_default = RandomState()
for _name in (
    'seed random_sample random sample ranf rand standard_normal randn normal uniform exponential randint binomial '
    'shuffle permutation choice'
).split():
    globals()[_name] = getattr(_default, _name)


def __getattr__(name):
    if name in ('default_rng', 'Generator'):
        from . import generator

        return getattr(generator, name)
    raise AttributeError(f"module 'numpy.random' has no attribute '{name}'")
