"""Rprop: a step of its own for each element, by the signs of its last two gradients."""

import torch

from .optimizer import Optimizer, refuse_unless


class Rprop(Optimizer):
    def __init__(
        self,
        params,
        lr=1e-2,
        etas=(0.5, 1.2),
        step_sizes=(1e-6, 50),
        foreach=None,
        maximize=False,
    ):
        refuse_unless(lr >= 0.0, 'learning rate', lr)
        if not 0.0 < etas[0] < 1.0 < etas[1]:
            raise ValueError(f'Invalid eta values: {etas[0]}, {etas[1]}')
        defaults = {
            'lr': lr,
            'etas': etas,
            'step_sizes': step_sizes,
            'foreach': foreach,
            'maximize': maximize,
        }
        super().__init__(params, defaults)

    def _update(self, param, grad, state, group):
        smaller, larger = group['etas']
        if 'prev' not in state:
            state |= {
                'step': 0,
                'prev': torch.zeros_like(param),
                'step_size': torch.full_like(grad, group['lr']),
            }
        state['step'] += 1
        turn = grad.mul(state['prev']).sign()
        factor = torch.ones_like(turn).masked_fill(turn > 0, larger).masked_fill(turn < 0, smaller)
        state['step_size'].mul_(factor).clamp_(*group['step_sizes'])
        # Where the sign has changed, the element stays.
        grad = grad.masked_fill(turn < 0, 0)
        param.addcmul_(grad.sign(), state['step_size'], value=-1)
        state['prev'].copy_(grad)
