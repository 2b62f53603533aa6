"""The seeds of the default generators, and `Generator`."""

import contextlib

from . import _C
from ._device import device as Device
from ._held import Held
from ._tensor import held_by


class Generator(Held):
    """A stream of random numbers with a seed of its own."""

    __module__ = 'torch._C'

    def __init__(self, device='cpu'):
        self._handle = _C.generator(str(Device(device)))

    @classmethod
    def _of(cls, handle):
        made = object.__new__(cls)
        made._handle = handle
        return made

    @property
    def device(self):
        return Device(_C.generator_device(self._handle))

    def manual_seed(self, seed):
        _C.manual_seed(self._handle, seed)
        return self

    def seed(self):
        return _C.seed(self._handle)

    def initial_seed(self):
        return _C.initial_seed(self._handle)

    def get_state(self):
        return held_by(_C.get_state(self._handle))

    def set_state(self, new_state):
        _C.set_state(self._handle, new_state._handle)
        return self

    def __getattr__(self, name):
        raise AttributeError(f"'torch._C.Generator' object has no attribute {name!r}")


default_generator = Generator._of(_C.default_generator('cpu'))


def cuda_generators():
    return [
        Generator._of(_C.default_generator(f'cuda:{at}')) for at in range(len(_C.cuda_devices()))
    ]


def manual_seed(seed):
    """Seeds the generators of all devices, and returns that of the CPU."""
    seed = int(seed)
    for generator in cuda_generators():
        generator.manual_seed(seed)
    return default_generator.manual_seed(seed)


def seed():
    """Seeds them with a number that nobody foresees, and returns it."""
    number = default_generator.seed()
    for generator in cuda_generators():
        generator.manual_seed(number)
    return number


def initial_seed():
    return default_generator.initial_seed()


def get_rng_state():
    return default_generator.get_state()


def set_rng_state(new_state):
    default_generator.set_state(new_state)


@contextlib.contextmanager
def fork_rng(devices=None, enabled=True):
    """What is drawn in the block leaves the streams around it as they are."""
    if not enabled:
        yield
        return
    generators = [default_generator, *cuda_generators()]
    states = [generator.get_state() for generator in generators]
    try:
        yield
    finally:
        for generator, state in zip(generators, states):
            generator.set_state(state)
