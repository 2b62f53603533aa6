"""Tensors of Python's numbers: `torch.tensor`, `as_tensor`, and the classes `Tensor`, `FloatTensor` and their like."""

import warnings

from . import _C
from ._device import device as Device
from ._dtype import BY_NAME, LEGACY_NAMES, dtype as DType, get_default_dtype
from ._size import Size
from ._tensor import Tensor, function, held_by

# From the weakest to the strongest, as PyTorch promotes them.
_ORDER = 'bool', 'uint8', 'int8', 'int16', 'int32', 'int64', 'float32', 'float64'


def tensor(data, *, dtype=None, device=None, requires_grad=False, pin_memory=False):
    """A new tensor of numbers, nested in lists and tuples."""
    if isinstance(data, Tensor):
        warnings.warn(
            'To copy construct from a tensor, it is recommended to use sourceTensor.clone().detach() or '
            'sourceTensor.clone().detach().requires_grad_(True), rather than torch.tensor(sourceTensor).',
            stacklevel=2,
        )
        made = data.detach().clone().to(dtype=dtype, device=device)
    else:
        made = _of_numbers(data, dtype, device)
    if requires_grad and not made.dtype.is_floating_point:
        raise RuntimeError('Only Tensors of floating point and complex dtype can require gradients')
    return made.requires_grad_() if requires_grad else made


def as_tensor(data, dtype=None, device=None):
    """The same, but a tensor or an array that is one already is taken as it is."""
    if isinstance(data, Tensor):
        return data.to(dtype=dtype, device=device)
    if (array := _array(data)) is not None:
        return array.to(dtype=dtype, device=device)
    return _of_numbers(data, dtype, device)


def from_numpy(array):
    """A tensor that shares its numbers with the array."""
    if (shared := _array(array)) is None:
        raise TypeError(f'expected np.ndarray (got {type(array).__name__})')
    return shared


def _array(data):
    """The tensor over the numbers of a NumPy array; None for anything else."""
    return (
        data._tensor.detach()
        if type(data).__module__.partition('.')[0] == 'numpy' and hasattr(data, '_tensor')
        else None
    )


def _of_numbers(data, dtype, device):
    if dtype is not None and not isinstance(dtype, DType):
        raise TypeError(
            f"tensor(): argument 'dtype' must be torch.dtype, not {type(dtype).__name__}"
        )
    if (array := _array(data)) is not None:
        return array.clone().to(dtype=dtype, device=device)
    shape = _shape(data)
    numbers = []
    kinds = set()
    _flatten(data, shape, 0, numbers, kinds)
    if dtype is None:
        dtype = BY_NAME[max(kinds, key=_ORDER.index)] if kinds else get_default_dtype()
    place = None if device is None else str(Device(device))
    return held_by(_C.from_list(numbers, shape, dtype.name, place))


def _is_sequence(data):
    return (
        hasattr(data, '__len__')
        and hasattr(data, '__getitem__')
        and not isinstance(data, (str, bytes, dict))
    )


def _shape(data):
    """As the first element of each sequence has it; the others are compared with it later."""
    shape = []
    while _is_sequence(data) and not isinstance(data, Tensor):
        shape.append(len(data))
        if not len(data):
            break
        data = data[0]
    if isinstance(data, str):
        raise ValueError("too many dimensions 'str'") if shape else TypeError(
            "new(): invalid data type 'str'"
        )
    return shape


def _flatten(data, shape, dim, numbers, kinds):
    if dim == len(shape):
        kinds.add(_kind(data))
        numbers.append(data.item() if hasattr(data, 'item') else data)
        return
    if not _is_sequence(data):
        raise TypeError('not a sequence')
    if len(data) != shape[dim]:
        raise ValueError(f'expected sequence of length {shape[dim]} at dim {dim} (got {len(data)})')
    for each in data:
        _flatten(each, shape, dim + 1, numbers, kinds)


def _kind(number):
    """The name of the type that a number has in a tensor."""
    if isinstance(number, Tensor):
        if number.numel() != 1:
            raise ValueError('only one element tensors can be converted to Python scalars')
        return number.dtype.name
    if hasattr(number, 'dtype'):
        return number.dtype.name
    if isinstance(number, bool):
        return 'bool'
    if isinstance(number, int):
        return 'int64'
    if isinstance(number, float):
        return _C.default_dtype()
    if _is_sequence(number):
        raise TypeError(f'{type(number).__name__!r} object cannot be interpreted as an integer')
    if isinstance(number, str):
        raise TypeError("new(): invalid data type 'str'")
    raise RuntimeError(f'Could not infer dtype of {type(number).__name__}')


def legacy_tensor(dtype, *args, device=None):
    """`torch.Tensor(2, 3)` is not filled, `torch.Tensor([2, 3])` has these numbers; `dtype` None is the default one."""
    dtype = dtype or get_default_dtype()
    if len(args) == 1 and isinstance(args[0], Tensor):
        return function('alias', args[0].detach())
    if len(args) == 1 and not isinstance(args[0], (int, Size)):
        return _of_numbers(args[0], dtype, device)
    size = args[0] if args and isinstance(args[0], Size) else args
    return function('empty', list(size) if size else [0], dtype=dtype, device=device)


class _LegacyType(type):
    """Of `torch.FloatTensor` and its like, which make tensors and are what those are instances of."""

    def __instancecheck__(cls, instance):
        return isinstance(instance, Tensor) and instance.type() == f'torch.{cls.__name__}'

    def __call__(cls, *args, **kwargs):
        return legacy_tensor(cls.dtype, *args, **kwargs)


LEGACY_CLASSES = {
    f'{legacy}Tensor': _LegacyType(
        f'{legacy}Tensor', (), {'dtype': BY_NAME[name], '__module__': 'torch'}
    )
    for name, legacy in LEGACY_NAMES.items()
}


def rebuilt(cls, contents, shape, dtype, device, requires_grad):
    """A tensor from what a pickle has of it."""
    from .serialization import placed

    return held_by(_C.from_bytes(contents, shape, dtype.name, placed(device)), cls).requires_grad_(
        requires_grad
    )


def broadcast_shapes(*shapes):
    result = []
    shapes = [(shape,) if isinstance(shape, int) else tuple(shape) for shape in shapes]
    for at in range(1, max(map(len, shapes), default=0) + 1):
        sizes = {shape[-at] for shape in shapes if len(shape) >= at} - {1}
        if len(sizes) > 1:
            raise RuntimeError('Shape mismatch: objects cannot be broadcast to a single shape')
        result.append(sizes.pop() if sizes else 1)
    return Size(reversed(result))


def is_tensor(obj):
    return isinstance(obj, Tensor)
