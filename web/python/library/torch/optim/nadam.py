"""NAdam: Adam with Nesterov momentum."""

import torch

from .adam import counted, refuse_wrong
from .optimizer import Optimizer, refuse_unless


class NAdam(Optimizer):
    def __init__(
        self,
        params,
        lr=2e-3,
        betas=(0.9, 0.999),
        eps=1e-8,
        weight_decay=0,
        momentum_decay=4e-3,
        decoupled_weight_decay=False,
        *,
        foreach=None,
        maximize=False,
        capturable=False,
        differentiable=False,
    ):
        refuse_wrong(lr, betas, eps, weight_decay)
        refuse_unless(momentum_decay >= 0.0, 'momentum_decay value', momentum_decay)
        defaults = {
            'lr': lr,
            'betas': betas,
            'eps': eps,
            'weight_decay': weight_decay,
            'momentum_decay': momentum_decay,
            'decoupled_weight_decay': decoupled_weight_decay,
            'maximize': maximize,
            'foreach': foreach,
            'capturable': capturable,
            'differentiable': differentiable,
        }
        super().__init__(params, defaults)

    def _update(self, param, grad, state, group):
        beta1, beta2 = group['betas']
        lr, decay = group['lr'], group['weight_decay']
        step = counted(state)
        if 'mu_product' not in state:
            state |= {
                'mu_product': torch.ones(()),
                'exp_avg': torch.zeros_like(param),
                'exp_avg_sq': torch.zeros_like(param),
            }
        if decay != 0 and group['decoupled_weight_decay']:
            param.mul_(1 - lr * decay)
        elif decay != 0:
            grad = grad.add(param, alpha=decay)
        now, following = (
            beta1 * (1.0 - 0.5 * (0.96 ** (at * group['momentum_decay'])))
            for at in (step, step + 1)
        )
        product = state['mu_product']
        product *= now
        average, squares = state['exp_avg'], state['exp_avg_sq']
        average.mul_(beta1).add_(grad, alpha=1 - beta1)
        squares.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
        denominator = squares.div(1 - beta2**step).sqrt().add_(group['eps'])
        param.addcdiv_(grad, denominator, value=(-lr * (1.0 - now) / (1.0 - product.item())))
        param.addcdiv_(
            average, denominator, value=(-lr * following) / (1.0 - product.item() * following)
        )
