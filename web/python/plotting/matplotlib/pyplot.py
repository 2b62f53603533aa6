"""matplotlib.pyplot: the figure that is at hand, and the diagram in it."""

import contextlib
import json
import os
import sys

import playground_program as _program

from . import rcParams  # noqa: F401
from ._absent import leave_out as _leave_out
from ._absent import warn as _warn
from .axes import Axes
from .figure import Figure

# As many are told of one program.
_MOST = 50

_figures = {}
_shown = [0]


def figure(num=None, figsize=None, **options):
    if isinstance(num, Figure):
        num = num.number
    if num is None:
        num = max((one for one in _figures if isinstance(one, int)), default=0) + 1
    made = _figures.pop(num, None) or Figure(num, figsize)
    # The last one is at hand.
    _figures[num] = made
    if options.pop('clear', False):
        made.clf()
    return made


def gcf():
    return next(reversed(_figures.values())) if _figures else figure()


def gca(**options):
    return gcf().gca()


def sca(ax):
    figure(ax.figure.number)
    ax.figure.current = ax


def subplot(*place, **options):
    return gcf().add_subplot(*place, **options)


def subplots(nrows=1, ncols=1, *, figsize=None, num=None, squeeze=True, **options):
    made = figure(num, figsize)
    return made, made.subplots(nrows, ncols, squeeze=squeeze)


def axes(arg=None, **options):
    return subplot()


def suptitle(t, **options):
    gcf().suptitle(t, **options)


def tight_layout(*args, **options):
    gcf().tight_layout()


def subplots_adjust(*args, **options):
    gcf().tight_layout()


def colorbar(mappable=None, *args, **options):
    return gcf().colorbar(mappable or gca().last_scaled(), **options)


def close(fig=None):
    if fig == 'all':
        _figures.clear()
    elif isinstance(fig, Figure):
        _figures.pop(fig.number, None)
    elif _figures:
        _figures.pop(gcf().number if fig is None else fig, None)


def clf():
    gcf().clf()


def cla():
    gca().cla()


def show(*args, **options):
    """Tells the page of all figures, and closes them, as when a reader has closed their windows."""
    show_figures(sorted(_figures.values(), key=lambda one: str(one.number).zfill(9)))
    _figures.clear()


def show_figures(figures):
    unseen = [one for one in figures if one.axes and not _is_told(one)]
    if unseen:
        count = f'{len(unseen)} figures' if len(unseen) > 1 else '1 figure'
        print(f'matplotlib: {count} would be shown here, on a screen', file=sys.stderr)


def _is_told(shown):
    """Whether somebody sees a figure. What they have seen as it is, they are not shown again."""
    told = json.dumps(shown.told())
    if told == shown.last_told:
        return True
    if _shown[0] == _MOST:
        _warn(f'the playground shows {_MOST} figures of a program, and no more')
    _shown[0] += 1
    if _shown[0] > _MOST:
        return True
    if not _program.tell_figure(told):
        return False
    shown.last_told = told
    return True


def save_figure(saved, fname):
    name = str(fname) if isinstance(fname, (str, os.PathLike)) else 'what it is given'
    instead = ': the figure is shown instead' if saved.axes and _is_told(saved) else ''
    _warn(f'savefig writes no file in the playground, so that {name} is not there{instead}')


def savefig(fname, *args, **options):
    save_figure(gcf(), fname)


def begin_anew():
    """For the next program."""
    _figures.clear()
    _shown[0] = 0


def pause(interval):
    """Nothing moves here."""


def ion():
    """There are no windows."""


ioff = draw = ion


def isinteractive():
    return False


class _Style:
    """Looks are the page's."""

    available = ['default']

    @staticmethod
    def use(style):
        pass

    @staticmethod
    def context(*args, **options):
        return contextlib.nullcontext()


style = _Style()


def rc(*args, **options):
    """Looks are the page's."""


def _of_axes(name):
    def call(*args, **options):
        return getattr(gca(), name)(*args, **options)

    call.__name__ = name
    return call


for _name in (
    'plot semilogy semilogx loglog step scatter bar barh hist imshow matshow fill_between axhline axvline text annotate '
    'legend grid axis margins tick_params'
).split():
    globals()[_name] = _of_axes(_name)

for _name in 'title xlabel ylabel xscale yscale'.split():
    globals()[_name] = _of_axes(f'set_{_name}')


def xlim(*args, **options):
    return gca().set_xlim(*args, **options) if args or options else gca().get_xlim()


def ylim(*args, **options):
    return gca().set_ylim(*args, **options) if args or options else gca().get_ylim()


def xticks(ticks=None, labels=None, **options):
    if ticks is not None:
        gca().set_xticks(ticks, labels)


def yticks(ticks=None, labels=None, **options):
    if ticks is not None:
        gca().set_yticks(ticks, labels)


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    return _leave_out(f'pyplot.{name}')
