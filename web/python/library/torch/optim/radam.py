"""RAdam: Adam with a rectified start."""

import math

import torch

from .adam import counted, refuse_wrong
from .optimizer import Optimizer


class RAdam(Optimizer):
    def __init__(
        self,
        params,
        lr=1e-3,
        betas=(0.9, 0.999),
        eps=1e-8,
        weight_decay=0,
        foreach=None,
    ):
        refuse_wrong(lr, betas, eps, weight_decay)
        defaults = {
            'lr': lr,
            'betas': betas,
            'eps': eps,
            'weight_decay': weight_decay,
            'foreach': foreach,
        }
        super().__init__(params, defaults)

    def _update(self, param, grad, state, group):
        beta1, beta2 = group['betas']
        lr, decay = group['lr'], group['weight_decay']
        step = counted(state)
        for name in ('exp_avg', 'exp_avg_sq'):
            if name not in state:
                state[name] = torch.zeros_like(param)
        if decay != 0 and group['decoupled_weight_decay']:
            param.mul_(1 - lr * decay)
        elif decay != 0:
            grad = grad.add(param, alpha=decay)
        average, squares = state['exp_avg'], state['exp_avg_sq']
        average.mul_(beta1).add_(grad, alpha=1 - beta1)
        squares.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
        corrected = average / (1 - beta1**step)
        longest = 2 / (1 - beta2) - 1
        length = longest - 2 * step * (beta2**step) / (1 - beta2**step)
        if length > 5.0:
            rectification = math.sqrt(
                (length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length)
            )
            adapted = math.sqrt(1 - beta2**step) / squares.sqrt().add_(group['eps'])
            param.add_(corrected * lr * adapted * rectification, alpha=-1.0)
        else:
            param.add_(corrected * lr, alpha=-1.0)
