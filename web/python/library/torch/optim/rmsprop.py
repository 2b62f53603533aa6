"""RMSprop: a step size of its own for each element, by its past gradients."""

import torch

from .adam import counted
from .optimizer import Optimizer, refuse_unless


class RMSprop(Optimizer):
    def __init__(
        self,
        params,
        lr=1e-2,
        alpha=0.99,
        eps=1e-8,
        weight_decay=0,
        momentum=0,
        centered=False,
        foreach=None,
        maximize=False,
        differentiable=False,
    ):
        refuse_unless(lr >= 0.0, 'learning rate', lr)
        refuse_unless(eps >= 0.0, 'epsilon value', eps)
        refuse_unless(momentum >= 0.0, 'momentum value', momentum)
        refuse_unless(weight_decay >= 0.0, 'weight_decay value', weight_decay)
        refuse_unless(alpha >= 0.0, 'alpha value', alpha)
        defaults = {
            'lr': lr,
            'momentum': momentum,
            'alpha': alpha,
            'eps': eps,
            'centered': centered,
            'weight_decay': weight_decay,
            'foreach': foreach,
            'maximize': maximize,
            'differentiable': differentiable,
        }
        super().__init__(params, defaults)

    def _update(self, param, grad, state, group):
        alpha = group['alpha']
        counted(state)
        names = 'square_avg', *(['momentum_buffer'] if group['momentum'] > 0 else []), *(
            ['grad_avg'] if group['centered'] else []
        )  # fmt: skip
        for name in names:
            if name not in state:
                state[name] = torch.zeros_like(param)
        if group['weight_decay'] != 0:
            grad = grad.add(param, alpha=group['weight_decay'])
        squares = state['square_avg']
        squares.mul_(alpha).addcmul_(grad, grad, value=1 - alpha)
        if group['centered']:
            mean = state['grad_avg']
            mean.mul_(alpha).add_(grad, alpha=1 - alpha)
            root = squares.addcmul(mean, mean, value=-1).sqrt_()
        else:
            root = squares.sqrt()
        root = root.add_(group['eps'])
        if group['momentum'] > 0:
            buffer = state['momentum_buffer']
            buffer.mul_(group['momentum']).addcdiv_(grad, root)
            param.add_(buffer, alpha=-group['lr'])
        else:
            param.addcdiv_(grad, root, value=-group['lr'])
