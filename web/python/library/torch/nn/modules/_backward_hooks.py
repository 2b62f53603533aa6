"""Hooks on a module's way back, between the gradients of its outputs and those of its inputs."""

import torch
from torch import Tensor
from torch._tensor import function


class _Gate(torch.autograd.Function):
    """Lets tensors through; on the way back it calls `seen` with their gradients, which may change them."""

    @staticmethod
    def forward(ctx, seen, *tensors):
        ctx.seen = seen
        ctx.set_materialize_grads(False)
        return tuple(function('alias', tensor.detach()) for tensor in tensors)

    @staticmethod
    def backward(ctx, *grads):
        return None, *ctx.seen(grads)


_Gate.__name__ = 'BackwardHookFunction'


class BackwardHooks:
    """Those of one call of a module."""

    def __init__(self, module):
        self._module = module
        self._output_grads = None
        self._is_begun = False

    def begin(self, args):
        gated = self._through(args, self._at_inputs)
        self._is_begun = gated is not args
        return gated

    def end(self, result):
        gated = self._through(result if isinstance(result, tuple) else (result,), self._at_outputs)
        return gated if isinstance(result, tuple) else gated[0]

    def _through(self, values, seen):
        tensors = [value for value in values if isinstance(value, Tensor)]
        if not torch.is_grad_enabled() or not any(tensor.requires_grad for tensor in tensors):
            return values
        gated = iter(_Gate.apply(seen, *tensors))
        return tuple(next(gated) if isinstance(value, Tensor) else value for value in values)

    def _at_outputs(self, grads):
        for hook in list(self._module._backward_pre_hooks.values()):
            if (changed := hook(self._module, grads)) is not None:
                grads = changed if isinstance(changed, tuple) else (changed,)
        self._output_grads = grads
        if not self._is_begun:
            self._call((None,))
        return grads

    def _at_inputs(self, grads):
        return self._call(grads)

    def _call(self, grads):
        for hook in list(self._module._backward_hooks.values()):
            if (changed := hook(self._module, grads, self._output_grads)) is not None:
                grads = changed if isinstance(changed, tuple) else (changed,)
        return grads
