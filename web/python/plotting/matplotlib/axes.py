"""One diagram of a figure: what is drawn in it, and how it is labelled."""

import math

from ._absent import leave_out, warn
from ._colours import colour, format_of, is_colour
from ._numbers import flat, is_finite, numbers, row

# Of matplotlib's, on each side.
_MARGIN = 0.05

# What is taken of the options of an artist, by its names. The rest is about looks that the page has itself.
_SHORT = {'c': 'color', 'ls': 'linestyle', 'lw': 'linewidth', 'ec': 'edgecolor', 'fc': 'facecolor'}

# Of a diagram, what is drawn of one artist: more is on a screen no picture of them.
_MOST = 20_000


class Artist:
    """A thing that is drawn. `told` is what the page is told of it."""

    def __init__(self, kind, **told):
        self.told = {'kind': kind, **told}

    def set_label(self, label):
        self.told['label'] = str(label)

    def get_label(self):
        return self.told.get('label') or ''

    def set_color(self, given):
        self.told['colour'] = colour(given)

    def get_color(self):
        return self.told.get('colour')

    def set_data(self, x, y):
        self.told.update(x=row(x), y=row(y))

    def set_xdata(self, x):
        self.told['x'] = row(x)

    def set_ydata(self, y):
        self.told['y'] = row(y)

    def get_xdata(self):
        return self.told['x']

    def get_ydata(self):
        return self.told['y']

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return leave_out(name)


class Bars(Artist):
    """Also what `bar` and `hist` return: a container of as many patches."""

    def __iter__(self):
        return iter([self] * len(self.told['x']))

    def __len__(self):
        return len(self.told['x'])

    def __getitem__(self, i):
        return self


class Axis:
    """`ax.xaxis`, `ax.yaxis`."""

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return leave_out(f'Axis.{name}')


class Axes:
    def __init__(self, figure, place):
        self.figure = figure
        self.place = place
        self.xaxis, self.yaxis = Axis(), Axis()
        self.cla()

    def cla(self):
        self._artists = []
        self._colours = 0
        self._told = {'title': '', 'xlabel': '', 'ylabel': '', 'xscale': 'linear', 'yscale': 'linear'}
        self._limits = {'x': (None, None), 'y': (None, None)}
        self._categories = {'x': [], 'y': []}
        self._ticks = {}
        self._is_inverted = set()
        self._has_grid = self._has_legend = False
        self._is_on = True
        self._is_equal = False

    clear = cla

    # What is drawn.

    def plot(self, *args, **options):
        options = _long(options)
        label = options.get('label')
        lines = []
        for x, y, form in _pairs(args):
            looks = {**format_of(form), **options} if form else options
            y = numbers(y)
            columns = [list(one) for one in zip(*y)] if y and isinstance(y, list) and isinstance(y[0], list) else [row(y)]
            x = row(x) if x is not None else list(map(float, range(len(columns[0]))))
            for column in columns:
                _same_length(x, column, 'x and y must have same first dimension, but have shapes ({},) and ({},)')
                marker = looks.get('marker')
                style = looks.get('linestyle')
                if style is None:
                    style = '' if form and marker and 'linestyle' not in format_of(form) else '-'
                lines.append(
                    self._add(
                        Artist(
                            'line',
                            x=self._in_units('x', x),
                            y=self._in_units('y', column),
                            colour=self._colour(looks.get('color')),
                            style={'solid': '-', 'dashed': '--', 'dotted': ':', 'dashdot': '-.'}.get(
                                style, '' if style in ('None', 'none', ' ') else style
                            ),
                            width=_number(looks.get('linewidth'), 1.5),
                            marker=str(marker) if marker and str(marker).lower() != 'none' else '',
                            alpha=_number(looks.get('alpha'), 1),
                            label=None if label is None else str(label),
                        )
                    )
                )
        return lines

    def semilogy(self, *args, **options):
        self.set_yscale('log')
        return self.plot(*args, **options)

    def semilogx(self, *args, **options):
        self.set_xscale('log')
        return self.plot(*args, **options)

    def loglog(self, *args, **options):
        self.set_xscale('log')
        return self.semilogy(*args, **options)

    def step(self, x, y, *args, where='pre', **options):
        x, y = row(x), row(y)
        steps = {
            'pre': lambda i: [(x[i], y[i + 1])],
            'post': lambda i: [(x[i + 1], y[i])],
            'mid': lambda i: [((x[i] + x[i + 1]) / 2, y[i]), ((x[i] + x[i + 1]) / 2, y[i + 1])],
        }
        points = []
        for i in range(len(x)):
            points.append((x[i], y[i]))
            if i + 1 < len(x):
                points += steps[where](i)
        return self.plot([one[0] for one in points], [one[1] for one in points], *args, **options)

    def scatter(self, x, y, s=None, c=None, marker='o', cmap=None, alpha=None, label=None, **options):
        options = _long(options)
        x, y = flat(x), flat(y)
        _same_length(x, y, 'x and y must be the same size')
        shown = {'colour': None, 'shades': None, 'colours': None}
        given = options.get('color') if c is None else c
        has_shades = _is_number(given[0]) and len(given) == len(x) if isinstance(given, list) and given else False
        if given is None or (is_colour(given) and not has_shades):
            shown['colour'] = self._colour(given)
        elif len(colours := list(given)) and (isinstance(colours[0], str) or not _is_number(colours[0])):
            shown['colours'] = [colour(one) for one in colours]
        else:
            shown['shades'] = flat(given)
        return self._add(
            Artist(
                'points',
                x=self._in_units('x', x),
                y=self._in_units('y', y),
                marker=str(marker),
                alpha=_number(alpha, 1),
                size=math.sqrt(max(flat(s)[0], 0)) if s is not None and flat(s) else 6,
                cmap=None if cmap is None else str(cmap),
                label=None if label is None else str(label),
                **shown,
            )
        )

    def bar(self, x, height, width=0.8, bottom=0, *, align='center', **options):
        return self._bars('x', x, height, width, bottom, align, options)

    def barh(self, y, width, height=0.8, left=0, *, align='center', **options):
        return self._bars('y', y, width, height, left, align, options)

    def _bars(self, axis, at, length, width, base, align, options):
        options = _long(options)
        at, length = self._in_units(axis, row(at)), row(length)
        count = max(len(at), len(length))
        at, length, width, base = (_spread(row(one), count) for one in (at, length, width, base))
        if align == 'edge':
            at = [place + size / 2 for place, size in zip(at, width)]
        given = options.get('color', options.get('facecolor'))
        is_one = given is None or is_colour(given)
        label = options.get('label')
        bars = Bars(
            'bars',
            axis=axis,
            x=at,
            y=length,
            width=width,
            base=base,
            colour=self._colour(given) if is_one else None,
            colours=None if is_one else [colour(one) for one in given],
            alpha=_number(options.get('alpha'), 1),
            label=None if label is None else str(label),
        )
        if (labels := options.get('tick_label')) is not None:
            self._ticks[axis] = [at, [str(one) for one in labels]]
        return self._add(bars)

    def hist(self, x, bins=None, range=None, density=False, weights=None, cumulative=False, **options):
        """Counts as numpy.histogram does: the last bin has its right edge, too."""
        import numpy as np

        several = numbers(x)
        if not (several and isinstance(several[0], list)):
            several = [several]
        values = [one for each in several for one in each if is_finite(one)]
        edges = _edges(values, 10 if bins is None else bins, range)
        labels = options.pop('label', None)
        labels = labels if isinstance(labels, (list, tuple)) else [labels] * len(several)
        given = options.pop('color', None)
        colours = given if isinstance(given, list) else [given] * len(several)
        if weights is not None:
            leave_out('weights of hist')
        counted, patches = [], []
        for each, label, own in zip(several, labels, colours):
            counts = _counted(each, edges)
            if cumulative:
                counts = [sum(counts[: i + 1]) for i, _ in enumerate(counts)]
            if density:
                total = sum(counts)
                counts = [count / total / (high - low) for count, low, high in zip(counts, edges, edges[1:])]
            counted.append(np.array(counts))
            patches.append(
                self._bars(
                    'x' if options.get('orientation') != 'horizontal' else 'y',
                    [(low + high) / 2 for low, high in zip(edges, edges[1:])],
                    counts,
                    [high - low for low, high in zip(edges, edges[1:])],
                    0,
                    'center',
                    {'alpha': options.get('alpha'), 'label': label, 'color': own},
                )
            )
        edges = np.array(edges)
        return (counted[0], edges, patches[0]) if len(several) == 1 else (counted, edges, patches)

    def imshow(self, X, cmap=None, vmin=None, vmax=None, extent=None, origin='upper', aspect=None, **options):
        rows = numbers(X)
        while len(rows) == 1 and isinstance(rows[0], list) and isinstance(rows[0][0], list):
            rows = rows[0]
        if not rows or not isinstance(rows[0], list):
            raise TypeError(f'Invalid shape ({len(rows)},) for image data')
        if isinstance(rows[0][0], list):
            if len(rows[0][0]) not in (1, 3, 4):
                shape = f'({len(rows)}, {len(rows[0])}, {len(rows[0][0])})'
                raise TypeError(f'Invalid shape {shape} for image data')
            if len(rows[0][0]) > 1:
                warn('imshow of red, green and blue is shown as their mean in the playground')
            rows = [[sum(one[:3]) / len(one[:3]) for one in line] for line in rows]
        height, width = len(rows), len(rows[0])
        left, right, bottom, top = extent or (-0.5, width - 0.5, height - 0.5, -0.5)
        if origin == 'lower':
            if extent is None:
                bottom, top = top, bottom
            rows = rows[::-1]
        if extent is None and origin == 'upper':
            self._is_inverted.add('y')
        finite = [one for one in flat(rows) if is_finite(one)]
        self._is_equal = aspect != 'auto'
        return self._add(
            Artist(
                'image',
                rows=rows,
                extent=[float(one) for one in (left, right, bottom, top)],
                low=_number(vmin, min(finite, default=0)),
                high=_number(vmax, max(finite, default=1)),
                cmap='' if cmap is None else str(cmap),
            )
        )

    def matshow(self, Z, **options):
        return self.imshow(Z, **options)

    def fill_between(self, x, y1, y2=0, alpha=None, label=None, color=None, **options):
        x = self._in_units('x', row(x))
        low, high = (_spread(row(one), len(x)) for one in (y1, y2))
        given = color if color is not None else _long(options).get('facecolor')
        return self._add(
            Artist(
                'area',
                x=x,
                y=low,
                high=high,
                colour=self._colour(given),
                alpha=_number(alpha, 1),
                label=None if label is None else str(label),
            )
        )

    def axhline(self, y=0, **options):
        return self._rule('y', y, options)

    def axvline(self, x=0, **options):
        return self._rule('x', x, options)

    def _rule(self, axis, at, options):
        options = _long(options)
        label = options.get('label')
        styles = {'solid': '-', 'dashed': '--', 'dotted': ':', 'dashdot': '-.'}
        style = options.get('linestyle', '-')
        return self._add(
            Artist(
                'rule',
                axis=axis,
                at=flat(at)[0],
                colour=colour(options.get('color')) or 'C0',
                style=styles.get(style, style),
                width=_number(options.get('linewidth'), 1.5),
                alpha=_number(options.get('alpha'), 1),
                label=None if label is None else str(label),
            )
        )

    def text(self, x, y, s, ha='left', va='baseline', color='black', **options):
        ha, va = options.get('horizontalalignment', ha), options.get('verticalalignment', va)
        if options.get('transform') is not None:
            return leave_out('a text in other coordinates')
        x, y = self._in_units('x', [numbers(x)])[0], self._in_units('y', [numbers(y)])[0]
        told = {'x': [x], 'y': [y], 'text': str(s), 'colour': colour(color)}
        return self._add(Artist('text', align=ha, base=va, **told))

    def annotate(self, text, xy, xytext=None, arrowprops=None, **options):
        if arrowprops:
            leave_out('the arrow of annotate')
        return self.text(*(xy if xytext is None or options.get('textcoords') else xytext), text)

    # How it is labelled.

    def set_title(self, label, **options):
        self._told['title'] = str(label)

    def set_xlabel(self, xlabel, **options):
        self._told['xlabel'] = str(xlabel)

    def set_ylabel(self, ylabel, **options):
        self._told['ylabel'] = str(ylabel)

    def set_xscale(self, value, **options):
        self._set_scale('x', value)

    def set_yscale(self, value, **options):
        self._set_scale('y', value)

    def _set_scale(self, axis, value):
        if value not in ('linear', 'log'):
            leave_out(f'the scale {value!r}')
        else:
            self._told[f'{axis}scale'] = value

    def set_xlim(self, left=None, right=None, **options):
        return self._set_limits('x', left, right, options.get('xmin'), options.get('xmax'))

    def set_ylim(self, bottom=None, top=None, **options):
        return self._set_limits('y', bottom, top, options.get('ymin'), options.get('ymax'))

    def get_xlim(self):
        return self._limits_of('x')

    def get_ylim(self):
        return self._limits_of('y')

    def _set_limits(self, axis, low, high, least, most):
        low, high = (numbers(one) for one in (low if least is None else least, high if most is None else most))
        if isinstance(low, list):
            low, high = low
        before = self._limits[axis]
        self._limits[axis] = (before[0] if low is None else low, before[1] if high is None else high)
        self._is_inverted.discard(axis)
        return self._limits_of(axis)

    def invert_xaxis(self):
        self._is_inverted ^= {'x'}

    def invert_yaxis(self):
        self._is_inverted ^= {'y'}

    def set_xticks(self, ticks, labels=None, **options):
        self._set_ticks('x', ticks, labels)

    def set_yticks(self, ticks, labels=None, **options):
        self._set_ticks('y', ticks, labels)

    def set_xticklabels(self, labels, **options):
        self._set_ticks('x', self._ticks.get('x', [range(len(labels))])[0], labels)

    def set_yticklabels(self, labels, **options):
        self._set_ticks('y', self._ticks.get('y', [range(len(labels))])[0], labels)

    def _set_ticks(self, axis, ticks, labels):
        at = flat(ticks)
        self._ticks[axis] = [at, [str(one) for one in labels] if labels is not None else None]

    def set(self, **properties):
        for name, value in properties.items():
            getattr(self, f'set_{name}')(value)

    def legend(self, handles=None, labels=None, **options):
        self._has_legend = True
        if labels is None and handles is not None and all(isinstance(one, str) for one in handles):
            handles, labels = self._artists, handles
        if labels is not None:
            for artist, label in zip(handles if handles is not None else self._artists, labels):
                artist.set_label(label)

    def grid(self, visible=None, *args, **options):
        self._has_grid = not self._has_grid if visible is None and not options else visible is not False

    def axis(self, option=None, **limits):
        if option in ('off', False):
            self._is_on = False
        elif option in ('on', True):
            self._is_on = True
        elif option in ('equal', 'scaled', 'image', 'square'):
            self._is_equal = True
        elif option not in (None, 'tight', 'auto'):
            left, right, bottom, top = option
            self.set_xlim(left, right)
            self.set_ylim(bottom, top)
        return (*self.get_xlim(), *self.get_ylim())

    def set_axis_off(self):
        self._is_on = False

    def set_aspect(self, aspect, **options):
        self._is_equal = aspect != 'auto'

    def tick_params(self, *args, **options):
        """Looks, which are the page's."""

    margins = autoscale = relim = autoscale_view = set_facecolor = tick_params

    def last_scaled(self):
        """Of what has a scale of colours the last; None for none."""
        scaled = [one for one in self._artists if one.told['kind'] == 'image' or one.told.get('shades')]
        return scaled[-1] if scaled else None

    def get_legend_handles_labels(self):
        labelled = [one for one in self._artists if one.get_label()]
        return labelled, [one.get_label() for one in labelled]

    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(f"'Axes' object has no attribute {name!r}")
        return leave_out(f'Axes.{name}')

    # What the page is told.

    def told(self):
        """As JSON has it; None for what is not finite."""
        return {
            **self._told,
            'place': self.place,
            'xlim': self._limits_of('x'),
            'ylim': self._limits_of('y'),
            'xticks': self._ticks_of('x'),
            'yticks': self._ticks_of('y'),
            'grid': self._has_grid,
            'legend': self._has_legend,
            'axis': self._is_on,
            'equal': self._is_equal,
            'artists': [_finite(artist.told) for artist in self._artists],
        }

    def _add(self, artist):
        points = artist.told.get('x') or artist.told.get('rows') or ()
        if len(points) > _MOST:
            warn(f'of {len(points)} points the first {_MOST} are drawn in the playground')
            for name in ('x', 'y', 'high', 'shades', 'colours'):
                if isinstance(artist.told.get(name), list):
                    artist.told[name] = artist.told[name][:_MOST]
        self._artists.append(artist)
        return artist

    def _colour(self, given):
        if given is not None:
            return colour(given)
        self._colours += 1
        return f'C{(self._colours - 1) % 10}'

    def _in_units(self, axis, values):
        """Numbers as they are; of names, the places of an axis of names."""
        names = self._categories[axis]
        if not any(isinstance(one, str) for one in values):
            return values
        for one in values:
            if str(one) not in names:
                names.append(str(one))
        return [float(names.index(str(one))) for one in values]

    def _ticks_of(self, axis):
        if axis in self._ticks:
            return self._ticks[axis]
        names = self._categories[axis]
        return [list(map(float, range(len(names)))), names] if names else None

    def _limits_of(self, axis):
        low, high = self._limits[axis]
        if low is None or high is None:
            least, most = self._data_limits(axis)
            low, high = least if low is None else low, most if high is None else high
        if axis in self._is_inverted:
            low, high = high, low
        return low, high

    def _data_limits(self, axis):
        is_log = self._told[f'{axis}scale'] == 'log'
        values, sticky = [], []
        for artist in self._artists:
            own, edges = _extent_of(artist.told, axis)
            values += own
            sticky += edges
        values = [one for one in values + sticky if is_finite(one) and (one > 0 or not is_log)]
        if not values:
            return (1.0, 10.0) if is_log else (0.0, 1.0)
        low, high = min(values), max(values)
        if is_log:
            margin = (high / low) ** _MARGIN if high > low else 10**0.5
            return low / margin, high * margin
        if low == high:
            # matplotlib's nonsingular().
            margin = max(abs(low) * _MARGIN, 1e-3 if low == 0 else 0) or 0.05
            margin = 0.055 if low == 0 else margin * 1.1
        else:
            margin = _MARGIN * (high - low)
        return low if low in sticky else low - margin, high if high in sticky else high + margin


def _extent_of(told, axis):
    """The numbers of an artist along an axis, and those that no margin is beyond."""
    kind = told['kind']
    if kind == 'image':
        left, right, bottom, top = told['extent']
        return [], [left, right] if axis == 'x' else [bottom, top]
    if kind == 'rule':
        return ([told['at']] if told['axis'] == axis else []), []
    if kind == 'text':
        return [], []
    if kind == 'area':
        return (told['x'] if axis == 'x' else told['y'] + told['high']), []
    if kind != 'bars':
        return told[axis], []
    if axis == told['axis']:
        halves = [(at, size / 2) for at, size in zip(told['x'], told['width'])]
        return [at + sign * half for at, half in halves for sign in (-1, 1)], []
    return [base + length for base, length in zip(told['base'], told['y'])], told['base']


def _pairs(args):
    """The curves of plot(): (x or None, y, format)."""
    args = list(args)
    while args:
        x = args.pop(0)
        if args and not isinstance(args[0], str):
            y = args.pop(0)
        else:
            x, y = None, x
        yield x, y, args.pop(0) if args and isinstance(args[0], str) else ''


def _edges(values, bins, range):
    if isinstance(bins, str):
        bins = 10
    if not isinstance(bins, int) and not (hasattr(bins, 'item') and not getattr(bins, 'shape', (1,))):
        return flat(bins)
    low, high = map(float, range) if range else (min(values, default=0.0), max(values, default=1.0))
    if low == high:
        low, high = low - 0.5, high + 0.5
    count = int(bins)
    return [low + (high - low) * i / count for i, _ in enumerate('_' * count)] + [high]


def _counted(values, edges):
    import bisect

    counts = [0.0] * (len(edges) - 1)
    for value in values:
        if edges[0] <= value <= edges[-1]:
            counts[min(bisect.bisect_right(edges, value) - 1, len(counts) - 1)] += 1
    return counts


def _long(options):
    return {_SHORT.get(name, name): value for name, value in options.items()}


def _number(given, otherwise):
    return float(otherwise if given is None else numbers(given))


def _is_number(given):
    try:
        float(given)
    except (TypeError, ValueError, RuntimeError):
        return False
    return True


def _spread(values, count):
    return values * count if len(values) == 1 and count != 1 else values


def _same_length(x, y, words):
    if len(x) != len(y):
        raise ValueError(words.format(len(x), len(y)))


def _finite(told):
    if isinstance(told, dict):
        return {name: _finite(value) for name, value in told.items()}
    if isinstance(told, list):
        return [_finite(value) for value in told]
    return None if isinstance(told, float) and not is_finite(told) else told
