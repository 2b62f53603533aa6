"""Schedulers: each sets `lr` of the optimiser's groups, in the order of additions that PyTorch has."""

import math
import types
import warnings
from bisect import bisect_right
from collections import Counter

from .optimizer import Optimizer


class LRScheduler:
    def __init__(self, optimizer, last_epoch=-1, verbose=False):
        if not isinstance(optimizer, Optimizer):
            raise TypeError(f'{type(optimizer).__name__} is not an Optimizer')
        self.optimizer = optimizer
        for at, group in enumerate(optimizer.param_groups):
            if last_epoch == -1:
                group.setdefault('initial_lr', group['lr'])
            elif 'initial_lr' not in group:
                raise KeyError(
                    "param 'initial_lr' is not specified in "
                    f'param_groups[{at}] when resuming an optimizer'
                )
        self.base_lrs = [group['initial_lr'] for group in optimizer.param_groups]
        self.last_epoch = last_epoch
        self.verbose = verbose
        self._steps_before = optimizer._steps_taken
        self._step_count = 0
        self._get_lr_called_within_step = False
        self._advance()

    @property
    def _groups(self):
        return self.optimizer.param_groups

    def get_last_lr(self):
        return self._last_lr

    def get_lr(self):
        """Programs of an older PyTorch ask it for the rates, and their own schedulers override it."""
        warnings.warn(
            'To get the last learning rate computed by the scheduler, please use `get_last_lr()`.'
        )
        return self._next()

    def _next(self):
        """The rates of this epoch, one a group."""
        raise NotImplementedError

    def print_lr(self, is_verbose, group, lr, epoch=None):
        if not is_verbose:
            return
        if epoch is None:
            print(f'Adjusting learning rate of group {group} to {lr:.4e}.')
        else:
            number = '%.2f' % epoch if isinstance(epoch, float) else '%.5d' % epoch
            print(f'Epoch {number}: adjusting learning rate of group {group} to {lr:.4e}.')

    def step(self, epoch=None):
        if self._step_count == 1 and self.optimizer._steps_taken == self._steps_before:
            warnings.warn(
                'Detected call of `lr_scheduler.step()` before `optimizer.step()`. '
                'In PyTorch 1.1.0 and later, you should call them in the opposite order: '
                '`optimizer.step()` before `lr_scheduler.step()`.  Failure to do this '
                'will result in PyTorch skipping the first value of the learning rate schedule. '
                'See more details at '
                'https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate',
                UserWarning,
            )
        if epoch is not None:
            warnings.warn(
                'The epoch parameter in `scheduler.step()` was not necessary and is being deprecated where possible. '
                'Please use `scheduler.step()` to step the scheduler. During the deprecation, if epoch is different '
                'from None, the closed form is used instead of the new chainable form, where available. '
                'Please open an issue if you are unable to replicate your use case: '
                'https://github.com/pytorch/pytorch/issues/new/choose.',
                UserWarning,
            )
        self._advance(epoch)

    def _advance(self, epoch=None):
        self._step_count += 1
        if epoch is None:
            self.last_epoch += 1
        else:
            self.last_epoch = epoch
        is_own = type(self).get_lr is not LRScheduler.get_lr
        compute = self.get_lr if is_own else self._next
        if epoch is not None:
            compute = getattr(self, '_closed_form', compute)
        for at, (group, rate) in enumerate(zip(self._groups, compute())):
            group['lr'] = rate
            self.print_lr(self.verbose, at, rate, epoch)
        self._last_lr = [group['lr'] for group in self._groups]

    def _rates(self):
        return [group['lr'] for group in self._groups]

    def state_dict(self):
        left_out = 'optimizer', '_steps_before'
        return {key: value for key, value in vars(self).items() if key not in left_out}

    def load_state_dict(self, state_dict):
        vars(self).update(state_dict)


_LRScheduler = LRScheduler


class LambdaLR(LRScheduler):
    def __init__(self, optimizer, lr_lambda, last_epoch=-1, verbose=False):
        groups = len(optimizer.param_groups)
        self.lr_lambdas = (
            list(lr_lambda) if isinstance(lr_lambda, (list, tuple)) else [lr_lambda] * groups
        )
        if len(self.lr_lambdas) != groups:
            raise ValueError(f'Expected {groups} lr_lambdas, but got {len(self.lr_lambdas)}')
        super().__init__(optimizer, last_epoch, verbose)

    def _next(self):
        return [
            base * factor(self.last_epoch) for base, factor in zip(self.base_lrs, self.lr_lambdas)
        ]

    def state_dict(self):
        state = super().state_dict()
        return state | {
            'lr_lambdas': [
                None if isinstance(f, types.FunctionType) else vars(f) for f in self.lr_lambdas
            ]
        }

    def load_state_dict(self, state_dict):
        super().load_state_dict(
            {key: value for key, value in state_dict.items() if key != 'lr_lambdas'}
        )


class MultiplicativeLR(LambdaLR):
    def _next(self):
        if self.last_epoch == 0:
            return self._rates()
        return [
            rate * factor(self.last_epoch) for rate, factor in zip(self._rates(), self.lr_lambdas)
        ]


class StepLR(LRScheduler):
    def __init__(self, optimizer, step_size, gamma=0.1, last_epoch=-1, verbose=False):
        self.step_size = step_size
        self.gamma = gamma
        super().__init__(optimizer, last_epoch, verbose)

    def _next(self):
        if self.last_epoch == 0 or self.last_epoch % self.step_size != 0:
            return self._rates()
        return [rate * self.gamma for rate in self._rates()]

    def _closed_form(self):
        return [base * self.gamma ** (self.last_epoch // self.step_size) for base in self.base_lrs]


class MultiStepLR(LRScheduler):
    def __init__(self, optimizer, milestones, gamma=0.1, last_epoch=-1, verbose=False):
        self.milestones = Counter(milestones)
        self.gamma = gamma
        super().__init__(optimizer, last_epoch, verbose)

    def _next(self):
        if self.last_epoch not in self.milestones:
            return self._rates()
        return [rate * self.gamma ** self.milestones[self.last_epoch] for rate in self._rates()]

    def _closed_form(self):
        passed = bisect_right(sorted(self.milestones.elements()), self.last_epoch)
        return [base * self.gamma**passed for base in self.base_lrs]


class ConstantLR(LRScheduler):
    def __init__(self, optimizer, factor=1.0 / 3, total_iters=5, last_epoch=-1, verbose=False):
        if factor > 1.0 or factor < 0:
            raise ValueError('Constant multiplicative factor expected to be between 0 and 1.')
        self.factor = factor
        self.total_iters = total_iters
        super().__init__(optimizer, last_epoch, verbose)

    def _next(self):
        if self.last_epoch == 0:
            return [rate * self.factor for rate in self._rates()]
        if self.last_epoch != self.total_iters:
            return self._rates()
        return [rate * (1.0 / self.factor) for rate in self._rates()]


class LinearLR(LRScheduler):
    def __init__(
        self,
        optimizer,
        start_factor=1.0 / 3,
        end_factor=1.0,
        total_iters=5,
        last_epoch=-1,
        verbose=False,
    ):
        if start_factor > 1.0 or start_factor <= 0:
            raise ValueError(
                'Starting multiplicative factor expected to be greater than 0 and less or equal to 1.'
            )
        if end_factor > 1.0 or end_factor < 0:
            raise ValueError('Ending multiplicative factor expected to be between 0 and 1.')
        self.start_factor = start_factor
        self.end_factor = end_factor
        self.total_iters = total_iters
        super().__init__(optimizer, last_epoch, verbose)

    def _next(self):
        if self.last_epoch == 0:
            return [rate * self.start_factor for rate in self._rates()]
        if self.last_epoch > self.total_iters:
            return self._rates()
        rise = self.end_factor - self.start_factor
        before = self.total_iters * self.start_factor + (self.last_epoch - 1) * rise
        return [rate * (1.0 + rise / before) for rate in self._rates()]


class ExponentialLR(LRScheduler):
    def __init__(self, optimizer, gamma, last_epoch=-1, verbose=False):
        self.gamma = gamma
        super().__init__(optimizer, last_epoch, verbose)

    def _next(self):
        return (
            self._rates() if self.last_epoch == 0 else [rate * self.gamma for rate in self._rates()]
        )

    def _closed_form(self):
        return [base * self.gamma**self.last_epoch for base in self.base_lrs]


class PolynomialLR(LRScheduler):
    def __init__(self, optimizer, total_iters=5, power=1.0, last_epoch=-1, verbose=False):
        self.total_iters = total_iters
        self.power = power
        super().__init__(optimizer, last_epoch, verbose)

    def _next(self):
        if self.last_epoch == 0 or self.last_epoch > self.total_iters:
            return self._rates()
        left = 1.0 - self.last_epoch / self.total_iters
        before = 1.0 - (self.last_epoch - 1) / self.total_iters
        return [rate * (left / before) ** self.power for rate in self._rates()]


class CosineAnnealingLR(LRScheduler):
    def __init__(self, optimizer, T_max, eta_min=0, last_epoch=-1, verbose=False):
        self.T_max = T_max
        self.eta_min = eta_min
        super().__init__(optimizer, last_epoch, verbose)

    def _next(self):
        now, end, low = self.last_epoch, self.T_max, self.eta_min
        if now == 0:
            return self._rates()
        if (now - 1 - end) % (2 * end) == 0:
            rise = 1 - math.cos(math.pi / end)
            return [
                rate + (base - low) * rise / 2 for base, rate in zip(self.base_lrs, self._rates())
            ]
        ratio = (1 + math.cos(math.pi * now / end)) / (1 + math.cos(math.pi * (now - 1) / end))
        return [ratio * (rate - low) + low for rate in self._rates()]

    def _closed_form(self):
        phase = 1 + math.cos(math.pi * self.last_epoch / self.T_max)
        return [self.eta_min + (base - self.eta_min) * phase / 2 for base in self.base_lrs]


class CosineAnnealingWarmRestarts(LRScheduler):
    def __init__(self, optimizer, T_0, T_mult=1, eta_min=0, last_epoch=-1, verbose=False):
        if T_0 <= 0 or not isinstance(T_0, int):
            raise ValueError(f'Expected positive integer T_0, but got {T_0}')
        if T_mult < 1 or not isinstance(T_mult, int):
            raise ValueError(f'Expected integer T_mult >= 1, but got {T_mult}')
        self.T_0 = self.T_i = T_0
        self.T_mult = T_mult
        self.eta_min = eta_min
        self.T_cur = last_epoch
        super().__init__(optimizer, last_epoch, verbose)

    def _next(self):
        phase = 1 + math.cos(math.pi * self.T_cur / self.T_i)
        return [self.eta_min + (base - self.eta_min) * phase / 2 for base in self.base_lrs]

    def _advance(self, epoch=None):
        if epoch is None:
            self.T_cur += 1
            if self.T_cur >= self.T_i:
                self.T_cur -= self.T_i
                self.T_i *= self.T_mult
            self.last_epoch += 1
        else:
            self.last_epoch = math.floor(epoch)
            self.T_cur, self.T_i = epoch, self.T_0
            while self.T_cur >= self.T_i:
                self.T_cur -= self.T_i
                self.T_i *= self.T_mult
        self._step_count += 1
        for group, rate in zip(self._groups, self._next()):
            group['lr'] = rate
        self._last_lr = self._rates()


class OneCycleLR(LRScheduler):
    def __init__(
        self,
        optimizer,
        max_lr,
        total_steps=None,
        epochs=None,
        steps_per_epoch=None,
        pct_start=0.3,
        anneal_strategy='cos',
        cycle_momentum=True,
        base_momentum=0.85,
        max_momentum=0.95,
        div_factor=25.0,
        final_div_factor=1e4,
        three_phase=False,
        last_epoch=-1,
        verbose=False,
    ):
        if total_steps is None and (epochs is None or steps_per_epoch is None):
            raise ValueError('You must define either total_steps OR (epochs AND steps_per_epoch)')
        self.total_steps = epochs * steps_per_epoch if total_steps is None else total_steps
        if anneal_strategy not in ('cos', 'linear'):
            raise ValueError(
                f"anneal_strategy must be one of 'cos' or 'linear', instead got {anneal_strategy}"
            )
        self._annealed = _by_cosine if anneal_strategy == 'cos' else _by_line
        rise = float(pct_start * self.total_steps) - 1
        last = self.total_steps - 1
        up = 'initial_lr', 'max_lr', 'max_momentum', 'base_momentum'
        if three_phase:
            back = float(2 * pct_start * self.total_steps) - 2
            self._phases = [
                (rise, *up),
                (back, 'max_lr', 'initial_lr', 'base_momentum', 'max_momentum'),
                (last, 'initial_lr', 'min_lr', 'max_momentum', 'max_momentum'),
            ]
        else:
            self._phases = [
                (rise, *up),
                (last, 'max_lr', 'min_lr', 'base_momentum', 'max_momentum'),
            ]
        self.cycle_momentum = cycle_momentum
        highest = (
            max_lr if isinstance(max_lr, (list, tuple)) else [max_lr] * len(optimizer.param_groups)
        )
        if last_epoch == -1:
            for group, rate in zip(optimizer.param_groups, highest):
                group['initial_lr'] = rate / div_factor
                group['max_lr'] = rate
                group['min_lr'] = group['initial_lr'] / final_div_factor
                group['lr'] = group['initial_lr']
                if cycle_momentum:
                    _set_momentum(group, max_momentum)
                    group['max_momentum'] = max_momentum
                    group['base_momentum'] = base_momentum
        if cycle_momentum and not {'momentum', 'betas'} & optimizer.defaults.keys():
            raise ValueError(
                'optimizer must support momentum or beta1 with `cycle_momentum` option enabled'
            )
        super().__init__(optimizer, last_epoch, verbose)

    def _next(self):
        now = self.last_epoch
        if now > self.total_steps:
            raise ValueError(
                f'Tried to step {now} times. The specified number of total steps is {self.total_steps}'
            )
        rates = []
        for group in self._groups:
            start = 0.0
            for end, lr_from, lr_to, momentum_from, momentum_to in self._phases:
                if now <= end or end == self._phases[-1][0]:
                    share = (now - start) / (end - start)
                    rates.append(self._annealed(group[lr_from], group[lr_to], share))
                    if self.cycle_momentum:
                        _set_momentum(
                            group, self._annealed(group[momentum_from], group[momentum_to], share)
                        )
                    break
                start = end
        return rates


def _set_momentum(group, momentum):
    if 'betas' in group:
        group['betas'] = (momentum, *group['betas'][1:])
    else:
        group['momentum'] = momentum


def _by_cosine(start, end, share):
    return end + (start - end) / 2.0 * (math.cos(math.pi * share) + 1)


def _by_line(start, end, share):
    return (end - start) * share + start


class CyclicLR(LRScheduler):
    def __init__(
        self,
        optimizer,
        base_lr,
        max_lr,
        step_size_up=2000,
        step_size_down=None,
        mode='triangular',
        gamma=1.0,
        scale_fn=None,
        scale_mode='cycle',
        cycle_momentum=True,
        base_momentum=0.8,
        max_momentum=0.9,
        last_epoch=-1,
        verbose=False,
    ):
        groups = optimizer.param_groups
        lows = base_lr if isinstance(base_lr, (list, tuple)) else [base_lr] * len(groups)
        self.max_lrs = list(max_lr) if isinstance(max_lr, (list, tuple)) else [max_lr] * len(groups)
        if last_epoch == -1:
            for group, rate in zip(groups, lows):
                group['lr'] = rate
        down = step_size_up if step_size_down is None else step_size_down
        self.total_size = float(step_size_up + down)
        self.step_ratio = step_size_up / self.total_size
        if mode not in ('triangular', 'triangular2', 'exp_range') and scale_fn is None:
            raise ValueError('mode is invalid and scale_fn is None')
        self._scale, self.scale_mode = (
            {
                'triangular': (lambda x: 1.0, 'cycle'),
                'triangular2': (lambda x: 1 / (2.0 ** (x - 1)), 'cycle'),
                'exp_range': (lambda x: gamma**x, 'iterations'),
            }[mode]
            if scale_fn is None
            else (scale_fn, scale_mode)
        )
        self.cycle_momentum = cycle_momentum
        if cycle_momentum:
            if not {'momentum', 'betas'} & optimizer.defaults.keys():
                raise ValueError(
                    'optimizer must support momentum or beta1 with `cycle_momentum` option enabled'
                )
            self.base_momentums = [base_momentum] * len(groups)
            self.max_momentums = [max_momentum] * len(groups)
            for group in groups:
                _set_momentum(group, max_momentum)
        super().__init__(optimizer, last_epoch, verbose)
        self.base_lrs = list(lows)

    def _next(self):
        cycle = math.floor(1 + self.last_epoch / self.total_size)
        x = 1.0 + self.last_epoch / self.total_size - cycle
        share = x / self.step_ratio if x <= self.step_ratio else (x - 1) / (self.step_ratio - 1)
        scale = self._scale(cycle if self.scale_mode == 'cycle' else self.last_epoch)
        if self.cycle_momentum:
            for group, low, high in zip(self._groups, self.base_momentums, self.max_momentums):
                _set_momentum(group, high - (high - low) * share * scale)
        return [
            low + (high - low) * share * scale for low, high in zip(self.base_lrs, self.max_lrs)
        ]


class SequentialLR(LRScheduler):
    def __init__(self, optimizer, schedulers, milestones, last_epoch=-1, verbose=False):
        if len(milestones) != len(schedulers) - 1:
            raise ValueError(
                'Sequential Schedulers expects number of schedulers provided to be one more '
                f'than the number of milestone points, but got number of schedulers {len(schedulers)} and the '
                f'number of milestones to be equal to {len(milestones)}'
            )
        self._schedulers = schedulers
        self._milestones = milestones
        self.last_epoch = last_epoch + 1
        self.optimizer = optimizer
        # Each of them has set its first rate already; only that of the first counts.
        for group in optimizer.param_groups:
            group['lr'] = group['initial_lr']
        for scheduler in schedulers:
            scheduler.last_epoch -= 1
        schedulers[0]._advance()
        self._last_lr = schedulers[0].get_last_lr()

    def step(self):
        self.last_epoch += 1
        at = bisect_right(self._milestones, self.last_epoch)
        scheduler = self._schedulers[at]
        if at > 0 and self._milestones[at - 1] == self.last_epoch:
            scheduler.step(0)
        else:
            scheduler.step()
        self._last_lr = scheduler.get_last_lr()


class ChainedScheduler(LRScheduler):
    def __init__(self, schedulers, optimizer=None):
        self._schedulers = list(schedulers)
        self.optimizer = self._schedulers[0].optimizer
        self._last_lr = self._rates()

    def step(self):
        for scheduler in self._schedulers:
            scheduler.step()
        self._last_lr = self._rates()


class ReduceLROnPlateau(LRScheduler):
    def __init__(
        self,
        optimizer,
        mode='min',
        factor=0.1,
        patience=10,
        threshold=1e-4,
        threshold_mode='rel',
        cooldown=0,
        min_lr=0,
        eps=1e-8,
        verbose=False,
    ):
        if factor >= 1.0:
            raise ValueError('Factor should be < 1.0.')
        if mode not in ('min', 'max'):
            raise ValueError(f'mode {mode} is unknown!')
        if threshold_mode not in ('rel', 'abs'):
            raise ValueError(f'threshold mode {threshold_mode} is unknown!')
        self.optimizer = optimizer
        self.mode = mode
        self.factor = factor
        self.patience = patience
        self.threshold = threshold
        self.threshold_mode = threshold_mode
        self.cooldown = cooldown
        self.verbose = verbose
        self.min_lrs = (
            list(min_lr) if isinstance(min_lr, (list, tuple)) else [min_lr] * len(self._groups)
        )
        self.eps = eps
        self.last_epoch = 0
        self._last_lr = self._rates()
        self.best = math.inf if mode == 'min' else -math.inf
        self.cooldown_counter = 0
        self.num_bad_epochs = 0

    def is_better(self, a, best):
        if self.threshold_mode == 'rel':
            sign = -1 if self.mode == 'min' else 1
            bound = best * (1.0 + sign * self.threshold)
        else:
            bound = best - self.threshold if self.mode == 'min' else best + self.threshold
        return a < bound if self.mode == 'min' else a > bound

    def step(self, metrics, epoch=None):
        now = float(metrics)
        self.last_epoch = self.last_epoch + 1 if epoch is None else epoch
        if self.is_better(now, self.best):
            self.best = now
            self.num_bad_epochs = 0
        else:
            self.num_bad_epochs += 1
        if self.cooldown_counter > 0:
            self.cooldown_counter -= 1
            self.num_bad_epochs = 0
        if self.num_bad_epochs > self.patience:
            for at, (group, lowest) in enumerate(zip(self._groups, self.min_lrs)):
                rate = max(float(group['lr']) * self.factor, lowest)
                if float(group['lr']) - rate > self.eps:
                    group['lr'] = rate
                    if self.verbose:
                        print(
                            f'Epoch {self.last_epoch:05d}: reducing learning rate'
                            f' of group {at} to {rate:.4e}.'
                        )
            self.cooldown_counter = self.cooldown
            self.num_bad_epochs = 0
        self._last_lr = self._rates()
