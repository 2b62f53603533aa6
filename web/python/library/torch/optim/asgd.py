"""ASGD: stochastic gradient descent that also averages where it has been."""

import torch

from .adam import counted
from .optimizer import Optimizer, refuse_unless


class ASGD(Optimizer):
    def __init__(
        self,
        params,
        lr=1e-2,
        lambd=1e-4,
        alpha=0.75,
        t0=1e6,
        weight_decay=0,
        foreach=None,
        maximize=False,
    ):
        refuse_unless(lr >= 0.0, 'learning rate', lr)
        refuse_unless(weight_decay >= 0.0, 'weight_decay value', weight_decay)
        defaults = {
            'lr': lr,
            'lambd': lambd,
            'alpha': alpha,
            't0': t0,
            'weight_decay': weight_decay,
            'foreach': foreach,
            'maximize': maximize,
        }
        super().__init__(params, defaults)

    def _update(self, param, grad, state, group):
        lr, lambd = group['lr'], group['lambd']
        step = counted(state)
        if 'ax' not in state:
            state |= {
                'eta': torch.tensor(lr),
                'mu': torch.tensor(1.0),
                'ax': torch.zeros_like(param),
            }
        if group['weight_decay'] != 0:
            grad = grad.add(param, alpha=group['weight_decay'])
        eta, mu, mean = state['eta'], state['mu'], state['ax']
        param.mul_(1 - lambd * eta.item())
        param.add_(grad, alpha=-eta.item())
        if mu.item() != 1:
            mean.add_(param.sub(mean).mul(mu))
        else:
            mean.copy_(param)
        eta.fill_(lr / (1 + lambd * lr * step) ** group['alpha'])
        mu.fill_(1 / max(1, step - group['t0']))
