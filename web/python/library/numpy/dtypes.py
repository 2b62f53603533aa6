"""NumPy's types: each is a class of scalars, as `np.float32(0.1)`, and a dtype, as `np.zeros(2, np.float32)`."""

import struct

import torch


class _Scalar:
    ndim, shape, size = 0, (), 1

    @property
    def dtype(self):
        return dtype(type(self))

    def item(self):
        return self._base(self)

    tolist = item

    def round(self, decimals=0):
        return type(self)(round(self * 10**decimals) / 10**decimals)

    def mean(self):
        return self

    sum = max = min = mean

    def astype(self, to):
        return dtype(to).type(self)


class float64(_Scalar, float):
    _base = float

    def __repr__(self):
        return float.__repr__(self)

    __str__ = __repr__


class float32(_Scalar, float):
    _base = float

    def __new__(cls, value=0.0):
        return float.__new__(cls, struct.unpack('f', struct.pack('f', float(value)))[0])

    def __repr__(self):
        return shortest(self)

    __str__ = __repr__

    def __format__(self, spec):
        return format(float(self), spec) if spec else str(self)


class int64(_Scalar, int):
    _base = int


class int32(_Scalar, int):
    _base = int


class int8(_Scalar, int):
    _base = int


class uint8(_Scalar, int):
    _base = int


def shortest(value):
    """The shortest digits that a float32 is read back from, as NumPy prints it."""
    for digits in range(1, 10):
        text = f'{value:.{digits}g}'
        if float32(text) == value or value != value:
            break
    return repr(float(text))


class dtype:
    """By class, name, or the type of Python that it stands for."""

    _PYTHON = {float: 'float64', int: 'int64', bool: 'bool'}
    _SHORT = {
        'float': 'float64',
        'int': 'int64',
        'f4': 'float32',
        'f8': 'float64',
        'i4': 'int32',
        'i8': 'int64',
    }

    def __init__(self, of):
        if isinstance(of, dtype):
            of = of.name
        elif isinstance(of, torch.dtype):
            of = of.name
        elif isinstance(of, type):
            of = self._PYTHON.get(of, of.__name__)
        self.name = self._SHORT.get(of, of)
        if self.name not in _TYPES:
            raise TypeError(f'data type {of!r} not understood')

    @property
    def type(self):
        return _TYPES[self.name]

    @property
    def of_torch(self):
        return getattr(torch, self.name)

    @property
    def kind(self):
        return 'b' if self.name == 'bool' else self.name[0]

    @property
    def itemsize(self):
        return self.of_torch.itemsize

    def __eq__(self, other):
        try:
            return self.name == dtype(other).name
        except TypeError:
            return False

    def __hash__(self):
        return hash(self.name)

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"dtype('{self.name}')"


for _type in (float64, float32, int64, int32, int8, uint8):
    _type.__module__ = 'numpy'  # As their repr has it.
_TYPES = {each.__name__: each for each in (float64, float32, int64, int32, int8, uint8)} | {
    'bool': bool
}
