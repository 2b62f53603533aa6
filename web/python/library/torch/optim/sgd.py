"""Stochastic gradient descent."""

import torch
from torch._tensor import function as _function

from .optimizer import Optimizer, refuse_unless


class SGD(Optimizer):
    def __init__(
        self,
        params,
        lr=1e-3,
        momentum=0,
        dampening=0,
        weight_decay=0,
        nesterov=False,
        *,
        maximize=False,
        foreach=None,
        differentiable=False,
    ):
        refuse_unless(lr >= 0.0, 'learning rate', lr)
        refuse_unless(momentum >= 0.0, 'momentum value', momentum)
        refuse_unless(weight_decay >= 0.0, 'weight_decay value', weight_decay)
        if nesterov and (momentum <= 0 or dampening != 0):
            raise ValueError('Nesterov momentum requires a momentum and zero dampening')
        defaults = {
            'lr': lr,
            'momentum': momentum,
            'dampening': dampening,
            'weight_decay': weight_decay,
            'nesterov': nesterov,
            'maximize': maximize,
            'foreach': foreach,
            'differentiable': differentiable,
        }
        super().__init__(params, defaults)

    def _update(self, param, grad, state, group):
        momentum = group['momentum']
        buffer = state.setdefault('momentum_buffer')
        is_first = momentum != 0 and buffer is None
        if is_first:
            buffer = state['momentum_buffer'] = torch.zeros_like(param)
        _function(
            'sgd_step_',
            param,
            grad,
            buffer if momentum != 0 else None,
            lr=group['lr'],
            momentum=momentum,
            dampening=group['dampening'],
            weight_decay=group['weight_decay'],
            nesterov=group['nesterov'],
            is_first=is_first,
        )
