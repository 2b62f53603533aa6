"""`gradcheck`: gradients against differences."""

import torch

from .grad_mode import no_grad


class GradcheckError(RuntimeError):
    pass


def _listed(tensors):
    return list(tensors) if isinstance(tensors, (tuple, list)) else [tensors]


def gradcheck(func, inputs, *, eps=1e-6, atol=1e-5, rtol=1e-3, raise_exception=True, nondet_tol=0.0, **options):
    """
    Whether the gradients of `func(*inputs)` by its inputs that require them are near differences of `eps`.

    Raises GradcheckError, with both Jacobians, unless `raise_exception` is false. The function must give the same
    whenever it is called: it is called twice for each element. Other options of PyTorch's are taken and unheard.
    """
    inputs = tuple(_listed(inputs))
    sought = [at for at, each in enumerate(inputs) if isinstance(each, torch.Tensor) and each.requires_grad]
    if not sought:
        raise ValueError(
            'gradcheck expects at least one input tensor to require gradient, but none of the them have requires_grad=True.'
        )
    outputs = [each for each in _listed(func(*inputs)) if each.requires_grad]
    for to, output in enumerate(outputs):
        for number, at in enumerate(sought):
            numerical = _differences(func, inputs, at, to, eps)
            analytical = _derivatives(output, inputs[at])
            again = _derivatives([each for each in _listed(func(*inputs)) if each.requires_grad][to], inputs[at])
            if not torch.allclose(analytical, numerical, rtol, atol):
                return _failed(
                    f'Jacobian mismatch for output {to} with respect to input {number},\n'
                    f'numerical:{numerical}\nanalytical:{analytical}\n', raise_exception)  # fmt: skip
            if (analytical - again).abs().max() > nondet_tol:
                return _failed(
                    'Backward is not reentrant, i.e., running backward with same input and grad_output multiple times '
                    'gives different values, although analytical gradient matches numerical gradient.'
                    f'The tolerance for nondeterminism was {nondet_tol}.', raise_exception)  # fmt: skip
    return True


def _failed(message, is_raised):
    if is_raised:
        raise GradcheckError(message)
    return False


def _derivatives(output, point):
    """By rows of the input's elements: [elements of input, elements of output]."""
    columns = [
        torch.autograd.grad(each, point, retain_graph=True, allow_unused=True)[0]
        for each in output.reshape(-1)
    ]
    zeros = torch.zeros_like(point)
    return torch.stack([(zeros if each is None else each).reshape(-1) for each in columns], 1)


@no_grad()
def _differences(func, inputs, at, to, eps):
    rows = []
    for element in range(inputs[at].numel()):
        sides = []
        for step in (-eps, eps):
            moved = inputs[at].detach().clone()
            moved.view(-1)[element] += step
            given = (*inputs[:at], moved, *inputs[at + 1 :])
            sides.append(_listed(func(*given))[to].reshape(-1))
        rows.append((sides[1] - sides[0]) / (2 * eps))
    return torch.stack(rows)
