"""`torch.Size`, the tuple that a shape is."""

import math


class Size(tuple):
    __module__ = 'torch'
    __slots__ = ()

    def numel(self):
        return math.prod(self)

    def __repr__(self):
        return f'torch.Size([{", ".join(map(str, self))}])'

    def __getitem__(self, index):
        item = tuple.__getitem__(self, index)
        return Size(item) if isinstance(index, slice) else item

    def __add__(self, other):
        return Size(tuple.__add__(self, other))

    def __mul__(self, times):
        return Size(tuple.__mul__(self, times))

    __rmul__ = __mul__

    def __reduce__(self):
        return Size, (tuple(self),)
