"""`autograd.Function`: an operation with a way back of its own."""

from torch import _C
from torch._tensor import Tensor, function as operation, held_by

from .grad_mode import no_grad


class _Context:
    """What `forward` leaves for `backward`: `ctx`."""

    def __init__(self, needs_input_grad):
        self.needs_input_grad = needs_input_grad
        self._saved = ()
        self._dirty = ()
        self._non_differentiable = ()
        self._materializes = True

    def save_for_backward(self, *tensors):
        for tensor in tensors:
            if tensor is not None and not isinstance(tensor, Tensor):
                raise TypeError(
                    f'save_for_backward can only save variables, but argument is of type {type(tensor).__name__}'
                )
        self._saved = tensors

    @property
    def saved_tensors(self):
        return self._saved

    def mark_dirty(self, *tensors):
        self._dirty = tensors

    def mark_non_differentiable(self, *tensors):
        self._non_differentiable = tensors

    def set_materialize_grads(self, value):
        self._materializes = value


class Function:
    """Has `forward(ctx, …)` and `backward(ctx, …)`, both static, and is called by `apply`."""

    def __init__(self, *args, **kwargs):
        raise RuntimeError(
            'Legacy autograd function with non-static forward method is deprecated. '
            'Please use new-style autograd function with static forward method. '
            '(Example: https://pytorch.org/docs/stable/autograd.html#torch.autograd.Function)'
        )

    @staticmethod
    def forward(ctx, *args, **kwargs):
        raise NotImplementedError(
            'You must implement the forward function for custom autograd.Function.'
        )

    @staticmethod
    def backward(ctx, *grad_outputs):
        raise NotImplementedError(
            'You must implement either the backward or vjp method for your custom '
            'autograd.Function to use it with backward mode AD.'
        )

    @classmethod
    def apply(cls, *args):
        ctx = _Context(tuple(isinstance(arg, Tensor) and arg.requires_grad for arg in args))
        with no_grad():
            if hasattr(cls, 'setup_context'):
                result = cls.forward(*args)
                cls.setup_context(ctx, args, result)
            else:
                result = cls.forward(ctx, *args)
        if not (_C.is_grad_enabled() and any(ctx.needs_input_grad)):
            return result
        outputs = result if isinstance(result, tuple) else (result,)
        made = iter(
            cls._with_history(ctx, args, [each for each in outputs if isinstance(each, Tensor)])
        )
        outputs = tuple(next(made) if isinstance(each, Tensor) else each for each in outputs)
        return outputs if isinstance(result, tuple) else outputs[0]

    @classmethod
    def _with_history(cls, ctx, args, outputs):
        # The way back must not hold what it leads from, or neither would ever be freed.
        is_tensor = [isinstance(arg, Tensor) for arg in args]
        kinds = [(output.shape, output.dtype, output.device) for output in outputs]

        def backward(grads):
            given = [None if grad is None else held_by(grad) for grad in grads]
            if ctx._materializes:
                given = [
                    _zeros(*kind) if grad is None else grad for grad, kind in zip(given, kinds)
                ]
            returned = cls.backward(ctx, *given)
            returned = returned if isinstance(returned, tuple) else (returned,)
            count = len(is_tensor)
            if len(returned) < count or any(each is not None for each in returned[count:]):
                raise RuntimeError(
                    f'function {cls.__name__}Backward returned an incorrect number of gradients '
                    f'(expected {count}, got {len(returned)})'
                )
            return tuple(
                None if grad is None else grad._handle
                for grad, is_asked in zip(returned, is_tensor)
                if is_asked
            )

        made = _C.custom(
            f'{cls.__name__}Backward',
            [arg._handle for arg in args if isinstance(arg, Tensor)],
            [output._handle for output in outputs],
            [tensor._handle for tensor in ctx._dirty],
            [tensor._handle for tensor in ctx._non_differentiable],
            backward,
        )
        return [held_by(handle) for handle in made]


def _zeros(shape, dtype, device):
    return operation('zeros', shape, dtype=dtype, device=device)
