"""What programs change of our packages is taken back before the next program: options, and names that they replace."""

import sys

# Of each namespace, a module or a class, what it held; and of each public dict in it, a copy.
_kept = {}
_dicts = []


def keep(package):
    """Remembers the modules of a package, and their classes, as they are now."""
    for name, module in list(sys.modules.items()):
        if name.partition('.')[0] != package:
            continue
        _keep_namespace(module)
        for key, value in vars(module).items():
            if isinstance(value, type) and value.__module__.partition('.')[0] == package:
                _keep_namespace(value)
            elif type(value) is dict and not key.startswith('_'):
                _dicts.append((value, dict(value)))


def _keep_namespace(holder):
    _kept.setdefault(holder, dict(vars(holder)))


def restore():
    for holder, kept in _kept.items():
        now = vars(holder)
        for name in [name for name in now if name not in kept]:
            delattr(holder, name)
        for name, value in kept.items():
            if now.get(name) is not value:
                setattr(holder, name, value)
    for current, kept in _dicts:
        if current != kept:
            current.clear()
            current.update(kept)
    if numpy := sys.modules.get('numpy'):
        numpy.random.seed()
    if pyplot := sys.modules.get('matplotlib.pyplot'):
        pyplot.begin_anew()
