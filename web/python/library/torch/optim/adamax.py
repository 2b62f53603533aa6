"""Adamax: by the largest gradient."""

import torch

from .adam import counted, refuse_wrong
from .optimizer import Optimizer


class Adamax(Optimizer):
    def __init__(
        self,
        params,
        lr=2e-3,
        betas=(0.9, 0.999),
        eps=1e-8,
        weight_decay=0,
        foreach=None,
        *,
        maximize=False,
    ):
        refuse_wrong(lr, betas, eps, weight_decay)
        defaults = {
            'lr': lr,
            'betas': betas,
            'eps': eps,
            'weight_decay': weight_decay,
            'foreach': foreach,
            'maximize': maximize,
        }
        super().__init__(params, defaults)

    def _update(self, param, grad, state, group):
        beta1, beta2 = group['betas']
        step = counted(state)
        for name in ('exp_avg', 'exp_inf'):
            if name not in state:
                state[name] = torch.zeros_like(param)
        if group['weight_decay'] != 0:
            grad = grad.add(param, alpha=group['weight_decay'])
        state['exp_avg'].mul_(beta1).add_(grad, alpha=1 - beta1)
        largest = state['exp_inf']
        torch.maximum(largest.mul_(beta2), grad.abs().add_(group['eps']), out=largest)
        param.addcdiv_(state['exp_avg'], largest, value=-group['lr'] / (1 - beta1**step))
