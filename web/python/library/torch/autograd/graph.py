"""The nodes of the graph of gradients as programs see them, and hooks."""

from torch import _C
from torch._tensor import Tensor, held_by


class Node:
    """What `y.grad_fn` is."""

    def __init__(self, held):
        self._held = held

    def name(self):
        return self._held.name()

    @property
    def next_functions(self):
        return tuple((node(held), index) for held, index in self._held.next_functions())


def node(held):
    """Each kind of node is a class with its name, as in PyTorch; that is what `print(y.grad_fn)` shows."""
    return (
        None
        if held is None
        else type(held.name().rpartition(':')[2], (Node,), {'__repr__': _shown})(held)
    )


def _shown(self):
    return f'<{type(self).__name__} object at {hex(id(self))}>'


def hooked(tensor, hook):
    if not tensor.requires_grad:
        raise RuntimeError("cannot register a hook on a tensor that doesn't require gradient")

    def run(handle):
        result = hook(held_by(handle))
        if result is not None and not isinstance(result, Tensor):
            raise TypeError(f'hook {hook!r} has returned a {type(result).__name__}, not a Tensor')
        return None if result is None else result._handle

    return _C.register_hook(tensor._handle, run)
