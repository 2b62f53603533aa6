"""The part of Python's standard library that is fetched only when a program imports something of it.

Where the library is whole, as in Node, nothing of this is needed.
"""

import importlib.abc
import importlib.machinery
import sys
import zipimport

_LIST = "rest-of-python.txt"

# The zip of the part that is there from the start, and where the rest is put.
_USED = "/lib/python314.zip"
_REST = "/lib/rest-of-python.zip"


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, modules, fetch):
        self._modules = modules
        self._fetch = fetch

    def find_spec(self, fullname, path=None, target=None):
        if fullname not in self._modules:
            return None
        if self._fetch is not None:
            self._fetch_for(fullname)
        folders = [_REST] if path is None else [folder.replace(_USED, _REST, 1) for folder in path]
        return importlib.machinery.PathFinder.find_spec(fullname, folders, target)

    def _fetch_for(self, fullname):
        try:
            self._fetch(_REST)
        except Exception:
            why = "is in a part of Python's standard library that could not be fetched"
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
    finder = _Finder(frozenset(listed.decode().split()), fetch)
    # After what finds all that is there, and before Pyodide's own, which tell what is nowhere.
    sys.meta_path.insert(sys.meta_path.index(importlib.machinery.PathFinder) + 1, finder)
