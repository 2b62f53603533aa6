"""RMSprop, Adagrad and Adadelta: a step size of its own for each element, by its past gradients."""

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
        capturable=False,
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
            'capturable': capturable,
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
        differentiable=False,
        fused=None,
    ):
        refuse_unless(lr >= 0.0, 'learning rate', lr)
        refuse_unless(lr_decay >= 0.0, 'lr_decay value', lr_decay)
        refuse_unless(weight_decay >= 0.0, 'weight_decay value', weight_decay)
        refuse_unless(initial_accumulator_value >= 0.0, 'initial_accumulator_value value', initial_accumulator_value)
        refuse_unless(eps >= 0.0, 'epsilon value', eps)
        defaults = {
            'lr': lr,
            'lr_decay': lr_decay,
            'eps': eps,
            'weight_decay': weight_decay,
            'initial_accumulator_value': initial_accumulator_value,
            'foreach': foreach,
            'maximize': maximize,
            'differentiable': differentiable,
            'fused': fused,
        }
        super().__init__(params, defaults)
        for group in self.param_groups:
            for param in group['params']:
                self.state[param]['step'] = torch.tensor(0.0)
                self.state[param]['sum'] = torch.full_like(param, initial_accumulator_value, requires_grad=False)

    def _update(self, param, grad, state, group):
        step = counted(state)
        if group['weight_decay'] != 0:
            grad = grad.add(param, alpha=group['weight_decay'])
        lr = group['lr'] / (1 + (step - 1) * group['lr_decay'])
        state['sum'].addcmul_(grad, grad, value=1)
        param.addcdiv_(grad, state['sum'].sqrt().add_(group['eps']), value=-lr)


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
        capturable=False,
        maximize=False,
        differentiable=False,
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
            'capturable': capturable,
            'foreach': foreach,
            'differentiable': differentiable,
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
