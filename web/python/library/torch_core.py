"""The core's operations, through the JavaScript beside this interpreter, as the door of `torch` says.

A call crosses with numbers alone. What it is a call of, and of which kinds its arguments are, is a plan, which is told
once, as text: src/bindings/operations/plan.hpp. web/python/core-door.ts says what comes back.
"""

import builtins
import json
import random
from array import array

import playground_core as _core

_call = _core.call

# What Python has let go of. It is released with the next call: a call of its own would double what a tensor costs.
_freed = []


class Handle:
    """One reference to a tensor of the core."""

    __slots__ = ('id',)

    def __init__(self, id):
        self.id = id

    def __del__(self):
        _freed.append(self.id)


class GeneratorHandle:
    """One reference to a generator of the core."""

    __slots__ = ('id',)

    def __init__(self, id):
        self.id = id

    def __del__(self):
        _core.release_generator(self.id)


class _Dtype(str):
    """The name of a dtype, as an argument."""


class _Device(str):
    """The name of a device, as an argument."""


_LARGEST = 1 << 53

# The number of each plan.
_plans = {}
_MOST_PLANS = 5000


def _arguments(arguments, numbers):
    """The lines of the arguments. What a call gives of them is put behind the numbers."""
    lines = ''
    for argument in arguments:
        kind = type(argument)
        if kind is Handle:
            lines += '\nt'
            numbers.append(argument.id)
        elif kind is int and -_LARGEST <= argument <= _LARGEST:
            lines += '\ni'
            numbers.append(argument)
        elif kind is float:
            lines += '\nf'
            numbers.append(argument)
        else:
            lines += _other_argument(argument, numbers)
    return lines


def _other_argument(argument, numbers):
    if argument is None:
        return '\nn'
    if isinstance(argument, bool):
        numbers.append(argument)
        return '\nb'
    if isinstance(argument, GeneratorHandle):
        numbers.append(argument.id)
        return '\ng'
    if isinstance(argument, (list, tuple)):
        bracket = '[' if isinstance(argument, list) else '('
        return f'\n{bracket}{_arguments(argument, numbers)}\n]'
    if isinstance(argument, _Dtype):
        return f'\nd{argument}'
    if isinstance(argument, _Device):
        return f'\np{argument}'
    if isinstance(argument, str):
        return '\ns' + argument.replace('\\', '\\\\').replace('\n', '\\n')
    if isinstance(argument, int):
        return _whole_argument(int(argument), numbers)
    if isinstance(argument, float):
        numbers.append(float(argument))
        return '\nf'
    kind = type(argument)
    if kind.__module__ == 'torch' and kind.__name__ in ('dtype', 'device'):
        return f'\nd{argument.name}' if kind.__name__ == 'dtype' else f'\np{argument}'
    if hasattr(argument, '__index__'):
        return _whole_argument(argument.__index__(), numbers)
    return f'\no{kind.__name__}'


def _whole_argument(whole, numbers):
    if -_LARGEST <= whole <= _LARGEST:
        numbers.append(whole)
        return '\ni'
    if not -(1 << 63) <= whole < 1 << 64:
        raise RuntimeError('Overflow when unpacking long')
    numbers += whole >> 32 & 0xFFFFFFFF, whole & 0xFFFFFFFF
    return '\nw'


def _run(text, numbers):
    plan = _plans.get(text)
    if plan is None:
        plan = _plan_of(text, len(numbers))
    if _freed:
        count = len(_freed)
        numbers += _freed[:count]
        del _freed[:count]
    result = _call(plan, *numbers)
    if type(result) is int:
        return Handle(result)
    if type(result) is str:
        return _ANSWERS[result[0]](result[1:])
    return result


def _plan_of(text, count):
    if '\npcuda' in text:
        _require_gpus(text)
    if len(_plans) == _MOST_PLANS:
        _forget_plans()
    plan = _core.plan(text, count)
    if isinstance(plan, str):
        _raise(plan[1:])
    _plans[text] = plan
    return plan


def _require_gpus(text):
    """As PyTorch when it begins with a GPU. A plan is made anew on another machine."""
    count = len(cuda_devices())
    if not count:
        raise AssertionError('Torch not compiled with CUDA enabled')
    for line in text.split('\n'):
        if line.startswith('pcuda:') and int(line[len('pcuda:') :]) >= count:
            raise RuntimeError('CUDA error: invalid device ordinal')


def _forget_plans():
    _plans.clear()
    _core.forget_plans()


def _raise(told):
    kind, message = told.split('\n', 1)
    raise getattr(builtins, kind)(message)


def _raise_failure(_):
    global _failure
    failure, _failure = _failure, None
    raise failure


def _tensors(ids):
    return tuple(Handle(int(id)) if id else None for id in ids.split(',')) if ids else ()


def _held(value):
    return Handle(value['h']) if 'h' in value else GeneratorHandle(value['g'])


def _as_tuples(value):
    return tuple(map(_as_tuples, value)) if isinstance(value, list) else value


_ANSWERS = {
    'i': int,
    'f': float,
    's': str,
    'g': lambda id: GeneratorHandle(int(id)),
    'l': lambda told: tuple(map(int, told.split(','))) if told else (),
    'H': _tensors,
    'j': lambda told: _as_tuples(json.loads(told, object_hook=_held)),
    'e': _raise,
    'c': _raise_failure,
}


# Operations


def function(name, args, kwargs):
    numbers = []
    text = 'f' + name + _arguments(args, numbers)
    return _run(text + _named(kwargs, numbers) if kwargs else text, numbers)


def method(name, args, kwargs):
    numbers = []
    text = 'm' + name + _arguments(args, numbers)
    return _run(text + _named(kwargs, numbers) if kwargs else text, numbers)


def _named(kwargs, numbers):
    lines = ''
    for name, value in kwargs.items():
        lines += f'\nk{name}{_arguments((value,), numbers)}'
    return lines


def _of_core(name, *args):
    numbers = []
    return _run('c' + name + _arguments(args, numbers), numbers)


def _core_function(name):
    def run(*args):
        return _of_core(name, *args)

    run.__name__ = name
    return run


for _name in (
    'functions', 'methods',
    'item', 'shape', 'stride', 'dtype', 'device', 'storage_offset', 'data_ptr', 'version', 'data', 'set_data',
    'requires_grad', 'set_requires_grad', 'is_leaf', 'retains_grad', 'retain_grad', 'grad', 'set_grad',
    'is_grad_enabled', 'set_grad_enabled', 'backward', 'gradients',
    'generator_device', 'get_state', 'set_state', 'cuda_devices', 'default_dtype',
):  # fmt: skip
    globals()[_name] = _core_function(_name)


# Values

# Of each dtype: the type of Python's numbers, and what array.array calls its elements.
_ELEMENTS = {
    'float32': (float, 'f'),
    'float64': (float, 'd'),
    'int64': (int, 'q'),
    'int32': (int, 'i'),
    'bool': (bool, 'b'),
}


def from_list(values, shape, dtype, device):
    number, code = _elements(dtype)
    try:
        elements = array(code, map(number, values))
    except OverflowError:
        if code == 'q':
            raise RuntimeError('Overflow when unpacking long') from None
        raise RuntimeError(
            f'value cannot be converted to type {dtype} without overflow'
        ) from None
    return from_bytes(elements, shape, dtype, device)


def from_bytes(data, shape, dtype, device):
    _elements(dtype)
    made = _of_core('allocate', list(shape), _Dtype(dtype), _Device(device or 'cpu'))
    data = memoryview(data).cast('B')
    if len(data):
        memory = _memory(made)
        memory.assign(data)
    return made


def _elements(dtype):
    if dtype not in _ELEMENTS:
        raise NotImplementedError(f'the dtype torch.{dtype} is not in the playground')
    return _ELEMENTS[dtype]


def _memory(handle):
    return _core.memory(*_of_core('memory', handle))


def to_bytes(handle):
    memory = _memory(handle)
    data = memory.to_bytes()
    return data


def to_list(handle):
    sizes = shape(handle)
    if not sizes:
        return item(handle)
    number, code = _ELEMENTS[dtype(handle)]
    values = array(code)
    values.frombytes(to_bytes(handle))
    values = [bool(value) for value in values] if number is bool else values.tolist()
    count = len(values)
    for size in reversed(sizes[1:]):
        values = [values[at : at + size] for at in range(0, count, size)] if size else []
        count = len(values)
    return values if count == sizes[0] else [[]] * sizes[0]


def text(handle, options):
    return _of_core(
        'text',
        handle,
        options['precision'],
        float(options['threshold']),
        options['edgeitems'],
        options['linewidth'],
        options['sci_mode'],
    )


# Gradients


class _Node:
    """An operation of the history."""

    def __init__(self, id, name):
        self._id = id
        self._name = name

    def __del__(self):
        _core.release_node(self._id)

    def name(self):
        return self._name

    def next_functions(self):
        return tuple(
            (_node(node), output) for node, output in _of_core('next_functions', self._id)
        )


def _node(told):
    return None if told is None else _Node(*told)


def grad_fn(handle):
    return _node(_of_core('grad_fn', handle))


# The functions of programs that the core calls, by the numbers that it knows them by, and what one has raised.
_functions = {}
_last_function = 0
_failure = None


def _known(function):
    global _last_function
    _last_function += 1
    _functions[_last_function] = function
    return _last_function


def _call_back(number, *tensors):
    global _failure
    try:
        results = _functions[number](tuple(Handle(id) if id else None for id in tensors))
        # The core has taken them before Python lets go of them.
        _core.answer(*(0 if result is None else result.id for result in results))
    except BaseException as failure:
        _failure = failure
        return False
    return True


def _forget(number):
    _functions.pop(number, None)


_core.listen(_call_back, _forget)


def custom(name, inputs, outputs, dirty, non_differentiable, backward):
    number = _known(backward)
    return _of_core('custom', name, inputs, outputs, dirty, non_differentiable, number)


class _Hook:
    def __init__(self, handle, number):
        self._tensor = handle
        self._number = number

    def remove(self):
        if self._tensor is not None:
            _of_core('remove_hook', self._tensor, self._number)
        self._tensor = None


def register_hook(handle, hook):
    return _Hook(handle, _of_core('add_hook', handle, _known(lambda grads: (hook(grads[0]),))))


# Draws


def generator(device):
    return _of_core('generator', _Device(device))


def default_generator(device):
    return _of_core('default_generator', _Device(device))


def manual_seed(generator, seed):
    _of_core('manual_seed', generator, seed)


def seed(generator):
    chosen = random.SystemRandom().getrandbits(53)
    manual_seed(generator, chosen)
    return chosen


def initial_seed(generator):
    return _of_core('initial_seed', generator) & 0xFFFFFFFFFFFFFFFF


# The machine


def set_default_dtype(name):
    _of_core('set_default_dtype', _Dtype(name))


def begin_anew(engine, seed):
    """The machine as a new program finds it. Without a seed, its generators have one that nobody foresees."""
    _of_core('choose_machine', engine)
    _forget_plans()
    set_default_dtype('float32')
    set_grad_enabled(True)
    for device in ('cpu', *(f'cuda:{at}' for at in range(len(cuda_devices())))):
        chosen = random.SystemRandom().getrandbits(53) if seed is None else seed
        manual_seed(default_generator(device), chosen)
