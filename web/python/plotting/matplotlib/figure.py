"""A figure: diagrams in rows and columns."""

from ._absent import leave_out
from .axes import Axes


class Figure:
    def __init__(self, number, figsize=None):
        self.number = number
        self.clf()
        self._size = [float(one) for one in figsize or (6.4, 4.8)]

    def clf(self):
        self.axes = []
        # The one that pyplot draws in.
        self.current = None
        # What the page was told last.
        self.last_told = ''
        self._title = ''

    clear = clf

    def add_subplot(self, *place, **options):
        """`(rows, columns, index)`, `(ijk)` or a cell of a grid, counted from 1; the whole figure without it."""
        if options.get('projection') not in (None, 'rectilinear'):
            leave_out(f'the projection {options["projection"]!r}')
        if len(place) == 1 and isinstance(place[0], int):
            place = tuple(map(int, str(place[0])))
        if len(place) != 3:
            place = (1, 1, 1)
        rows, columns, index = place
        first, last = index if isinstance(index, tuple) else (index, index)
        if not 1 <= first <= last <= rows * columns:
            raise ValueError(f'num must be an integer with 1 <= num <= {rows * columns}, not {index!r}')
        told = [rows, columns, first - 1, last - 1]
        self.current = next((axes for axes in self.axes if axes.place == told), None)
        if self.current is None:
            self.current = Axes(self, told)
            self.axes.append(self.current)
        return self.current

    def subplots(self, nrows=1, ncols=1, squeeze=True, **options):
        places = [[row * ncols + column + 1 for column in range(ncols)] for row in range(nrows)]
        grid = [[self.add_subplot(nrows, ncols, place) for place in row] for row in places]
        if squeeze and nrows == ncols == 1:
            return grid[0][0]
        if squeeze and 1 in (nrows, ncols):
            return AxesGrid([axes for row in grid for axes in row])
        return AxesGrid([AxesGrid(row) for row in grid])

    def gca(self):
        return self.current or self.add_subplot()

    def suptitle(self, t, **options):
        self._title = str(t)

    def colorbar(self, mappable=None, *args, **options):
        """The page shows the scale of every picture."""
        if mappable is not None and hasattr(mappable, 'told'):
            mappable.told['scale'] = str(options.get('label') or '')
        return _Looks()

    def set_size_inches(self, w, h=None):
        self._size = [float(one) for one in (w if h is None else (w, h))]

    def tight_layout(self, *args, **options):
        """The page lays out by itself."""

    subplots_adjust = autofmt_xdate = set_tight_layout = set_facecolor = tight_layout

    def show(self):
        from . import pyplot

        pyplot.show_figures([self])

    def savefig(self, fname, *args, **options):
        from . import pyplot

        pyplot.save_figure(self, fname)

    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(f"'Figure' object has no attribute {name!r}")
        return leave_out(f'Figure.{name}')

    def told(self):
        """As JSON has it."""
        return {'title': self._title, 'size': self._size, 'axes': [axes.told() for axes in self.axes]}


class AxesGrid(list):
    """What subplots() returns of several: an array of diagrams, as far as programs use it as one."""

    @property
    def shape(self):
        return (len(self), len(self[0])) if self and isinstance(self[0], list) else (len(self),)

    @property
    def flat(self):
        return iter(self.ravel())

    def ravel(self):
        return AxesGrid(one for row in self for one in (row if isinstance(row, list) else [row]))

    flatten = ravel

    def __getitem__(self, key):
        if not isinstance(key, tuple):
            return super().__getitem__(key)
        row, column = key
        if isinstance(row, slice):
            return AxesGrid(one[column] for one in self[row])
        return self[row][column]


class _Looks:
    """Of a colour bar, which the page draws its own way."""

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return self

    def __call__(self, *args, **options):
        return self

