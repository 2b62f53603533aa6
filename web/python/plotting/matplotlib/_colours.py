"""Colours as the page takes them: `C0` to `C9`, which it chooses itself, and colours of CSS."""

_LETTERS = {
    **{'b': 'blue', 'g': 'green', 'r': 'red', 'c': 'darkcyan'},
    **{'m': 'magenta', 'y': 'goldenrod', 'k': 'black', 'w': 'white'},
}

_TABLEAU = 'blue orange green red purple brown pink gray olive cyan'.split()

_MARKERS = set('.,ov^<>1234sp*hH+xXdD|_P8')


def colour(given):
    """A colour as text; None for none."""
    if given is None or (isinstance(given, str) and given.lower() == 'none'):
        return None
    if not isinstance(given, str):
        red, green, blue, *alpha = (float(part) for part in given)
        bytes = ' '.join(str(round(255 * part)) for part in (red, green, blue))
        return f'rgb({bytes} / {alpha[0]:g})' if alpha else f'rgb({bytes})'
    name = given.removeprefix('tab:')
    if name != given and name.replace('grey', 'gray') in _TABLEAU:
        return f'C{_TABLEAU.index(name.replace("grey", "gray"))}'
    try:
        grey = round(255 * float(given))
        return f'rgb({grey} {grey} {grey})'
    except ValueError:
        return _LETTERS.get(given, given)


def is_colour(given):
    """Whether it is one colour, and no list of several, or of values."""
    if isinstance(given, str):
        return True
    try:
        parts = list(given)
    except TypeError:
        return False
    return len(parts) in (3, 4) and all(isinstance(part, (int, float)) and 0 <= part <= 1 for part in parts)


def format_of(text):
    """Of a format such as `ro--`: {color, marker, linestyle}, of what it says.

    Source: matplotlib.axes._base._process_plot_format.
    """
    found = {}
    rest = text
    if len(rest) >= 2 and rest[0] == 'C' and rest[1].isdigit():
        found['color'], rest = rest[:2], rest[2:]
    while rest:
        if rest[:2] in ('--', '-.'):
            found['linestyle'], rest = rest[:2], rest[2:]
        elif rest[0] in '-:':
            found['linestyle'], rest = rest[0], rest[1:]
        elif rest[0] in _LETTERS:
            found['color'], rest = rest[0], rest[1:]
        elif rest[0] in _MARKERS:
            found['marker'], rest = rest[0], rest[1:]
        else:
            raise ValueError(f'{text!r} is not a valid format string (unrecognized character {rest[0]!r})')
    return found
