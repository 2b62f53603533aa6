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
