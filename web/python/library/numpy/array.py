"""`np.ndarray`: NumPy's rules for types and NumPy's print, over a tensor of the core."""

import torch

from .dtypes import dtype as DType
from .printing import text


def tensor_of(value, dtype=None):
    """The tensor of an array, or of numbers nested in lists, with NumPy's types."""
    if isinstance(value, ndarray):
        made = value._tensor
    elif isinstance(value, torch.Tensor):
        made = value.detach()
    elif isinstance(value, (list, tuple)) and any(
        isinstance(each, (ndarray, torch.Tensor)) for each in value
    ):
        made = torch.stack([tensor_of(each) for each in value])
    else:
        made = torch.tensor(value if hasattr(value, '__len__') else _number(value))
        # torch.tensor takes floats for float32, NumPy for float64; what was rounded is read anew.
        if made.dtype == torch.float32 and getattr(value, 'dtype', None) != 'float32':
            made = torch.tensor(value, dtype=torch.float64)
    return made if dtype is None else made.to(DType(dtype).of_torch)


def _number(value):
    return list(value) if hasattr(value, '__iter__') else value


def given_back(tensor):
    """An array, or a scalar where NumPy gives one."""
    if tensor.dim() == 0:
        return DType(tensor.dtype).type(tensor.item())
    return ndarray._over(tensor)


def floating(tensor):
    """What NumPy computes roots and means of: integers as float64."""
    return tensor if tensor.dtype.is_floating_point else tensor.double()


def _pair(left, right):
    """Two operands in one type. A number of Python takes the array's type, if it is of its kind."""
    a, b = (tensor_of(each) for each in (left, right))
    for one, other, was in ((0, 1, left), (1, 0, right)):
        if not hasattr(was, 'dtype') and isinstance(was, (int, float)):
            pair = [a, b]
            if pair[other].dtype.is_floating_point or not pair[one].dtype.is_floating_point:
                pair[one] = (
                    pair[one].to(pair[other].dtype)
                    if pair[other].dtype != torch.bool
                    else pair[one]
                )
            a, b = pair
    if a.dtype != b.dtype:
        wide = torch.promote_types(a.dtype, b.dtype)
        if wide == torch.float32 and not (a.dtype.is_floating_point and b.dtype.is_floating_point):
            wide = torch.float64
        a, b = a.to(wide), b.to(wide)
    return a, b


def _index(index):
    if isinstance(index, tuple):
        return tuple(map(_index, index))
    return index._tensor if isinstance(index, ndarray) else index


class ndarray:
    __module__ = 'numpy'
    __array_priority__ = 1

    def __getattr__(self, name):
        raise AttributeError(f"'numpy.ndarray' object has no attribute {name!r}")

    @classmethod
    def _over(cls, tensor):
        made = object.__new__(cls)
        made._tensor = tensor.detach()
        return made

    @property
    def shape(self):
        return tuple(self._tensor.shape)

    @property
    def dtype(self):
        return DType(self._tensor.dtype)

    @property
    def ndim(self):
        return self._tensor.dim()

    @property
    def size(self):
        return self._tensor.numel()

    @property
    def T(self):
        return ndarray._over(self._tensor.permute(*reversed(range(self.ndim))))

    def __len__(self):
        return len(self._tensor)

    def __iter__(self):
        return (self[at] for at in range(len(self)))

    def __bool__(self):
        if self.size != 1:
            raise ValueError(
                'The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()'
            )
        return bool(self._tensor.item())

    def __float__(self):
        return float(self.item())

    def __int__(self):
        return int(self.item())

    def __contains__(self, value):
        return bool((self == value).any())

    def __getitem__(self, index):
        if isinstance(index, slice) and index.step is not None and index.step < 0:
            at = list(range(*index.indices(len(self))))
            return ndarray._over(self._tensor[torch.tensor(at, dtype=torch.int64)])
        return given_back(self._tensor[_index(index)])

    def __setitem__(self, index, value):
        self._tensor[_index(index)] = value if isinstance(value, (int, float)) else tensor_of(value)

    def __str__(self):
        return text(self.tolist(), self.shape, self.dtype.name, '', ' ')

    def __repr__(self):
        known = 'float64', 'int64', 'bool'
        suffix = '' if self.dtype.name in known and self.size else f', dtype={self.dtype.name}'
        body = text(self.tolist(), self.shape, self.dtype.name, ' ' * len('array('), ', ')
        return f'array({body}{suffix})'

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        raise TypeError("unhashable type: 'numpy.ndarray'")

    def item(self, *at):
        return self._tensor[at].item() if at else self._tensor.item()

    def tolist(self):
        return self._tensor.tolist()

    def astype(self, dtype, copy=True):
        return ndarray._over(self._tensor.to(DType(dtype).of_torch, copy=True))

    def copy(self):
        return ndarray._over(self._tensor.clone())

    def reshape(self, *shape):
        shape = shape[0] if len(shape) == 1 and isinstance(shape[0], (tuple, list)) else shape
        return ndarray._over(self._tensor.reshape(tuple(shape)))

    def transpose(self, *axes):
        axes = axes[0] if len(axes) == 1 and isinstance(axes[0], (tuple, list)) else axes
        return ndarray._over(self._tensor.permute(*axes)) if axes else self.T

    def flatten(self):
        return ndarray._over(self._tensor.flatten().clone())

    def ravel(self):
        return ndarray._over(self._tensor.flatten())

    def squeeze(self, axis=None):
        return ndarray._over(self._tensor.squeeze() if axis is None else self._tensor.squeeze(axis))

    def fill(self, value):
        self._tensor.fill_(value)

    def sort(self, axis=-1):
        self._tensor.copy_(self._tensor.sort(axis)[0])

    def __deepcopy__(self, memo):
        return self.copy()


def _operator(compute, is_reflected=False):
    def run(self, other):
        if not isinstance(other, (ndarray, torch.Tensor, int, float, list, tuple)):
            return NotImplemented
        a, b = _pair(self, other)
        return given_back(compute(b, a) if is_reflected else compute(a, b))

    return run


def _in_place(compute):
    def run(self, other):
        self._tensor.copy_(compute(*_pair(self, other)))
        return self

    return run


def _divide(a, b):
    return floating(a) / floating(b)


OPERATORS = {
    'add': torch.add,
    'sub': torch.sub,
    'mul': torch.mul,
    'truediv': _divide,
    'floordiv': torch.floor_divide,
    'mod': torch.remainder,
    'pow': torch.pow,
    'matmul': torch.matmul,
    'and': torch.bitwise_and,
    'or': torch.bitwise_or,
    'xor': torch.bitwise_xor,
}
COMPARISONS = {
    'eq': torch.eq,
    'ne': torch.ne,
    'lt': torch.lt,
    'le': torch.le,
    'gt': torch.gt,
    'ge': torch.ge,
}
for _name, _compute in (OPERATORS | COMPARISONS).items():
    setattr(ndarray, f'__{_name}__', _operator(_compute))
for _name, _compute in OPERATORS.items():
    setattr(ndarray, f'__r{_name}__', _operator(_compute, is_reflected=True))
    setattr(ndarray, f'__i{_name}__', _in_place(_compute))
ndarray.__neg__ = lambda self: ndarray._over(-self._tensor)
ndarray.__abs__ = lambda self: ndarray._over(self._tensor.abs())
ndarray.__invert__ = lambda self: ndarray._over(~self._tensor)


def reduced(name, needs_floating=False):
    """A sum of some kind, over all or along an axis: function and method alike."""

    def run(a, axis=None, keepdims=False, **kwargs):
        tensor = tensor_of(a, kwargs.pop('dtype', None))
        tensor = floating(tensor) if needs_floating else tensor
        if 'ddof' in kwargs or name in ('std', 'var'):
            dims = list(range(tensor.dim())) if axis is None else axis
            ddof = kwargs.pop('ddof', 0)
            count = 1
            for dim in dims if isinstance(dims, (list, tuple)) else [dims]:
                count *= tensor.shape[dim]
            spread = tensor - tensor.mean(dims, keepdim=True)
            result = (spread * spread).sum(dims, keepdim=keepdims) / (count - ddof)
            return given_back(result.sqrt() if name == 'std' else result)
        if kwargs:
            raise TypeError(f'{name}() got an unexpected keyword argument {next(iter(kwargs))!r}')
        if axis is None:
            result = getattr(tensor.flatten(), name)()
            return given_back(result.reshape((1,) * tensor.dim()) if keepdims else result)
        options = {'keepdim': True} if keepdims else {}
        if isinstance(axis, tuple) and name not in ('sum', 'mean', 'amax', 'amin'):
            raise NotImplementedError(f'{name} takes one axis here')
        return given_back(getattr(tensor, name)(axis, **options))

    return run


REDUCTIONS = {
    'sum': reduced('sum'),
    'prod': reduced('prod'),
    'mean': reduced('mean', needs_floating=True),
    'std': reduced('std', needs_floating=True),
    'var': reduced('var', needs_floating=True),
    'max': reduced('amax'),
    'min': reduced('amin'),
    'argmax': reduced('argmax'),
    'argmin': reduced('argmin'),
    'all': reduced('all'),
    'any': reduced('any'),
}
for _name, _function in REDUCTIONS.items():
    setattr(ndarray, _name, _function)
