"""Gradients kept small."""

import warnings

import torch


def _with_gradients(parameters):
    parameters = [parameters] if isinstance(parameters, torch.Tensor) else list(parameters)
    return [parameter.grad for parameter in parameters if parameter.grad is not None]


@torch.no_grad()
def clip_grad_norm_(parameters, max_norm, norm_type=2.0, error_if_nonfinite=False, foreach=None):
    """Scales all gradients by one number so that their norm is at most `max_norm`, and returns what it was."""
    grads = _with_gradients(parameters)
    max_norm, norm_type = float(max_norm), float(norm_type)
    if not grads:
        return torch.tensor(0.0)
    if norm_type == torch.inf:
        norms = [grad.detach().abs().max() for grad in grads]
        total = norms[0] if len(norms) == 1 else torch.max(torch.stack(norms))
    else:
        total = torch.norm(
            torch.stack([torch.norm(grad.detach(), norm_type) for grad in grads]), norm_type
        )
    if error_if_nonfinite and torch.logical_or(total.isnan(), total.isinf()):
        raise RuntimeError(
            f'The total norm of order {norm_type} for gradients from `parameters` is non-finite, so it cannot be '
            'clipped. To disable this error and scale the gradients by the non-finite norm anyway, set '
            '`error_if_nonfinite=False`'
        )
    factor = torch.clamp(max_norm / (total + 1e-6), max=1.0)
    for grad in grads:
        grad.detach().mul_(factor.to(grad.device))
    return total


def clip_grad_norm(parameters, max_norm, norm_type=2.0, error_if_nonfinite=False):
    """What clip_grad_norm_ was called before PyTorch 0.4."""
    warnings.warn(
        'torch.nn.utils.clip_grad_norm is now deprecated in favor of torch.nn.utils.clip_grad_norm_.',
        stacklevel=2,
    )
    return clip_grad_norm_(parameters, max_norm, norm_type, error_if_nonfinite)


@torch.no_grad()
def clip_grad_value_(parameters, clip_value, foreach=None):
    """Clamps each element of each gradient."""
    for grad in _with_gradients(parameters):
        grad.clamp_(min=-float(clip_value), max=float(clip_value))
