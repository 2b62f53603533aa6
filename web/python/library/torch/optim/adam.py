"""Adam, with the decay in the gradient, and AdamW, with the decay beside it."""

import math

import torch

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
        fused=None,
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
        lr, decay = group['lr'], group['weight_decay']
        step = counted(state)
        for name in ('exp_avg', 'exp_avg_sq', *(['max_exp_avg_sq'] if group['amsgrad'] else [])):
            if name not in state:
                state[name] = torch.zeros_like(param)
        if self._decoupled:
            param.mul_(1 - lr * decay)
        elif decay != 0:
            grad = grad.add(param, alpha=decay)
        average, squares = state['exp_avg'], state['exp_avg_sq']
        average.mul_(beta1).add_(grad, alpha=1 - beta1)
        squares.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
        if group['amsgrad']:
            squares = torch.maximum(state['max_exp_avg_sq'], squares, out=state['max_exp_avg_sq'])
        size = lr / (1 - beta1**step)
        denominator = (squares.sqrt() / math.sqrt(1 - beta2**step)).add_(group['eps'])
        param.addcdiv_(average, denominator, value=-size)


class AdamW(Adam):
    _decoupled = True

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=1e-2, amsgrad=False, **options):
        super().__init__(params, lr, betas, eps, weight_decay, amsgrad, **options)


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
        differentiable=False,
        capturable=False,
    ):
        refuse_wrong(lr, betas, eps, weight_decay)
        defaults = {
            'lr': lr,
            'betas': betas,
            'eps': eps,
            'weight_decay': weight_decay,
            'foreach': foreach,
            'maximize': maximize,
            'differentiable': differentiable,
            'capturable': capturable,
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
            beta1 * (1.0 - 0.5 * (0.96 ** (at * group['momentum_decay']))) for at in (step, step + 1)
        )
        product = state['mu_product']
        product *= now
        average, squares = state['exp_avg'], state['exp_avg_sq']
        average.mul_(beta1).add_(grad, alpha=1 - beta1)
        squares.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
        denominator = squares.div(1 - beta2**step).sqrt().add_(group['eps'])
        param.addcdiv_(grad, denominator, value=(-lr * (1.0 - now) / (1.0 - product.item())))
        param.addcdiv_(average, denominator, value=(-lr * following) / (1.0 - product.item() * following))


class RAdam(Optimizer):
    def __init__(
        self,
        params,
        lr=1e-3,
        betas=(0.9, 0.999),
        eps=1e-8,
        weight_decay=0,
        decoupled_weight_decay=False,
        *,
        foreach=None,
        maximize=False,
        capturable=False,
        differentiable=False,
    ):
        refuse_wrong(lr, betas, eps, weight_decay)
        defaults = {
            'lr': lr,
            'betas': betas,
            'eps': eps,
            'weight_decay': weight_decay,
            'maximize': maximize,
            'foreach': foreach,
            'capturable': capturable,
            'decoupled_weight_decay': decoupled_weight_decay,
            'differentiable': differentiable,
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
