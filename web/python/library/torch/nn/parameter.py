"""`nn.Parameter`: a tensor that a Module takes for its own."""

import torch
from torch import _C
from torch._tensor import Tensor, held_by


class Parameter(Tensor):
    def __new__(cls, data=None, requires_grad=True):
        if data is None:
            data = torch.empty(0)
        return held_by(_C.data(data.detach()._handle), cls).requires_grad_(requires_grad)

    def __repr__(self):
        return 'Parameter containing:\n' + super().__repr__()

    __format__ = object.__format__

    def __deepcopy__(self, memo):
        if id(self) not in memo:
            memo[id(self)] = type(self)(self.data.clone(), self.requires_grad)
        return memo[id(self)]


_UNINITIALIZED = (
    "Can't access the shape of an uninitialized parameter or buffer. This error usually happens in "
    '`load_state_dict` when trying to load an uninitialized parameter into an initialized one. Call `forward` '
    'to initialize the parameters before accessing their attributes.'
)


class UninitializedParameter(Parameter):
    """Of a layer that has not yet seen its input."""

    def __new__(cls, requires_grad=True, device=None, dtype=None):
        return Parameter.__new__(cls, torch.empty(0, device=device, dtype=dtype), requires_grad)

    def _materialize(self, shape):
        self.data = torch.empty(shape, device=self.device, dtype=self.dtype)
        self.__class__ = Parameter

    @property
    def shape(self):
        raise RuntimeError(_UNINITIALIZED)

    def __repr__(self):
        return f'<{type(self).__name__}>'
