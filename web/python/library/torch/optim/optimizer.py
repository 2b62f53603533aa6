"""What the optimisers have in common: groups of parameters, their state, and what is saved of them."""

import copy
import functools
from collections import defaultdict
from collections.abc import Iterable

import torch
from torch import Tensor


class Optimizer:
    def __init__(self, params, defaults):
        if isinstance(params, Tensor):
            raise TypeError(
                'params argument given to the optimizer should be an iterable of Tensors or dicts, '
                f'but got {torch.typename(params)}'
            )
        self.defaults = defaults
        self.state = defaultdict(dict)
        self.param_groups = []
        self._steps_taken = 0
        groups = list(params)
        if not groups:
            raise ValueError('optimizer got an empty parameter list')
        for group in groups if isinstance(groups[0], dict) else [{'params': groups}]:
            self.add_param_group(group)

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if 'step' in vars(cls):
            cls.step = _counted(cls.step)

    def __repr__(self):
        text = type(self).__name__ + ' ('
        for at, group in enumerate(self.param_groups):
            text += f'\nParameter Group {at}\n'
            text += ''.join(
                f'    {key}: {group[key]}\n' for key in sorted(group) if key != 'params'
            )
        return text + ')'

    def add_param_group(self, param_group):
        if not isinstance(param_group, dict):
            raise TypeError(f'param_group must be a dict, but got {type(param_group)}')
        params = param_group['params']
        if isinstance(params, set):
            raise TypeError(
                'optimizer parameters need to be organized in ordered collections, but the ordering of tensors '
                'in sets will change between runs. Please use a list instead.'
            )
        if isinstance(params, Tensor):
            params = [params]
        elif not isinstance(params, Iterable):
            raise TypeError(f'{type(params).__name__!r} object is not iterable')
        params = [each[1] if isinstance(each, tuple) else each for each in params]
        for param in params:
            if not isinstance(param, Tensor):
                raise TypeError(
                    'optimizer can only optimize Tensors, but one of the params is '
                    + torch.typename(param)
                )
            if not (param.is_leaf or param.retains_grad):
                raise ValueError("can't optimize a non-leaf Tensor")
        group = {
            'params': params,
            **{key: value for key, value in param_group.items() if key != 'params'},
        }
        for key, default in self.defaults.items():
            group.setdefault(key, default)
        known = {param for other in self.param_groups for param in other['params']}
        if not known.isdisjoint(params):
            raise ValueError('some parameters appear in more than one parameter group')
        self.param_groups.append(group)

    def zero_grad(self, set_to_none=True):
        for group in self.param_groups:
            for param in group['params']:
                if param.grad is not None:
                    if set_to_none:
                        param.grad = None
                    else:
                        param.grad.detach_().zero_()

    @torch.no_grad()
    def step(self, closure=None):
        """Changes each parameter that has a gradient; `closure` computes the loss again, and is returned."""
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        for group in self.param_groups:
            for param in group['params']:
                if param.grad is not None:
                    grad = param.grad
                    self._update(
                        param, -grad if group.get('maximize') else grad, self.state[param], group
                    )
        return loss

    def _update(self, param, grad, state, group):
        raise NotImplementedError

    def state_dict(self):
        numbers = {}
        groups = []
        for group in self.param_groups:
            for param in group['params']:
                numbers.setdefault(param, len(numbers))
            kept = {key: value for key, value in group.items() if key != 'params'}
            groups.append({**kept, 'params': [numbers[param] for param in group['params']]})
        state = {
            numbers[param] if isinstance(param, Tensor) else param: each
            for param, each in self.state.items()
        }
        return {'state': state, 'param_groups': groups}

    def load_state_dict(self, state_dict):
        groups, saved = self.param_groups, copy.deepcopy(state_dict['param_groups'])
        if len(groups) != len(saved):
            raise ValueError('loaded state dict has a different number of parameter groups')
        if any(len(mine['params']) != len(theirs['params']) for mine, theirs in zip(groups, saved)):
            raise ValueError(
                "loaded state dict contains a parameter group that doesn't match the size of optimizer's group"
            )
        by_number = {
            number: param
            for mine, theirs in zip(groups, saved)
            for number, param in zip(theirs['params'], mine['params'])
        }
        self.state = defaultdict(dict)
        for key, state in state_dict['state'].items():
            param = by_number.get(key)
            self.state[key if param is None else param] = {
                name: _loaded(name, value, param) for name, value in state.items()
            }
        self.param_groups = [
            {**theirs, 'params': mine['params']} for mine, theirs in zip(groups, saved)
        ]


def _loaded(name, value, param):
    """What was saved, as its parameter is now: of its dtype and on its device, but for the count of steps."""
    if not isinstance(value, Tensor):
        return value
    if param is None or name == 'step':
        return value.clone()
    return value.to(param.device, param.dtype if param.is_floating_point() else None, copy=True)


def _counted(step):
    """So that a scheduler sees whether the optimiser has stepped."""

    @functools.wraps(step)
    def run(self, *args, **kwargs):
        self._steps_taken += 1
        return step(self, *args, **kwargs)

    return run


Optimizer.step = _counted(Optimizer.step)


def refuse_unless(is_right, what, value):
    if not is_right:
        raise ValueError(f'Invalid {what}: {value}')
