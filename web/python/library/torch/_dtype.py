"""`torch.dtype`, the types there are, and their limits."""

from . import _C


class dtype:
    """An element type. There is one object of each, so that `is` compares them."""

    __module__ = 'torch'
    __slots__ = ('name', 'itemsize', 'is_floating_point')
    is_complex = False

    def __init__(self, name, itemsize, is_floating_point=False):
        self.name = name
        self.itemsize = itemsize
        self.is_floating_point = is_floating_point

    @property
    def is_signed(self):
        return self.name not in ('uint8', 'bool')

    def __repr__(self):
        return f'torch.{self.name}'

    def __reduce__(self):
        return named, (self.name,)


_ALL = [
    dtype('float32', 4, is_floating_point=True),
    dtype('float64', 8, is_floating_point=True),
    dtype('int64', 8),
    dtype('int32', 4),
    dtype('int16', 2),
    dtype('int8', 1),
    dtype('uint8', 1),
    dtype('bool', 1),
]
_ALIASES = {
    'float': 'float32',
    'double': 'float64',
    'long': 'int64',
    'int': 'int32',
    'short': 'int16',
}
BY_NAME = {each.name: each for each in _ALL}
BY_NAME |= {alias: BY_NAME[name] for alias, name in _ALIASES.items()}

# `x.type()` and the classes `torch.FloatTensor`, `torch.LongTensor`, …
LEGACY_NAMES = {
    'float32': 'Float',
    'float64': 'Double',
    'int64': 'Long',
    'int32': 'Int',
    'int16': 'Short',
    'int8': 'Char',
    'uint8': 'Byte',
    'bool': 'Bool',
}


def named(name):
    return BY_NAME[name]


def get_default_dtype():
    return BY_NAME[_C.default_dtype()]


def set_default_dtype(d):
    if not isinstance(d, dtype):
        raise TypeError(f'invalid dtype object: {d!r} is no torch.dtype')
    if not d.is_floating_point:
        raise TypeError('only floating-point types are supported as the default type')
    _C.set_default_dtype(d.name)


class finfo:
    """The limits of a floating-point type, as `torch.finfo(torch.float32).eps`."""

    def __init__(self, type=None):
        self._type = type or get_default_dtype()
        if not self._type.is_floating_point:
            raise TypeError(
                "torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'"
            )
        digits, exponent, self.resolution = (
            (24, 128, 1e-6) if self._type.itemsize == 4 else (53, 1024, 1e-15)
        )
        self.bits = self._type.itemsize * 8
        self.dtype = self._type.name
        self.eps = 2.0 ** (1 - digits)
        self.max = (2.0 - self.eps) * 2.0 ** (exponent - 1)
        self.min = -self.max
        self.tiny = self.smallest_normal = 2.0 ** (2 - exponent)

    def __repr__(self):
        names = 'resolution', 'min', 'max', 'eps', 'smallest_normal', 'tiny'
        return f'finfo({", ".join(f"{name}={getattr(self, name):g}" for name in names)}, dtype={self.dtype})'


class iinfo:
    """The limits of an integer type, as `torch.iinfo(torch.int64).max`."""

    def __init__(self, type):
        if type.is_floating_point or type.name == 'bool':
            raise TypeError(
                "torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'"
            )
        self.bits = type.itemsize * 8
        self.dtype = type.name
        self.max = 2 ** (self.bits - type.is_signed) - 1
        self.min = -self.max - 1 if type.is_signed else 0

    def __repr__(self):
        return f'iinfo(min={self.min:g}, max={self.max:g}, dtype={self.dtype})'
