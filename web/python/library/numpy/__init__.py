"""The part of NumPy that programs beside PyTorch use, over the same core."""

import math as _math

import torch as _torch

from . import linalg, random  # noqa: F401
from .array import REDUCTIONS as _REDUCTIONS
from .array import floating as _floating
from .array import given_back as _given_back
from .array import ndarray
from .array import tensor_of as _tensor
from .dtypes import dtype, float32, float64, int8, int32, int64, uint8  # noqa: F401
from .printing import set_printoptions  # noqa: F401

__version__ = '1.26.4'
pi, e, inf, nan, newaxis = _math.pi, _math.e, _math.inf, _math.nan, None
bool_, float_, int_ = bool, float64, int64

globals().update(_REDUCTIONS)
amax, amin = _REDUCTIONS['max'], _REDUCTIONS['min']


def _elementwise(name, needs_floating=True):
    def run(x):
        tensor = _tensor(x)
        return _given_back(getattr(_torch, name)(_floating(tensor) if needs_floating else tensor))

    run.__name__ = name
    return run


for (
    _name
) in 'exp exp2 log log2 log10 log1p expm1 sqrt sin cos tan tanh sinh cosh floor ceil trunc deg2rad rad2deg'.split():
    globals()[_name] = _elementwise(_name)
rint = _elementwise('round')
arcsin, arccos, arctan = _elementwise('asin'), _elementwise('acos'), _elementwise('atan')
for _name in 'abs negative reciprocal sign square isnan isinf isfinite logical_not'.split():
    globals()[_name] = _elementwise(_name, needs_floating=False)
absolute = fabs = abs  # noqa: F821


def _binary(name):
    operate = getattr(ndarray, f'__{name}__')
    return lambda a, b: _given_back(_tensor(operate(ndarray._over(_tensor(a)), b)))


add, subtract, multiply, divide, power, mod, matmul = map(
    _binary, ('add', 'sub', 'mul', 'truediv', 'pow', 'mod', 'matmul')
)
true_divide = divide
equal, not_equal, less, less_equal, greater, greater_equal = map(
    _binary, ('eq', 'ne', 'lt', 'le', 'gt', 'ge')
)
logical_and, logical_or, logical_xor = map(_binary, ('and', 'or', 'xor'))


def maximum(a, b):
    return where(greater_equal(a, b), a, b)


def minimum(a, b):
    return where(less_equal(a, b), a, b)


def array(object, dtype=None, copy=True, ndmin=0):
    return ndarray._over(_tensor(object, dtype).clone())


def asarray(a, dtype=None):
    return a if isinstance(a, ndarray) and dtype is None else ndarray._over(_tensor(a, dtype))


def _type(dtype_, default):
    return dtype(default if dtype_ is None else dtype_).of_torch


def _sizes(shape):
    return (shape,) if isinstance(shape, int) else tuple(shape)


def zeros(shape, dtype=None):
    return ndarray._over(_torch.zeros(_sizes(shape), dtype=_type(dtype, float64)))


def ones(shape, dtype=None):
    return ndarray._over(_torch.ones(_sizes(shape), dtype=_type(dtype, float64)))


empty = zeros


def full(shape, fill_value, dtype=None):
    kind = _tensor(fill_value).dtype if dtype is None else _type(dtype, None)
    return ndarray._over(_torch.full(_sizes(shape), fill_value, dtype=kind))


def zeros_like(a, dtype=None):
    return zeros(asarray(a).shape, asarray(a).dtype if dtype is None else dtype)


empty_like = zeros_like


def ones_like(a, dtype=None):
    return ones(asarray(a).shape, asarray(a).dtype if dtype is None else dtype)


def full_like(a, fill_value, dtype=None):
    return full(asarray(a).shape, fill_value, asarray(a).dtype if dtype is None else dtype)


def eye(N, M=None, dtype=None):
    return ndarray._over(_torch.eye(N, N if M is None else M, dtype=_type(dtype, float64)))


identity = eye


def arange(start, stop=None, step=1, dtype=None):
    start, stop = (0, start) if stop is None else (start, stop)
    # As NumPy steps: by what the second element is more than the first.
    delta = (start + step) - start
    points = [start + at * delta for at in range(_math.ceil((stop - start) / step))]
    kind = float64 if isinstance(delta + stop, float) else int64
    return array(points, kind if dtype is None else dtype)


def linspace(start, stop, num=50, endpoint=True, dtype=None):
    parts = num - 1 if endpoint else num
    step = (stop - start) / parts if parts else 0.0
    points = [at * step + start for at in range(num)]
    if endpoint and num > 1:
        points[-1] = stop
    return array([float(point) for point in points], dtype or float64)


def where(condition, x=None, y=None):
    condition = _tensor(condition)
    if x is None:
        return tuple(ndarray._over(at) for at in condition.nonzero(as_tuple=True))
    a, b = asarray(x), asarray(y)
    sum_type = (
        (zeros(1, a.dtype) + zeros(1, b.dtype)).dtype
        if hasattr(x, 'dtype') == hasattr(y, 'dtype')
        else None
    )
    kind = sum_type or (a.dtype if hasattr(x, 'dtype') else b.dtype)
    return _given_back(_torch.where(condition.bool(), _tensor(a, kind), _tensor(b, kind)))


def reshape(a, shape):
    return asarray(a).reshape(shape)


def transpose(a, axes=None):
    return asarray(a).transpose(*(axes or ()))


def concatenate(arrays, axis=0):
    return ndarray._over(_torch.cat([_tensor(each) for each in arrays], axis))


def stack(arrays, axis=0):
    return ndarray._over(_torch.stack([_tensor(each) for each in arrays], axis))


def vstack(arrays):
    return ndarray._over(_torch.vstack([_tensor(each) for each in arrays]))


def hstack(arrays):
    return ndarray._over(_torch.hstack([_tensor(each) for each in arrays]))


def split(ary, sections, axis=0):
    if len(ary) % sections:
        raise ValueError('array split does not result in an equal division')
    return [ndarray._over(part) for part in _tensor(ary).chunk(sections, axis)]


def expand_dims(a, axis):
    return ndarray._over(_tensor(a).unsqueeze(axis))


def squeeze(a, axis=None):
    return asarray(a).squeeze(axis)


def repeat(a, repeats, axis=None):
    tensor = _tensor(a)
    return ndarray._over(
        (tensor.flatten() if axis is None else tensor).repeat_interleave(repeats, axis or 0)
    )


def tile(a, reps):
    return ndarray._over(_tensor(a).tile(_sizes(reps)))


def dot(a, b):
    a, b = asarray(a), asarray(b)
    return a @ b if a.ndim and b.ndim else a * b


def outer(a, b):
    return asarray(a).reshape(-1, 1) * asarray(b).reshape(1, -1)


def cumsum(a, axis=None):
    tensor = _tensor(a)
    return ndarray._over((tensor.flatten() if axis is None else tensor).cumsum(axis or 0))


def sort(a, axis=-1):
    return ndarray._over(_tensor(a).sort(axis)[0])


def argsort(a, axis=-1):
    return ndarray._over(_tensor(a).argsort(axis))


def unique(ar, return_counts=False):
    values, counts = _tensor(ar).unique(return_counts=True)
    return (
        (ndarray._over(values), ndarray._over(counts)) if return_counts else ndarray._over(values)
    )


def clip(a, a_min, a_max):
    return _given_back(_tensor(a).clamp(a_min, a_max))


def around(a, decimals=0):
    tensor = _tensor(a)
    if not tensor.dtype.is_floating_point:
        return _given_back(tensor)
    return _given_back((tensor * 10**decimals).round() / 10**decimals)


round = round_ = around


def median(a, axis=None):
    """The middle one, or the mean of the two in the middle."""
    tensor = _floating(_tensor(a))
    tensor = (tensor.flatten() if axis is None else tensor.movedim(axis, -1)).sort(-1)[0]
    size = tensor.shape[-1]
    return _given_back((tensor[..., (size - 1) // 2] + tensor[..., size // 2]) / 2)


def percentile(a, q, axis=None):
    tensor = _floating(_tensor(a))
    q = _tensor(q).double() / 100
    return _given_back(_torch.quantile(tensor.flatten() if axis is None else tensor, q, axis))


def count_nonzero(a):
    return int(_tensor(a).count_nonzero().item())


def nonzero(a):
    return where(a)


def array_equal(a, b):
    a, b = asarray(a), asarray(b)
    return a.shape == b.shape and bool((a == b).all())


def isclose(a, b, rtol=1e-5, atol=1e-8):
    a, b = (_floating(_tensor(each)).double() for each in (a, b))
    return _given_back(_torch.isclose(a, b, rtol, atol))


def allclose(a, b, rtol=1e-5, atol=1e-8):
    return bool(_tensor(isclose(a, b, rtol, atol)).all())


def meshgrid(*xi, indexing='xy'):
    grids = _torch.meshgrid(*(_tensor(x) for x in xi), indexing=indexing)
    return [ndarray._over(grid) for grid in grids]


def copy(a):
    return asarray(a).copy()


def append(arr, values, axis=None):
    arrays = asarray(arr), asarray(values)
    return concatenate([each.ravel() for each in arrays] if axis is None else arrays, axis or 0)


def argwhere(a):
    return ndarray._over(_tensor(a).nonzero())


def array_split(ary, sections, axis=0):
    return [ndarray._over(part) for part in _tensor(ary).tensor_split(sections, axis)]


def average(a, axis=None, weights=None):
    if weights is None:
        return mean(a, axis)  # noqa: F821
    return sum(asarray(a) * asarray(weights), axis) / sum(weights)  # noqa: F821


def bincount(x, minlength=0):
    return ndarray._over(_tensor(x).bincount(minlength=minlength))


def column_stack(tup):
    return ndarray._over(_torch.column_stack([_tensor(each) for each in tup]))


def cov(m):
    return _given_back(_floating(_tensor(m)).cov())


def corrcoef(x, y=None):
    return _given_back(_floating(_tensor(x if y is None else [x, y])).corrcoef())


def cumprod(a, axis=None):
    tensor = _tensor(a)
    return ndarray._over((tensor.flatten() if axis is None else tensor).cumprod(axis or 0))


def diag(v, k=0):
    return ndarray._over(_tensor(v).diag(k))


def diff(a, n=1, axis=-1):
    return ndarray._over(_tensor(a).diff(n, axis))


def einsum(subscripts, *operands):
    return _given_back(_torch.einsum(subscripts, *(_tensor(each) for each in operands)))


def flip(m, axis=None):
    tensor = _tensor(m)
    dims = range(tensor.dim()) if axis is None else _sizes(axis)
    return ndarray._over(tensor.flip(tuple(dims)))


def histogram(a, bins=10, range=None):
    """Counts and the edges of bins of one width."""
    numbers = _floating(_tensor(a)).double().flatten()
    low, high = range or (numbers.min().item(), numbers.max().item())
    edges = linspace(low, high, bins + 1) if isinstance(bins, int) else asarray(bins)
    at = _torch.searchsorted(_tensor(edges).double(), numbers, right=True) - 1
    count = len(edges) - 1
    at = _torch.where(numbers == _tensor(edges)[-1], count - 1, at)
    return ndarray._over(at[(at >= 0) & (at < count)].bincount(minlength=count)), edges


def isscalar(element):
    return isinstance(element, (int, float, str, bool))


def load(file):
    """What `save` has written."""
    return ndarray._over(_torch.load(file))


def save(file, arr):
    """In a format of its own, which `load` reads; its name gets `.npy` as NumPy gives it."""
    named = isinstance(file, str) and not file.endswith('.npy')
    _torch.save(_tensor(arr), f'{file}.npy' if named else file)


def nan_to_num(x, nan=0.0):
    return _given_back(_tensor(x).nan_to_num(nan))


def ndim(a):
    return asarray(a).ndim


def ptp(a, axis=None):
    return max(a, axis) - min(a, axis)  # noqa: F821


def quantile(a, q, axis=None):
    return percentile(a, asarray(q) * 100, axis)


def ravel(a):
    return asarray(a).ravel()


def roll(a, shift, axis=None):
    tensor = _tensor(a)
    return ndarray._over(tensor.roll(shift) if axis is None else tensor.roll(shift, axis))


def searchsorted(a, v, side='left'):
    return _given_back(_torch.searchsorted(_tensor(a), _tensor(v), right=side == 'right'))


def shape(a):
    return asarray(a).shape


def size(a):
    return asarray(a).size


def swapaxes(a, axis1, axis2):
    return ndarray._over(_tensor(a).transpose(axis1, axis2))


def take(a, indices, axis=None):
    array_ = asarray(a).ravel() if axis is None else asarray(a)
    return array_[(slice(None),) * ((axis or 0) % array_.ndim) + (indices,)]


def trace(a):
    return _given_back(_tensor(a).trace())


def tril(m, k=0):
    return ndarray._over(_tensor(m).tril(k))


def triu(m, k=0):
    return ndarray._over(_tensor(m).triu(k))


def vectorize(pyfunc):
    return lambda *args: array([pyfunc(*each) for each in zip(*(asarray(a).tolist() for a in args))])


class errstate:
    """Changes nothing: nothing warns here."""

    def __init__(self, **options):
        pass

    def __enter__(self):
        pass

    def __exit__(self, *error):
        pass


asanyarray = ascontiguousarray = asarray
floor_divide, float_power = _binary('floordiv'), _binary('pow')

for _name in 'argsort clip cumprod cumsum dot nonzero ptp repeat round searchsorted swapaxes take trace'.split():
    setattr(ndarray, _name, globals()[_name])


def __getattr__(name):
    raise AttributeError(
        f"module 'numpy' has no attribute '{name}'. The playground has the part of NumPy that is used beside PyTorch."
    )


import playground_state as _state  # noqa: E402

_state.keep('numpy')
