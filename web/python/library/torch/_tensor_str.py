"""How tensors are printed: the options. The core prints."""

import math

_PROFILES = {
    'default': {'precision': 4, 'threshold': 1000, 'edgeitems': 3, 'linewidth': 80},
    'short': {'precision': 2, 'threshold': 1000, 'edgeitems': 2, 'linewidth': 80},
    'full': {'precision': 4, 'threshold': math.inf, 'edgeitems': 3, 'linewidth': 80},
}
OPTIONS = {**_PROFILES['default'], 'sci_mode': None}


def set_printoptions(
    precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None
):
    """Sets how tensors are printed. `sci_mode` is None for PyTorch's own choice, and goes back to it if not given."""
    if profile is not None:
        OPTIONS.update(_PROFILES[profile])
    given = {
        'precision': precision,
        'threshold': threshold,
        'edgeitems': edgeitems,
        'linewidth': linewidth,
    }
    OPTIONS.update((name, value) for name, value in given.items() if value is not None)
    OPTIONS['sci_mode'] = sci_mode
