"""Adam, with the decay in the gradient."""

import math

import torch
from torch._tensor import function as _function

from .optimizer import Optimizer, refuse_unless


def refuse_wrong(lr, betas, eps, weight_decay):
    """What Adam and its kin refuse."""
    refuse_unless(lr >= 0.0, 'learning rate', lr)
    refuse_unless(eps >= 0.0, 'epsilon value', eps)
    refuse_unless(0.0 <= betas[0] < 1.0, 'beta parameter at index 0', betas[0])
    refuse_unless(0.0 <= betas[1] < 1.0, 'beta parameter at index 1', betas[1])
    refuse_unless(weight_decay >= 0.0, 'weight_decay value', weight_decay)


def counted(state):
    """The number of this step, kept in the state as a tensor, as PyTorch keeps it."""
    if 'step' not in state:
        state['step'] = torch.tensor(0.0)
    state['step'] += 1
    return state['step'].item()


class Adam(Optimizer):
    _decoupled = False

    def __init__(
        self,
        params,
        lr=1e-3,
        betas=(0.9, 0.999),
        eps=1e-8,
        weight_decay=0,
        amsgrad=False,
        *,
        foreach=None,
        maximize=False,
        capturable=False,
        differentiable=False,
        fused=False,
    ):
        refuse_wrong(lr, betas, eps, weight_decay)
        defaults = {
            'lr': lr,
            'betas': betas,
            'eps': eps,
            'weight_decay': weight_decay,
            'amsgrad': amsgrad,
            'maximize': maximize,
            'foreach': foreach,
            'capturable': capturable,
            'differentiable': differentiable,
            'fused': fused,
        }
        super().__init__(params, defaults)

    def _update(self, param, grad, state, group):
        beta1, beta2 = group['betas']
        step = counted(state)
        names = ('exp_avg', 'exp_avg_sq', *(['max_exp_avg_sq'] if group['amsgrad'] else []))
        for name in names:
            if name not in state:
                state[name] = torch.zeros_like(param)
        _function(
            'adam_step_',
            param,
            grad,
            *(state[name] for name in names),
            lr=group['lr'],
            beta1=beta1,
            beta2=beta2,
            eps=group['eps'],
            weight_decay=group['weight_decay'],
            decoupled=self._decoupled,
            bias_correction1=1 - beta1**step,
            bias_correction2=math.sqrt(1 - beta2**step),
        )
