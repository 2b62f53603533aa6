"""How NumPy prints arrays."""

from .dtypes import shortest

OPTIONS = {'precision': 8, 'threshold': 1000, 'edgeitems': 3, 'linewidth': 75, 'suppress': False}


def set_printoptions(**options):
    if unknown := options.keys() - OPTIONS.keys():
        raise TypeError(f'set_printoptions knows {", ".join(OPTIONS)} here, not {unknown.pop()}')
    OPTIONS.update(options)


def text(values, shape, name, prefix, separator):
    """`values` are nested lists; lines after the first are indented by the prefix."""
    if not shape:
        return _scalar(values, name)
    count = 1
    for size in shape:
        count *= size
    if count == 0:
        return '[]'
    edge = OPTIONS['edgeitems'] if count > OPTIONS['threshold'] else 0
    shown = list(_shown(values, len(shape), edge))
    form = _form(shown, name)
    return _nested(values, len(shape), form, prefix + ' ', separator, edge, 0)


def _scalar(value, name):
    return shortest(value) if name == 'float32' else str(value)


def _ends(values, edge):
    """The items that are printed, with None for those left out."""
    return (
        values if not edge or len(values) <= 2 * edge else [*values[:edge], None, *values[-edge:]]
    )


def _shown(values, dims, edge):
    for value in _ends(values, edge):
        if value is not None:
            if dims == 1:
                yield value
            else:
                yield from _shown(value, dims - 1, edge)


def _form(values, name):
    """How each number is written, so that all take the same space."""
    if not name.startswith('float'):
        width = max(len(str(value)) for value in values) if name != 'bool' else len('False')
        return lambda value: str(value).rjust(width)
    finite = [value for value in values if value - value == 0]
    sizes = [abs(value) for value in finite if value != 0]
    exponential = not OPTIONS['suppress'] and bool(sizes) and (
        max(sizes) >= 1e8 or min(sizes) < 1e-4 or max(sizes) / min(sizes) > 1000
    )  # fmt: skip
    parts = [_parts(value, name, exponential) for value in finite]
    left = max((len(whole) for whole, _, _ in parts), default=0)
    right = max((len(fraction) for _, fraction, _ in parts), default=0)
    others = [_other(value) for value in values if value - value != 0]
    if others:
        width = left + right + 1 + (len(parts[0][2]) if parts else 0)
        left += max(0, max(map(len, others)) - width)

    def write(value):
        if value - value != 0:
            total = left + (1 + right if parts else 0) + (len(parts[0][2]) if exponential else 0)
            return _other(value).rjust(total)
        whole, fraction, exponent = _parts(value, name, exponential)
        if exponential:
            return f'{whole.rjust(left)}.{fraction.ljust(right, "0")}{exponent}'
        return f'{whole.rjust(left)}.{fraction.ljust(right)}'

    return write


def _other(value):
    return 'nan' if value != value else 'inf' if value > 0 else '-inf'


def _parts(value, name, exponential):
    """The digits before the point, those after it, and the exponent, in the fewest digits that tell the number."""
    precision = OPTIONS['precision']
    plain = shortest(value) if name == 'float32' else repr(value)
    if exponential:
        digits = next(n for n in range(18) if float(f'{value:.{n}e}') == float(plain))
        mantissa, _, exponent = f'{value:.{min(digits, precision)}e}'.partition('e')
        whole, _, fraction = mantissa.partition('.')
        return whole, fraction.rstrip('0'), 'e' + exponent
    if 'e' in plain:
        plain = f'{float(plain):.{precision + 12}f}'
    whole, _, fraction = plain.partition('.')
    if len(fraction) > precision:
        whole, _, fraction = f'{value:.{precision}f}'.partition('.')
    return whole, fraction.rstrip('0'), ''


def _nested(values, dims, form, indent, separator, edge, depth):
    items = _ends(values, edge)
    if dims > 1:
        gap = separator.rstrip() + '\n' * (dims - 1) + indent
        inner = [
            '...'
            if item is None
            else _nested(item, dims - 1, form, indent + ' ', separator, edge, depth + 1)
            for item in items
        ]
        return '[' + gap.join(inner) + ']'
    lines, line = [], indent
    for at, item in enumerate(items):
        word = '...' if item is None else form(item)
        end = separator if at < len(items) - 1 else ''
        # The brackets that close behind the last one have to fit as well.
        room = OPTIONS['linewidth'] - max(len(separator.rstrip()), depth + 1)
        if len(line) + len(word) > room and line != indent:
            lines.append(line.rstrip())
            line = indent
        line += word + end
    lines.append(line)
    return '[' + '\n'.join(lines)[len(indent) :] + ']'
