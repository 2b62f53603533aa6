"""`torch.Tensor`: a handle of the core, Python's protocols, and methods that are operations of the core.

Methods that are nothing but an operation are set at the end, from the core's own list.
"""

import warnings
from weakref import ref

from . import _C, return_types
from ._absent import missing_in
from ._device import device as Device
from ._dtype import BY_NAME, LEGACY_NAMES, dtype as DType
from ._held import Held, given
from ._size import Size
from ._tensor_str import OPTIONS

# A weak reference to the Tensor of each handle that has one, so that what comes back from the core is
# what went in. A WeakValueDictionary does the same in more calls, and this is done for every operation.
_alive = {}


def held_by(handle, cls=None):
    """The Tensor of a handle: the one there is, else a new one."""
    known = _alive.get(handle.id)
    tensor = None if known is None else known()
    if tensor is None:
        tensor = object.__new__(cls or Tensor)
        tensor._handle = handle
        _alive[handle.id] = ref(tensor)
    return tensor


def taken(value):
    """What the core gave back, as a program sees it."""
    if isinstance(value, _C.Handle):
        return held_by(value)
    if isinstance(value, tuple):
        return tuple(map(taken, value))
    return value


def function(name, *args, **kwargs):
    """Calls an operation of the core as a function."""
    return taken(_C.function(name, given(args), _given_by_name(kwargs) if kwargs else kwargs))


def method(name, *args, **kwargs):
    """Calls an operation of the core as a method of its first argument."""
    return taken(_C.method(name, given(args), _given_by_name(kwargs) if kwargs else kwargs))


def _given_by_name(kwargs):
    if isinstance(kwargs.get('device'), str):
        kwargs['device'] = Device(kwargs['device'])
    return dict(zip(kwargs, given(list(kwargs.values()))))


_NAMES_A_TYPE = 'result_type', 'promote_types'


def operation(name, call, qualified_name):
    """The Python function of an operation; `call` is `function` or `method`."""
    named = return_types.CLASSES.get(name)

    def run(*args, **kwargs):
        result = call(name, *args, **kwargs)
        if type(result) is tuple and named:
            return named(result)
        return BY_NAME[result] if name in _NAMES_A_TYPE else result

    run.__name__ = name
    run.__qualname__ = qualified_name
    return run


_GRAD_OF_NO_LEAF = (
    'The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute '
    "won't be populated during autograd.backward(). If you indeed want the .grad field to be populated "
    'for a non-leaf Tensor, use .retain_grad() on the non-leaf Tensor. If you access the non-leaf Tensor '
    'by mistake, make sure you access the leaf Tensor instead. '
    'See github.com/pytorch/pytorch/pull/30531 for more informations.'
)

_T_OF_NO_MATRIX = (
    'The use of `x.T` on tensors of dimension other than 2 to reverse their shape is deprecated and it '
    'will throw an error in a future release. Consider `x.mT` to transpose batches of matrices or '
    '`x.permute(*torch.arange(x.ndim - 1, -1, -1))` to reverse the dimensions of a tensor.'
)


class Tensor(Held):
    __module__ = 'torch'

    def __new__(cls, *args, **kwargs):
        from ._creation import legacy_tensor

        return legacy_tensor(None, *args, **kwargs)

    def __del__(self):
        _alive.pop(self._handle.id, None)

    def __getattr__(self, name):
        raise missing_in(self, name)

    # What a tensor is

    @property
    def shape(self):
        return Size(_C.shape(self._handle))

    @property
    def dtype(self):
        return BY_NAME[_C.dtype(self._handle)]

    @property
    def device(self):
        return Device(_C.device(self._handle))

    @property
    def ndim(self):
        return len(_C.shape(self._handle))

    @property
    def layout(self):
        import torch

        return torch.strided

    @property
    def is_cuda(self):
        return self.device.type == 'cuda'

    is_sparse = is_quantized = is_mps = is_meta = False

    @property
    def itemsize(self):
        return self.dtype.itemsize

    @property
    def nbytes(self):
        return self.itemsize * self.numel()

    def element_size(self):
        return self.dtype.itemsize

    def size(self, dim=None):
        return self.shape if dim is None else method('size', self, dim)

    def stride(self, dim=None):
        stride = _C.stride(self._handle)
        return stride if dim is None else stride[dim]

    def dim(self):
        return len(_C.shape(self._handle))

    ndimension = dim

    def numel(self):
        return self.shape.numel()

    nelement = numel

    def storage_offset(self):
        return _C.storage_offset(self._handle)

    def data_ptr(self):
        return _C.data_ptr(self._handle)

    @property
    def _version(self):
        return _C.version(self._handle)

    @property
    def T(self):
        if self.dim() != 2:
            warnings.warn(_T_OF_NO_MATRIX, stacklevel=2)
        return method('numpy_T', self)

    @property
    def mT(self):
        return self.transpose(-2, -1)

    def get_device(self):
        return -1 if self.device.type == 'cpu' else self.device.index

    def is_pinned(self):
        return False

    def is_shared(self):
        return False

    def share_memory_(self):
        return self

    def pin_memory(self):
        return self

    # Gradients

    @property
    def requires_grad(self):
        return _C.requires_grad(self._handle)

    @requires_grad.setter
    def requires_grad(self, value):
        _C.set_requires_grad(self._handle, value)

    def requires_grad_(self, requires_grad=True):
        _C.set_requires_grad(self._handle, requires_grad)
        return self

    @property
    def is_leaf(self):
        return _C.is_leaf(self._handle)

    @property
    def grad_fn(self):
        from .autograd.graph import node

        return node(_C.grad_fn(self._handle))

    @property
    def grad(self):
        grad = _C.grad(self._handle)
        if grad is not None:
            return held_by(grad)
        if not _C.is_leaf(self._handle) and not _C.retains_grad(self._handle):
            warnings.warn(_GRAD_OF_NO_LEAF, stacklevel=2)
        return None

    @grad.setter
    def grad(self, value):
        if value is not None and not isinstance(value, Tensor):
            raise TypeError(
                f'assigned grad expected to be a Tensor or None but got grad of {type(value).__name__}'
            )
        _C.set_grad(self._handle, None if value is None else value._handle)

    @grad.deleter
    def grad(self):
        _C.set_grad(self._handle, None)

    @property
    def data(self):
        return held_by(_C.data(self._handle))

    @data.setter
    def data(self, value):
        if not isinstance(value, Tensor):
            raise TypeError(f'Variable data has to be a tensor, but got {type(value).__name__}')
        _C.set_data(self._handle, value._handle)

    def backward(self, gradient=None, retain_graph=None, create_graph=False, inputs=None):
        from .autograd import backward

        backward(self, gradient, retain_graph, create_graph, inputs=inputs)

    def register_hook(self, hook):
        from .autograd.graph import hooked

        return hooked(self, hook)

    def retain_grad(self):
        _C.retain_grad(self._handle)

    @property
    def retains_grad(self):
        return _C.retains_grad(self._handle)

    # To Python and back

    def item(self):
        return _C.item(self._handle)

    def tolist(self):
        return _C.to_list(self._handle)

    def numpy(self, *, force=False):
        if force:
            return self.detach().cpu().numpy()
        if self.requires_grad:
            raise RuntimeError(
                "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead."
            )
        if self.is_cuda:
            raise TypeError(
                f"can't convert {self.device} device type tensor to numpy. "
                'Use Tensor.cpu() to copy the tensor to host memory first.'
            )
        from numpy import ndarray

        return ndarray._over(self)

    def __array__(self, dtype=None):
        array = self.numpy()
        return array if dtype is None else array.astype(dtype)

    def __bool__(self):
        count = self.numel()
        if count != 1:
            what = 'no values' if count == 0 else 'more than one value'
            raise RuntimeError(f'Boolean value of Tensor with {what} is ambiguous')
        return bool(self.item())

    def __int__(self):
        return int(self.item())

    def __float__(self):
        return float(self.item())

    def __index__(self):
        if self.dtype.is_floating_point or self.numel() != 1:
            raise TypeError('only integer tensors of a single element can be converted to an index')
        return int(self.item())

    def __len__(self):
        if self.dim() == 0:
            raise TypeError('len() of a 0-d tensor')
        return self.shape[0]

    def __iter__(self):
        if self.dim() == 0:
            raise TypeError('iteration over a 0-d tensor')
        return iter(self.unbind(0))

    def __reversed__(self):
        return self if self.dim() == 0 else self.flip(0)

    def __contains__(self, element):
        if isinstance(element, (Tensor, int, float)):
            return (element == self).any().item()
        raise RuntimeError(
            f'Tensor.__contains__ only supports Tensor or scalar, but you passed in a {type(element)}.'
        )

    def __hash__(self):
        return id(self)

    def __repr__(self, *, tensor_contents=None):
        return _C.text(self._handle, OPTIONS)

    def __format__(self, spec):
        if self.dim() == 0:
            return format(self.item(), spec)
        return object.__format__(self, spec)

    def __deepcopy__(self, memo):
        if id(self) in memo:
            return memo[id(self)]
        if not self.is_leaf:
            raise RuntimeError(
                'Only Tensors created explicitly by the user (graph leaves) '
                'support the deepcopy protocol at the moment'
            )
        copied = held_by(self.detach().clone()._handle)
        memo[id(self)] = copied
        copied.requires_grad_(self.requires_grad)
        if self.grad is not None:
            copied.grad = self.grad.__deepcopy__(memo)
        copied.__dict__.update((k, v) for k, v in self.__dict__.items() if k != '_handle')
        return copied

    def __reduce_ex__(self, protocol):
        from ._creation import rebuilt

        contents = _C.to_bytes(self._handle), tuple(self.shape), self.dtype, str(self.device)
        return rebuilt, (type(self), *contents, self.requires_grad)

    # Types and devices

    def to(self, *args, **kwargs):
        dtype, device, rest = kwargs.pop('dtype', None), kwargs.pop('device', None), []
        for arg in args:
            if isinstance(arg, Tensor):
                dtype, device = arg.dtype, arg.device
            elif isinstance(arg, DType):
                dtype = arg
            elif isinstance(arg, (str, Device)) or (
                isinstance(arg, int) and not isinstance(arg, bool)
            ):
                device = arg
            elif arg is not None:
                rest.append(arg)
        kwargs.update(zip(('non_blocking', 'copy'), rest))
        if other := kwargs.pop('other', None):
            dtype, device = other.dtype, other.device
        kwargs.pop('memory_format', None)
        return method(
            'to', self, dtype=dtype, device=None if device is None else Device(device), **kwargs
        )

    def cuda(self, device=None, non_blocking=False):
        return self.to(device='cuda' if device is None else device)

    def cpu(self):
        return self.to(device='cpu')

    def type(self, dtype=None, non_blocking=False):
        if dtype is None:
            place = 'cuda.' if self.is_cuda else ''
            return f'torch.{place}{LEGACY_NAMES[self.dtype.name]}Tensor'
        if isinstance(dtype, str):
            import torch

            dtype = getattr(torch, dtype.removeprefix('torch.'))
        return self.to(dtype=dtype if isinstance(dtype, DType) else dtype.dtype)

    def type_as(self, other):
        return self.to(other.dtype)

    def float(self):
        return self.to(BY_NAME['float32'])

    def double(self):
        return self.to(BY_NAME['float64'])

    def long(self):
        return self.to(BY_NAME['int64'])

    def int(self):
        return self.to(BY_NAME['int32'])

    def short(self):
        return self.to(BY_NAME['int16'])

    def bool(self):
        return self.to(BY_NAME['bool'])

    def byte(self):
        return self.to(BY_NAME['uint8'])

    def new_tensor(self, data, *, dtype=None, device=None, requires_grad=False):
        from ._creation import tensor

        return tensor(
            data,
            dtype=dtype or self.dtype,
            device=device or self.device,
            requires_grad=requires_grad,
        )

    def new(self, *args):
        from ._creation import legacy_tensor

        return legacy_tensor(self.dtype, *args)

    # What PyTorch itself does in Python

    def __getitem__(self, index):
        from ._indexing import read

        return read(self, index)

    def __setitem__(self, index, value):
        from ._indexing import write

        write(self, index, value)

    def split(self, split_size, dim=0):
        if isinstance(split_size, (list, tuple)):
            return method('split_with_sizes', self, split_size, dim)
        return method('split', self, split_size, dim)

    def unique(self, sorted=True, return_inverse=False, return_counts=False, dim=None):
        from .functional import unique

        return unique(self, sorted, return_inverse, return_counts, dim)

    def unique_consecutive(self, return_inverse=False, return_counts=False, dim=None):
        from .functional import unique_consecutive

        return unique_consecutive(self, return_inverse, return_counts, dim)

    def nonzero(self, *, as_tuple=False):
        from .functional import nonzero

        return nonzero(self, as_tuple=as_tuple)

    def norm(self, p='fro', dim=None, keepdim=False, dtype=None):
        from .functional import norm

        return norm(self, p, dim, keepdim, dtype=dtype)

    def is_same_size(self, other):
        return self.shape == other.shape

    def __rsub__(self, other):
        return function('rsub', self, other)

    def __rdiv__(self, other):
        return self.reciprocal() * other

    __rtruediv__ = __rdiv__

    def __rpow__(self, other):
        from ._creation import tensor

        return (
            tensor(other, dtype=BY_NAME[_C.function('result_type', [other, self._handle], {})])
            ** self
        )

    def __rmatmul__(self, other):
        return function('matmul', other, self)

    def __rfloordiv__(self, other):
        return function('floor_divide', other, self)

    def __rmod__(self, other):
        return function('remainder', other, self)

    def __pos__(self):
        return self


def _operator(python_name, name):
    """An operator of Python; NotImplemented where PyTorch does not take the other operand, so that Python goes on."""

    def run(self, other):
        try:
            return method(name, self, other)
        except TypeError:
            return NotImplemented

    run.__name__ = python_name
    return run


def _unary(name):
    return lambda self: method(name, self)


_OPERATORS = {
    'add': 'add', 'radd': 'add', 'sub': 'sub', 'mul': 'mul', 'rmul': 'mul', 'truediv': 'div',
    'floordiv': 'floor_divide', 'mod': 'remainder', 'pow': 'pow', 'matmul': 'matmul',
    'eq': 'eq', 'ne': 'ne', 'lt': 'lt', 'le': 'le', 'gt': 'gt', 'ge': 'ge',
    'and': 'bitwise_and', 'rand': 'bitwise_and', 'or': 'bitwise_or', 'ror': 'bitwise_or',
    'xor': 'bitwise_xor', 'rxor': 'bitwise_xor',
    'lshift': 'bitwise_left_shift', 'rshift': 'bitwise_right_shift',
    'iadd': 'add_', 'isub': 'sub_', 'imul': 'mul_', 'itruediv': 'div_', 'ifloordiv': 'floor_divide_',
    'imod': 'remainder_', 'ipow': 'pow_', 'iand': 'bitwise_and_', 'ior': 'bitwise_or_', 'ixor': 'bitwise_xor_',
}  # fmt: skip
for _symbol, _name in _OPERATORS.items():
    setattr(Tensor, f'__{_symbol}__', _operator(f'__{_symbol}__', _name))
Tensor.__neg__ = _unary('neg')
Tensor.__abs__ = _unary('abs')
Tensor.__invert__ = _unary('bitwise_not')

for _name in _C.methods():
    if _name not in vars(Tensor):
        setattr(Tensor, _name, operation(_name, method, f'Tensor.{_name}'))
