"""Adadelta: a step size of its own for each element, by its past gradients."""

import torch

from .adam import counted
from .optimizer import Optimizer, refuse_unless


class Adadelta(Optimizer):
    def __init__(
        self,
        params,
        lr=1.0,
        rho=0.9,
        eps=1e-6,
        weight_decay=0,
        foreach=None,
        *,
        maximize=False,
    ):
        refuse_unless(lr >= 0.0, 'learning rate', lr)
        refuse_unless(0.0 <= rho <= 1.0, 'rho value', rho)
        refuse_unless(eps >= 0.0, 'epsilon value', eps)
        refuse_unless(weight_decay >= 0.0, 'weight_decay value', weight_decay)
        defaults = {
            'lr': lr,
            'rho': rho,
            'eps': eps,
            'weight_decay': weight_decay,
            'maximize': maximize,
            'foreach': foreach,
        }
        super().__init__(params, defaults)

    def _update(self, param, grad, state, group):
        rho, eps = group['rho'], group['eps']
        counted(state)
        for name in ('square_avg', 'acc_delta'):
            if name not in state:
                state[name] = torch.zeros_like(param)
        if group['weight_decay'] != 0:
            grad = grad.add(param, alpha=group['weight_decay'])
        squares, steps = state['square_avg'], state['acc_delta']
        squares.mul_(rho).addcmul_(grad, grad, value=1 - rho)
        root = squares.add(eps).sqrt_()
        delta = steps.add(eps).sqrt_().div_(root).mul_(grad)
        steps.mul_(rho).addcmul_(delta, delta, value=1 - rho)
        param.add_(delta, alpha=-group['lr'])
