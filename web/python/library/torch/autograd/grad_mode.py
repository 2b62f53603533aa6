"""Where history is recorded: `no_grad`, `enable_grad`, `set_grad_enabled`, `inference_mode`."""

import functools
import inspect

from torch import _C


class _Mode:
    """A mode for a block of statements, or for every call of a function."""

    enabled: bool

    def __enter__(self):
        self._before = _C.is_grad_enabled()
        _C.set_grad_enabled(self.enabled)

    def __exit__(self, *error):
        _C.set_grad_enabled(self._before)

    def clone(self):
        return type(self)()

    def __call__(self, function):
        if inspect.isgeneratorfunction(function):
            return self._around_steps(function)

        @functools.wraps(function)
        def run(*args, **kwargs):
            with self.clone():
                return function(*args, **kwargs)

        return run

    def _around_steps(self, function):
        """The mode holds while the generator runs, and not while its caller does."""

        @functools.wraps(function)
        def run(*args, **kwargs):
            steps = function(*args, **kwargs)
            while True:
                with self.clone():
                    try:
                        value = next(steps)
                    except StopIteration as end:
                        return end.value
                yield value

        return run


class no_grad(_Mode):
    enabled = False

    def __new__(cls, function=None):
        # As a decorator it is also written without brackets.
        mode = object.__new__(cls)
        return mode if function is None else mode(function)


class enable_grad(no_grad):
    enabled = True


class inference_mode(_Mode):
    """As no_grad. PyTorch also forbids to use what was made inside for gradients later on, which is not watched here."""

    def __new__(cls, mode=True):
        made = object.__new__(cls)
        made.enabled = not mode if isinstance(mode, bool) else False
        return made if isinstance(mode, bool) else made(mode)

    def clone(self):
        return inference_mode(not self.enabled)


class set_grad_enabled(_Mode):
    """Takes effect at once, and until the end of a block that it is used for."""

    def __init__(self, mode):
        self._before = _C.is_grad_enabled()
        self.enabled = mode
        _C.set_grad_enabled(mode)

    def __enter__(self):
        _C.set_grad_enabled(self.enabled)

    def clone(self):
        return set_grad_enabled(self.enabled)
