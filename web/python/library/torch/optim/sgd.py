"""Stochastic gradient descent."""

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
        if group['weight_decay'] != 0:
            grad = grad.add(param, alpha=group['weight_decay'])
        state.setdefault('momentum_buffer')
        if momentum != 0:
            buffer = state['momentum_buffer']
            if buffer is None:
                buffer = state['momentum_buffer'] = grad.detach().clone()
            else:
                buffer.mul_(momentum).add_(grad, alpha=1 - group['dampening'])
            grad = grad.add(buffer, alpha=momentum) if group['nesterov'] else buffer
        param.add_(grad, alpha=-group['lr'])
