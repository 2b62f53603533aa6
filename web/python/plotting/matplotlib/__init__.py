"""matplotlib's part that programs about networks use: what it plots is told to the page, which draws it."""

from ._absent import leave_out as _leave_out

__version__ = '3.6.3'

rcParams = {}


def use(backend, force=True):
    """The page is the only one."""


def rc(group, **options):
    rcParams.update({f'{group}.{name}': value for name, value in options.items()})


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    return _leave_out(f'matplotlib.{name}')


# By their whole names: to `from . import` each would be absent.
import matplotlib.axes  # noqa: E402
import matplotlib.figure  # noqa: E402
import matplotlib.pyplot  # noqa: E402
import playground_state as _state  # noqa: E402

_state.keep('matplotlib')
