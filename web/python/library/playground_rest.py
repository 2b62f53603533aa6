"""What is fetched only when a program imports something of it: a part of Python's standard library, and matplotlib.

Where the library is whole, as in Node, only matplotlib is apart.
"""

import importlib.abc
import importlib.machinery
import sys
import zipimport

_LIST = "rest-of-python.txt"

# The zip of the part that is there from the start, and where the rest is put.
_USED = "/lib/python314.zip"
_REST = "/lib/rest-of-python.zip"

# What plots, and its one package.
_PLOTTING = "/lib/plotting.zip"
_PLOTTED = "matplotlib"


class _Finder(importlib.abc.MetaPathFinder):
    """Finds modules in a zip that is fetched for the first of them.

    where   what the zip is a part of, for the error where it does not come
    """

    def __init__(self, modules, zip, where, fetch):
        self._modules = modules
        self._zip = zip
        self._where = where
        self._fetch = fetch

    def find_spec(self, fullname, path=None, target=None):
        if fullname not in self._modules:
            return None
        if self._fetch is not None:
            self._fetch_for(fullname)
        folders = [self._zip] if path is None else [folder.replace(_USED, self._zip, 1) for folder in path]
        return importlib.machinery.PathFinder.find_spec(fullname, folders, target)

    def _fetch_for(self, fullname):
        try:
            self._fetch(self._zip)
        except Exception:
            why = f"is in {self._where} that could not be fetched"
            raise ImportError(f"{fullname} {why}", name=fullname) from None
        self._fetch = None


def find(fetch):
    """From now on finds modules of the rest, too.

    fetch   is called with the path at which it is to put the rest, until it has put it there
    """
    try:
        listed = zipimport.zipimporter(_USED).get_data(_LIST)
    except OSError:
        return
    modules = frozenset(listed.decode().split())
    _add(_Finder(modules, _REST, "a part of Python's standard library", fetch))


def find_plotting(fetch):
    """From now on finds matplotlib, too; as find() does."""
    _add(_Finder({_PLOTTED}, _PLOTTING, "a file", fetch))


def _add(finder):
    # After what finds all that is there, and before Pyodide's own, which tell what is nowhere.
    sys.meta_path.insert(sys.meta_path.index(importlib.machinery.PathFinder) + 1, finder)
