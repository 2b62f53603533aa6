"""`np.random.default_rng`: PCG64, and the draws of NumPy's `Generator`: the same numbers, but normal ones may differ in
the last two of their sixteen digits.

Source: O'Neill 2014 (XSL-RR 128/64); numpy/random: bit_generator.pyx, _generator.pyx, src/distributions.
"""

import functools
import math
import secrets

import torch

from .array import ndarray, tensor_of
from .dtypes import float64
from .random import RandomState

_32, _64, _128 = ((1 << bits) - 1 for bits in (32, 64, 128))


def _seeded(seed):
    """The eight words of 32 bits that a SeedSequence makes of a seed."""
    words = [seed >> at & _32 for at in range(0, max(1, seed.bit_length()), 32)]
    constant = 0x43B0D7E5

    def hashed(word, factor=0x931E8875):
        nonlocal constant
        word ^= constant
        constant = constant * factor & _32
        word = word * constant & _32
        return word ^ word >> 16

    def mixed(x, y):
        result = (0xCA01F9DD * x - 0x4973F715 * y) & _32
        return result ^ result >> 16

    pool = [hashed(word) for word in (words + [0] * 4)[:4]]
    for source in range(4):
        for to in range(4):
            if source != to:
                pool[to] = mixed(pool[to], hashed(pool[source]))
    for word in words[4:]:
        pool = [mixed(each, hashed(word)) for each in pool]
    constant = 0x8B51F9DD
    return [hashed(pool[at % 4], 0x58F38DED) for at in range(8)]


@functools.cache
def _layers():
    """The layers of the normal distribution of which a draw takes one: below which words, by which factor, and heights."""
    edge, area, unit = 3.654152885361009, 0.00492867323397465524494, 2**52
    x, y = edge, math.exp(-0.5 * edge * edge)
    low, wide, height = [0] * 256, [0.0] * 256, [1.0] * 256
    low[0], wide[0] = int(edge * y / area * unit), area / y / unit
    wide[255], height[255] = edge / unit, y
    for at in range(254, 0, -1):
        inner = math.sqrt(-2.0 * math.log(area / x + y))
        low[at + 1] = int(inner / x * unit)
        x, y = inner, math.exp(-0.5 * inner * inner)
        wide[at], height[at] = x / unit, y
    return edge, low, wide, height


class Generator(RandomState):
    __module__ = 'numpy.random._generator'

    def __repr__(self):
        return f'Generator(PCG64) at 0x{id(self):X}'

    def __str__(self):
        return 'Generator(PCG64)'

    def seed(self, seed=None):
        words = _seeded(secrets.randbits(128) if seed is None else int(seed))
        state, increment = (
            words[at] << 64 | words[at + 1] << 96 | words[at + 2] | words[at + 3] << 32
            for at in (0, 4)
        )
        self._increment = (increment << 1 | 1) & _128
        self._state = self._increment
        self._state = self._next_state(self._state + state)
        self._half = None

    def _next_state(self, state):
        return (state * 0x2360ED051FC65DA44385DF649FCCF645 + self._increment) & _128

    def _word(self):
        self._state = self._next_state(self._state)
        turn, word = self._state >> 122, (self._state >> 64 ^ self._state) & _64
        return (word >> turn | word << (64 - turn)) & _64

    def _half_word(self):
        """The low half first; the other one is kept."""
        if self._half is not None:
            half, self._half = self._half, None
            return half
        word = self._word()
        self._half = word >> 32
        return word & _32

    def _uniform(self):
        return (self._word() >> 11) * 2.0**-53

    def _normal(self):
        edge, low, wide, height = _layers()
        while True:
            word = self._word()
            at, word = word & 0xFF, word >> 8
            distance = word >> 1 & (1 << 52) - 1
            x = distance * wide[at] * (-1 if word & 1 else 1)
            if distance < low[at]:
                return x
            if at > 0:
                if (height[at - 1] - height[at]) * self._uniform() + height[at] < math.exp(-0.5 * x * x):
                    return x
                continue
            while True:
                beyond, y = -math.log1p(-self._uniform()) / edge, -math.log1p(-self._uniform())
                if y + y > beyond * beyond:
                    return -(edge + beyond) if distance >> 8 & 1 else edge + beyond

    def _up_to(self, limit):
        """An integer from 0 to limit, by Lemire's method; what is shuffled goes by the older one."""
        if limit == 0:
            return 0
        draw, bits = (self._half_word, 32) if limit <= _32 else (self._word, 64)
        count = limit + 1
        if count == 1 << bits:
            return draw()
        product = draw() * count
        while product % (1 << bits) < ((1 << bits) - count) % count:
            product = draw() * count
        return product >> bits

    def random(self, size=None):
        return self._filled(lambda: float64(self._uniform()), size)

    def integers(self, low, high=None, size=None, dtype='int64', endpoint=False):
        low, high = (0, low) if high is None else (low, high)
        last = int(high) - (not endpoint)
        if low > last:
            raise ValueError('low >= high')
        return self._filled(lambda: int(low) + self._up_to(last - int(low)), size, dtype)

    def choice(self, a, size=None, replace=True, p=None):
        items = tensor_of(list(range(a)) if isinstance(a, int) else a)
        if p is not None:
            return super().choice(a, size, replace, p)
        if replace:
            at = self.integers(0, len(items), size)
            return items[at].item() if size is None else ndarray._over(items[at._tensor])
        count = 1 if size is None else math.prod((size,) if isinstance(size, int) else size)
        if count > len(items):
            raise ValueError('Cannot take a larger sample than population when replace is False')
        chosen = []
        for last in range(len(items) - count, len(items)):
            at = self._up_to(last)
            chosen.append(last if at in chosen else at)
        for at in range(count - 1, 0, -1):
            other = self._up_to(at)
            chosen[at], chosen[other] = chosen[other], chosen[at]
        if size is None:
            return items[chosen[0]].item()
        return ndarray._over(items[torch.tensor(chosen, dtype=torch.int64)].reshape(size))


def default_rng(seed=None):
    return seed if isinstance(seed, Generator) else Generator(seed)
