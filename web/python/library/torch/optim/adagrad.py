"""Adagrad: a step size of its own for each element, by its past gradients."""

import torch

from .adam import counted
from .optimizer import Optimizer, refuse_unless


class Adagrad(Optimizer):
    def __init__(
        self,
        params,
        lr=1e-2,
        lr_decay=0,
        weight_decay=0,
        initial_accumulator_value=0,
        eps=1e-10,
        foreach=None,
        *,
        maximize=False,
    ):
        refuse_unless(lr >= 0.0, 'learning rate', lr)
        refuse_unless(lr_decay >= 0.0, 'lr_decay value', lr_decay)
        refuse_unless(weight_decay >= 0.0, 'weight_decay value', weight_decay)
        refuse_unless(
            initial_accumulator_value >= 0.0,
            'initial_accumulator_value value',
            initial_accumulator_value,
        )
        refuse_unless(eps >= 0.0, 'epsilon value', eps)
        defaults = {
            'lr': lr,
            'lr_decay': lr_decay,
            'eps': eps,
            'weight_decay': weight_decay,
            'initial_accumulator_value': initial_accumulator_value,
            'foreach': foreach,
            'maximize': maximize,
        }
        super().__init__(params, defaults)
        for group in self.param_groups:
            for param in group['params']:
                self.state[param]['step'] = torch.tensor(0.0)
                self.state[param]['sum'] = torch.full_like(
                    param, initial_accumulator_value, requires_grad=False
                )

    def _update(self, param, grad, state, group):
        step = counted(state)
        if group['weight_decay'] != 0:
            grad = grad.add(param, alpha=group['weight_decay'])
        lr = group['lr'] / (1 + (step - 1) * group['lr_decay'])
        state['sum'].addcmul_(grad, grad, value=1)
        param.addcdiv_(grad, state['sum'].sqrt().add_(group['eps']), value=-lr)
