"""What a loss does with the elements' losses, as the core's operations take it."""

_CODES = {'none': 0, 'mean': 1, 'sum': 2}


def code(reduction):
    if reduction not in _CODES:
        raise ValueError(f'{reduction} is not a valid value for reduction')
    return _CODES[reduction]
