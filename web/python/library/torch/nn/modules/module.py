"""`nn.Module`: a tree of parameters, buffers and modules, with hooks, modes and a state."""

import itertools
from collections import OrderedDict, namedtuple

import torch
from torch import Tensor
from torch._absent import missing_in

from ..parameter import Parameter


class _IncompatibleKeys(namedtuple('IncompatibleKeys', ['missing_keys', 'unexpected_keys'])):
    def __repr__(self):
        if not self.missing_keys and not self.unexpected_keys:
            return '<All keys matched successfully>'
        return super().__repr__()

    __str__ = __repr__


class RemovableHandle:
    """Takes a hook away again."""

    _next_id = itertools.count()

    def __init__(self, hooks):
        self._hooks = hooks
        self.id = next(self._next_id)

    def remove(self):
        self._hooks.pop(self.id, None)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.remove()


def _indented(text, by=2):
    """All lines but the first."""
    return text.replace('\n', '\n' + ' ' * by)


class _State(OrderedDict):
    """The state of a module. It prints as an OrderedDict does up to Python 3.11: PyTorch 1.13 knows no later one."""

    def __repr__(self):
        return f'OrderedDict({list(self.items()) if self else ""})'

    def __reduce__(self):
        return OrderedDict, (), vars(self), None, iter(self.items())


_State.__name__ = _State.__qualname__ = 'OrderedDict'
_State.__module__ = 'collections'


class Module:
    dump_patches = False
    training: bool

    def __init__(self, *args, **kwargs):
        if args or kwargs:
            name = f'{type(self).__name__}.__init__()'
            if kwargs:
                raise TypeError(f'{name} got an unexpected keyword argument {next(iter(kwargs))!r}')
            raise TypeError(f'{name} takes 1 positional argument but {len(args) + 1} were given')
        for name in _TABLES:
            object.__setattr__(self, name, OrderedDict())
        object.__setattr__(self, 'training', True)
        object.__setattr__(self, '_non_persistent_buffers_set', set())

    def forward(self, *input):
        raise NotImplementedError(
            f'Module [{type(self).__name__}] is missing the required "forward" function'
        )

    # Attributes

    def __getattr__(self, name):
        for table in ('_parameters', '_buffers', '_modules'):
            entries = self.__dict__.get(table)
            if entries is not None and name in entries:
                return entries[name]
        raise missing_in(self, name)

    def __setattr__(self, name, value):
        entries = self.__dict__
        parameters, modules, buffers = (
            entries.get(table) for table in ('_parameters', '_modules', '_buffers')
        )
        if isinstance(value, Parameter):
            if parameters is None:
                raise AttributeError('cannot assign parameters before Module.__init__() call')
            self._forget(name, but_in=parameters)
            self.register_parameter(name, value)
        elif parameters is not None and name in parameters:
            if value is not None:
                raise TypeError(
                    f"cannot assign '{torch.typename(value)}' as parameter '{name}' (torch.nn.Parameter or None expected)"
                )
            parameters[name] = None
        elif isinstance(value, Module):
            if modules is None:
                raise AttributeError('cannot assign module before Module.__init__() call')
            self._forget(name, but_in=modules)
            modules[name] = value
        elif modules is not None and name in modules:
            if value is not None:
                raise TypeError(
                    f"cannot assign '{torch.typename(value)}' as child module '{name}' (torch.nn.Module or None expected)"
                )
            modules[name] = None
        elif buffers is not None and name in buffers:
            if value is not None and not isinstance(value, Tensor):
                raise TypeError(
                    f"cannot assign '{torch.typename(value)}' as buffer '{name}' (torch.Tensor or None expected)"
                )
            buffers[name] = value
        else:
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if any(name in table for table in (self._parameters, self._buffers, self._modules)):
            self._forget(name)
        else:
            object.__delattr__(self, name)

    def _forget(self, name, but_in=None):
        """Takes a name away from wherever it is, but in the table where it is about to be set: it keeps its place there."""
        for table in (self.__dict__, self._parameters, self._buffers, self._modules):
            if table is not but_in:
                table.pop(name, None)
        self._non_persistent_buffers_set.discard(name)

    def __dir__(self):
        return sorted({*object.__dir__(self), *self._parameters, *self._modules, *self._buffers})

    def _checked_name(self, kind, name, taken):
        if not isinstance(name, str):
            raise TypeError(f'{kind} name should be a string. Got {torch.typename(name)}')
        if '.' in name:
            raise KeyError(
                f'{kind} name can\'t contain ".", got: {name}'
                if kind == 'module'
                else f'{kind} name can\'t contain "."'
            )
        if name == '':
            raise KeyError(f'{kind} name can\'t be empty string ""')
        if hasattr(self, name) and name not in taken:
            raise KeyError(f"attribute '{name}' already exists")

    def register_buffer(self, name, tensor, persistent=True):
        if '_buffers' not in self.__dict__:
            raise AttributeError('cannot assign buffer before Module.__init__() call')
        self._checked_name('buffer', name, self._buffers)
        if tensor is not None and not isinstance(tensor, Tensor):
            raise TypeError(
                f"cannot assign '{torch.typename(tensor)}' object to buffer '{name}' (torch Tensor or None required)"
            )
        self._buffers[name] = tensor
        if persistent:
            self._non_persistent_buffers_set.discard(name)
        else:
            self._non_persistent_buffers_set.add(name)

    def register_parameter(self, name, param):
        if '_parameters' not in self.__dict__:
            raise AttributeError('cannot assign parameter before Module.__init__() call')
        self._checked_name('parameter', name, self._parameters)
        if param is not None and not isinstance(param, Parameter):
            raise TypeError(
                f"cannot assign '{torch.typename(param)}' object to parameter '{name}' "
                '(torch.nn.Parameter or None required)'
            )
        if param is not None and param.grad_fn is not None:
            raise ValueError(
                f"Cannot assign non-leaf Tensor to parameter '{name}'. Model parameters must be created explicitly. "
                f"To express '{name}' as a function of another Tensor, compute the value in the forward() method."
            )
        self._parameters[name] = param

    def add_module(self, name, module):
        if not isinstance(module, Module) and module is not None:
            raise TypeError(f'{torch.typename(module)} is not a Module subclass')
        self._checked_name('module', name, self._modules)
        self._modules[name] = module

    register_module = add_module

    # The tree

    def children(self):
        return (module for _, module in self.named_children())

    def named_children(self):
        seen = set()
        for name, module in self._modules.items():
            if module is not None and module not in seen:
                seen.add(module)
                yield name, module

    def modules(self):
        return (module for _, module in self.named_modules())

    def named_modules(self, memo=None, prefix='', remove_duplicate=True):
        memo = set() if memo is None else memo
        if self in memo:
            return
        if remove_duplicate:
            memo.add(self)
        yield prefix, self
        for name, module in self._modules.items():
            if module is not None:
                yield from module.named_modules(
                    memo, f'{prefix}.{name}' if prefix else name, remove_duplicate
                )

    def _named_members(self, table, prefix, recurse, remove_duplicate):
        seen = set()
        for path, module in self.named_modules(prefix=prefix) if recurse else [(prefix, self)]:
            for name, member in getattr(module, table).items():
                if member is None or member in seen:
                    continue
                if remove_duplicate:
                    seen.add(member)
                yield f'{path}.{name}' if path else name, member

    def named_parameters(self, prefix='', recurse=True, remove_duplicate=True):
        return self._named_members('_parameters', prefix, recurse, remove_duplicate)

    def parameters(self, recurse=True):
        return (parameter for _, parameter in self.named_parameters(recurse=recurse))

    def named_buffers(self, prefix='', recurse=True, remove_duplicate=True):
        return self._named_members('_buffers', prefix, recurse, remove_duplicate)

    def buffers(self, recurse=True):
        return (buffer for _, buffer in self.named_buffers(recurse=recurse))

    def get_submodule(self, target):
        module = self
        for name in target.split('.') if target else []:
            if not hasattr(module, name):
                raise AttributeError(f'{module._get_name()} has no attribute `{name}`')
            module = getattr(module, name)
            if not isinstance(module, Module):
                raise AttributeError(f'`{name}` is not an nn.Module')
        return module

    def get_parameter(self, target):
        path, _, name = target.rpartition('.')
        module = self.get_submodule(path)
        if not hasattr(module, name):
            raise AttributeError(f'{module._get_name()} has no attribute `{name}`')
        parameter = getattr(module, name)
        if not isinstance(parameter, Parameter):
            raise AttributeError(f'`{name}` is not an nn.Parameter')
        return parameter

    def get_buffer(self, target):
        path, _, name = target.rpartition('.')
        module = self.get_submodule(path)
        if name not in module._buffers:
            raise AttributeError(f'`{name}` is not a buffer')
        return module._buffers[name]

    # To all of the tree

    def apply(self, fn):
        for module in self.children():
            module.apply(fn)
        fn(self)
        return self

    def train(self, mode=True):
        if not isinstance(mode, bool):
            raise ValueError('training mode is expected to be boolean')
        self.training = mode
        for module in self.children():
            module.train(mode)
        return self

    def eval(self):
        return self.train(False)

    def requires_grad_(self, requires_grad=True):
        for parameter in self.parameters():
            parameter.requires_grad_(requires_grad)
        return self

    def zero_grad(self, set_to_none=True):
        for parameter in self.parameters():
            if parameter.grad is not None:
                if set_to_none:
                    parameter.grad = None
                else:
                    parameter.grad.detach_().zero_()

    def _apply(self, fn):
        """Puts `fn` of each parameter and buffer in its place. Parameters stay the same objects."""
        for module in self.children():
            module._apply(fn)
        for parameter in self._parameters.values():
            if parameter is not None:
                with torch.no_grad():
                    changed = fn(parameter)
                    if changed is not parameter:
                        parameter.data = changed
                    if parameter.grad is not None:
                        parameter.grad.data = fn(parameter.grad)
        for name, buffer in self._buffers.items():
            if buffer is not None:
                self._buffers[name] = fn(buffer)
        return self

    def to(self, *args, **kwargs):
        dtype = kwargs.get('dtype') or next(
            (arg for arg in args if isinstance(arg, torch.dtype)), None
        )
        if dtype is not None and not dtype.is_floating_point:
            raise TypeError(
                f'nn.Module.to only accepts floating point or complex dtypes, but got desired dtype={dtype}'
            )
        device = kwargs.get('device') or next(
            (arg for arg in args if isinstance(arg, (str, int, torch.device))), None
        )
        for arg in args:
            if isinstance(arg, Tensor):
                dtype, device = arg.dtype, arg.device
        return self._apply(
            lambda t: t.to(device=device, dtype=dtype if t.dtype.is_floating_point else None)
        )

    def cuda(self, device=None):
        return self._apply(lambda t: t.cuda(device))

    def cpu(self):
        return self._apply(lambda t: t.cpu())

    def float(self):
        return self._apply(lambda t: t.float() if t.dtype.is_floating_point else t)

    def double(self):
        return self._apply(lambda t: t.double() if t.dtype.is_floating_point else t)

    def type(self, dst_type):
        return self._apply(lambda t: t.type(dst_type))

    def share_memory(self):
        return self

    # The state

    def state_dict(self, *args, destination=None, prefix='', keep_vars=False):
        if destination is None:
            destination = _State()
            destination._metadata = OrderedDict()
        destination._metadata[prefix[:-1]] = {'version': 1}
        self._save_to_state_dict(destination, prefix, keep_vars)
        for name, module in self._modules.items():
            if module is not None:
                module.state_dict(
                    destination=destination, prefix=f'{prefix}{name}.', keep_vars=keep_vars
                )
        return destination

    def _save_to_state_dict(self, destination, prefix, keep_vars):
        for name, member in self._own_state().items():
            destination[prefix + name] = member if keep_vars else member.detach()

    def _own_state(self):
        """Parameters and buffers of this module that have a place in its state, by name."""
        buffers = {
            n: b for n, b in self._buffers.items() if n not in self._non_persistent_buffers_set
        }
        return {
            name: member
            for name, member in (self._parameters | buffers).items()
            if member is not None
        }

    def load_state_dict(self, state_dict, strict=True, assign=False):
        if not hasattr(state_dict, 'keys'):
            raise TypeError(f'Expected state_dict to be dict-like, got {type(state_dict)}.')
        missing, unexpected, errors = [], [], []
        self._load(dict(state_dict), '', assign, missing, unexpected, errors)
        if strict:
            for keys, adjective in ((unexpected, 'Unexpected'), (missing, 'Missing')):
                if keys:
                    listed = ', '.join(f'"{key}"' for key in keys)
                    errors.insert(0, f'{adjective} key(s) in state_dict: {listed}. ')
        if errors:
            reasons = '\n\t'.join(errors)
            raise RuntimeError(
                f'Error(s) in loading state_dict for {type(self).__name__}:\n\t{reasons}'
            )
        return _IncompatibleKeys(missing, unexpected)

    def _load(self, state, prefix, assign, missing, unexpected, errors):
        state = {key: value for key, value in state.items() if key.startswith(prefix)}
        self._load_from_state_dict(
            state, prefix, {'assign_to_params_buffers': assign}, True, missing, unexpected, errors
        )
        for name, module in self._modules.items():
            if module is not None:
                module._load(state, f'{prefix}{name}.', assign, missing, unexpected, errors)

    def _load_from_state_dict(
        self, state_dict, prefix, local_metadata, strict, missing_keys, unexpected_keys, error_msgs
    ):
        own = self._own_state()
        for name, member in own.items():
            key = prefix + name
            if key in state_dict:
                self._load_one(name, member, key, state_dict[key], local_metadata, error_msgs)
            elif strict:
                missing_keys.append(key)
        if strict:
            for key in state_dict:
                first, _, deeper = key[len(prefix) :].partition('.')
                if first not in self._modules and (deeper or first not in own):
                    unexpected_keys.append(key)

    def _load_one(self, name, member, key, loaded, metadata, errors):
        if not isinstance(loaded, Tensor):
            errors.append(
                f'While copying the parameter named "{key}", expected torch.Tensor or Tensor-like object '
                f'from checkpoint but received {type(loaded)}'
            )
        elif loaded.shape != member.shape:
            errors.append(
                f'size mismatch for {key}: copying a param with shape {loaded.shape} from checkpoint, '
                f'the shape in current model is {member.shape}.'
            )
        elif metadata.get('assign_to_params_buffers'):
            setattr(
                self,
                name,
                Parameter(loaded, member.requires_grad)
                if isinstance(member, Parameter)
                else loaded,
            )
        else:
            with torch.no_grad():
                member.copy_(loaded)

    # Calls and hooks

    def __call__(self, *args, **kwargs):
        if not (
            self._forward_pre_hooks
            or self._forward_hooks
            or self._backward_hooks
            or self._backward_pre_hooks
        ):
            return self.forward(*args, **kwargs)
        return self._call_with_hooks(args, kwargs)

    def _call_with_hooks(self, args, kwargs):
        for hook, with_kwargs in list(self._forward_pre_hooks.values()):
            if with_kwargs:
                changed = hook(self, args, kwargs)
                if changed is not None:
                    args, kwargs = changed
            else:
                changed = hook(self, args)
                if changed is not None:
                    args = changed if isinstance(changed, tuple) else (changed,)
        backward = None
        if self._backward_hooks or self._backward_pre_hooks:
            from ._backward_hooks import BackwardHooks

            backward = BackwardHooks(self)
            args = backward.begin(args)
        result = self.forward(*args, **kwargs)
        for hook, with_kwargs in list(self._forward_hooks.values()):
            changed = hook(self, args, kwargs, result) if with_kwargs else hook(self, args, result)
            if changed is not None:
                result = changed
        return backward.end(result) if backward else result

    def _registered(self, table, hook, prepend=False):
        handle = RemovableHandle(table)
        table[handle.id] = hook
        if prepend:
            table.move_to_end(handle.id, last=False)
        return handle

    def register_forward_pre_hook(self, hook, *, prepend=False, with_kwargs=False):
        return self._registered(self._forward_pre_hooks, (hook, with_kwargs), prepend)

    def register_forward_hook(self, hook, *, prepend=False, with_kwargs=False, always_call=False):
        return self._registered(self._forward_hooks, (hook, with_kwargs), prepend)

    def register_full_backward_pre_hook(self, hook, prepend=False):
        return self._registered(self._backward_pre_hooks, hook, prepend)

    def register_full_backward_hook(self, hook, prepend=False):
        return self._registered(self._backward_hooks, hook, prepend)

    def register_backward_hook(self, hook):
        return self._registered(self._backward_hooks, hook)

    # The print

    def _get_name(self):
        return type(self).__name__

    def extra_repr(self):
        return ''

    def __repr__(self):
        extra = self.extra_repr()
        lines = extra.split('\n') if extra else []
        children = [
            f'({name}): {_indented(repr(module))}' for name, module in self._modules.items()
        ]
        if not children and len(lines) <= 1:
            return f'{self._get_name()}({extra})'
        return f'{self._get_name()}(\n  ' + '\n  '.join(lines + children) + '\n)'


_TABLES = (
    '_parameters',
    '_buffers',
    '_modules',
    '_forward_pre_hooks',
    '_forward_hooks',
    '_backward_hooks',
    '_backward_pre_hooks',
)
