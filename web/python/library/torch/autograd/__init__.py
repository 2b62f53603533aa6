"""Gradients: `backward`, `grad`, `Function`, and the modes."""

from torch import _C
from torch._tensor import Tensor, function as _operation, held_by

from . import functional, graph  # noqa: F401
from .function import Function  # noqa: F401
from .gradcheck import gradcheck  # noqa: F401
from .grad_mode import enable_grad, inference_mode, no_grad, set_grad_enabled  # noqa: F401


def _listed(tensors):
    return [tensors] if isinstance(tensors, Tensor) else list(tensors)


def _gradients(outputs, gradients):
    """A gradient for each output: 1 where there is none and the output is a single number."""
    gradients = _listed(gradients) if gradients is not None else [None] * len(outputs)
    if len(gradients) != len(outputs):
        raise RuntimeError(f'got {len(outputs)} tensors and {len(gradients)} gradients')
    made = []
    for at, (output, gradient) in enumerate(zip(outputs, gradients)):
        if isinstance(gradient, Tensor):
            if gradient.shape != output.shape:
                raise RuntimeError(
                    f'Mismatch in shape: grad_output[{at}] has a shape of {gradient.shape} and '
                    f'output[{at}] has a shape of {output.shape}.'
                )
        elif gradient is not None:
            raise TypeError(
                f'gradients can be either Tensors or None, but got {type(gradient).__name__}'
            )
        elif output.requires_grad:
            if output.numel() != 1:
                raise RuntimeError('grad can be implicitly created only for scalar outputs')
            gradient = _operation('ones_like', output)
        made.append(gradient)
    return [None if gradient is None else gradient._handle for gradient in made]


def backward(
    tensors,
    grad_tensors=None,
    retain_graph=None,
    create_graph=False,
    grad_variables=None,
    inputs=None,
):
    """Adds the gradients of the tensors to `.grad` of the leaves, or of `inputs`."""
    tensors = _listed(tensors)
    inputs = None if inputs is None else _listed(inputs)
    if inputs == []:
        raise RuntimeError("'inputs' argument to backward() cannot be empty.")
    _C.backward(
        [tensor._handle for tensor in tensors],
        _gradients(tensors, grad_tensors if grad_tensors is not None else grad_variables),
        create_graph if retain_graph is None else retain_graph,
        create_graph,
        None if inputs is None else [tensor._handle for tensor in inputs],
    )


def grad(
    outputs,
    inputs,
    grad_outputs=None,
    retain_graph=None,
    create_graph=False,
    only_inputs=True,
    allow_unused=False,
):
    """The gradients of the outputs by the inputs; `.grad` stays as it is."""
    outputs, inputs = _listed(outputs), _listed(inputs)
    grads = _C.gradients(
        [tensor._handle for tensor in outputs],
        _gradients(outputs, grad_outputs),
        create_graph if retain_graph is None else retain_graph,
        create_graph,
        [tensor._handle for tensor in inputs],
        allow_unused,
    )
    return tuple(None if each is None else held_by(each) for each in grads)


class _VariableType(type):
    def __instancecheck__(cls, instance):
        return isinstance(instance, Tensor)


class Variable(metaclass=_VariableType):
    """What tensors were called before PyTorch 0.4: it makes tensors, and every tensor is an instance of it."""

    def __new__(cls, data, requires_grad=False):
        variable = _operation('alias', data.detach())
        return variable.requires_grad_() if requires_grad else variable


class detect_anomaly:
    """Changes nothing here: an error in a way back says what is wrong by itself."""

    def __init__(self, check_nan=True):
        pass

    def __enter__(self):
        pass

    def __exit__(self, *error):
        pass


class set_detect_anomaly(detect_anomaly):
    pass
