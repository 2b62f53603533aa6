"""`jacobian` and `hessian` of functions of one tensor or of several."""

import torch


def _inputs(inputs):
    many = isinstance(inputs, tuple)
    return many, tuple(
        each.detach().clone().requires_grad_() for each in (inputs if many else (inputs,))
    )


def jacobian(func, inputs, create_graph=False):
    """The derivatives of every element of `func(*inputs)` by every element of the inputs."""
    many, points = _inputs(inputs)
    output = func(*points)
    rows = [
        torch.autograd.grad(
            each, points, retain_graph=True, create_graph=create_graph, allow_unused=True
        )
        for each in output.reshape(-1)
    ]
    by_input = tuple(
        torch.stack([torch.zeros_like(x) if row[at] is None else row[at] for row in rows]).view(
            output.shape + x.shape
        )
        for at, x in enumerate(points)
    )
    return by_input if many else by_input[0]


def hessian(func, inputs):
    """The second derivatives of `func(x)`, a single number, for one tensor `x`."""

    def gradient(x):
        return torch.autograd.grad(func(x), x, create_graph=True)[0]

    return jacobian(gradient, inputs)
