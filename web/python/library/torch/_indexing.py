"""`x[index]` and `x[index] = value`, as the views and the gathers that PyTorch makes of them."""

import operator

from ._creation import tensor
from ._dtype import BY_NAME
from ._tensor import Tensor, function, method

_VALID = 'only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices'


def read(self, index):
    if isinstance(index, slice) and self.dim() > 0:
        return _slice(self, 0, index, always=True)
    view, gathered = _sliced(self, index)
    if gathered:
        return method('index', view, gathered)
    return function('alias', view) if view is self else view


def write(self, index, value):
    view, gathered = _sliced(self, index)
    if not isinstance(value, (Tensor, int, float)):
        if not hasattr(value, '__float__') or hasattr(value, '__len__'):
            raise TypeError(f"can't assign a {_type_name(value)} to a {self.type()}")
        value = value.item()
    if gathered:
        if not isinstance(value, Tensor):
            value = tensor(value, dtype=self.dtype, device=self.device)
        method('index_put_', view, gathered, _without_leading_ones(value, view.dim()))
    elif isinstance(value, Tensor):
        view.copy_(
            value
            if value.shape == view.shape
            else _without_leading_ones(value, view.dim()).expand(view.shape)
        )
    else:
        view.fill_(value)


def _sliced(self, index):
    """The view that integers, slices, None and ... make, and the tensors by which it is gathered, one a dimension."""
    items = (
        index if isinstance(index, tuple) else tuple(index) if _is_like_a_tuple(index) else (index,)
    )
    specified = sum(map(_dimensions, items))
    if specified > self.dim():
        if self.dim() == 0 and len(items) == 1 and not isinstance(items[0], (Tensor, list)):
            raise IndexError(
                'invalid index of a 0-dim tensor. Use `tensor.item()` in Python or '
                '`tensor.item<T>()` in C++ to convert a 0-dim tensor to a number'
            )
        raise IndexError(f'too many indices for tensor of dimension {self.dim()}')
    view, dim, gathered = self, 0, []
    for at, item in enumerate(items):
        if item is Ellipsis:
            dim += self.dim() - specified
        elif item is None:
            view = view.unsqueeze(dim)
            dim += 1
        elif isinstance(item, bool):
            view = view.unsqueeze(dim)
            dim = _gather(
                gathered, dim, tensor([item]) if item else tensor([], dtype=BY_NAME['int64'])
            )
        elif isinstance(item, slice):
            view = _slice(view, dim, item)
            dim += 1
        elif isinstance(item, Tensor) and (item.dim() > 0 or item.dtype.name in ('bool', 'uint8')):
            dim = _gather(gathered, dim, item)
        elif isinstance(item, Tensor) and not item.dtype.is_floating_point:
            view = _select(view, dim, item.item(), at)
        elif hasattr(item, '__len__') and not isinstance(item, str):
            dim = _gather(gathered, dim, _index_tensor(item))
        elif hasattr(item, '__index__') and not isinstance(item, Tensor):
            view = _select(view, dim, operator.index(item), at)
        elif isinstance(item, Tensor):
            raise IndexError('tensors used as indices must be long, byte or bool tensors')
        elif isinstance(item, str):
            raise TypeError("new(): invalid data type 'str'")
        else:
            raise IndexError(f'{_VALID} (got {_type_name(item)})')
    return view, gathered


def _dimensions(item):
    """How many dimensions an item takes."""
    if item is None or item is Ellipsis or isinstance(item, bool):
        return 0
    if isinstance(item, Tensor) and item.dtype.name in ('bool', 'uint8'):
        return item.dim()
    return 1


def _is_like_a_tuple(index):
    """PyTorch takes a short list for a tuple if it has something else than numbers in it, as NumPy once did."""
    if not isinstance(index, list) or len(index) >= 32:
        return False
    return any(
        item is None or item is Ellipsis or isinstance(item, (Tensor, list, tuple, slice))
        for item in index
    )


def _gather(gathered, dim, indices):
    gathered += [None] * (dim - len(gathered))
    gathered.append(indices)
    return dim + 1


def _index_tensor(items):
    return (
        items
        if isinstance(items, Tensor)
        else tensor(items, dtype=None if len(items) else BY_NAME['int64'])
    )


def _select(view, dim, index, at):
    """`at` is the place of the index among those that were given, which the error calls the dimension."""
    size = view.shape[dim]
    if not -size <= index < size:
        raise IndexError(f'index {index} is out of bounds for dimension {at} with size {size}')
    return method('select', view, dim, index)


def _slice(view, dim, item, always=False):
    """
    A slice of everything is the view itself if it stands beside others and its end is written as a number: so PyTorch
    has it, and so it prints.
    """
    step = 1 if item.step is None else operator.index(item.step)
    if step <= 0:
        raise ValueError('step must be greater than zero')
    start, stop, _ = slice(item.start, item.stop).indices(view.shape[dim])
    if not (always or item.start or item.stop is None) and item.stop == stop == view.shape[dim] and step == 1:
        return view
    return function('slice', view, dim, start, max(start, stop), step)


def _without_leading_ones(value, dim):
    """A value may have more dimensions than its place, if they are 1."""
    while value.dim() > dim and value.shape[0] == 1:
        value = value[0]
    return value


def _type_name(value):
    kind = type(value)
    return kind.__name__ if kind.__module__ == 'builtins' else f'{kind.__module__}.{kind.__name__}'
