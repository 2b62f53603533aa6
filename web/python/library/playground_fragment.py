"""What people paste is often only a part of a program: reads it as they mean it.

A notebook's commands and the prompts of an interpreter are read past, imports that everybody makes are made, and names
that stand for settings nobody gave, as `config.dropout`, get a value that the reader can change.
"""

import ast
import builtins
import re
import symtable
import textwrap
import types

_TYPING = 'Any Callable Dict List Optional Sequence Tuple Union'

# What people leave out in front of a fragment, in the order in which it is written.
_IMPORTS = {
    **{
        name: f'import {name}'
        for name in 'collections copy functools itertools json math os random re sys time warnings'.split()
    },
    'np': 'import numpy as np',
    'numpy': 'import numpy',
    'torch': 'import torch',
    'nn': 'import torch.nn as nn',
    'F': 'import torch.nn.functional as F',
    'optim': 'import torch.optim as optim',
    'plt': 'import matplotlib.pyplot as plt',
    'init': 'from torch.nn import init',
    'Tensor': 'from torch import Tensor',
    'Variable': 'from torch.autograd import Variable',
    **{
        name: f'from torch.utils.data import {name}'
        for name in 'DataLoader Dataset TensorDataset random_split'.split()
    },
    'OrderedDict': 'from collections import OrderedDict',
    'defaultdict': 'from collections import defaultdict',
    'dataclass': 'from dataclasses import dataclass',
    'deepcopy': 'from copy import deepcopy',
    'partial': 'from functools import partial',
    'tqdm': 'from tqdm import tqdm',
    **{name: f'from typing import {name}' for name in _TYPING.split()},
}

_X = 'torch.tensor([[1., 2., 3., 4.], [5., 6., 7., 8.]])'

# Names that stand for a value on their own, and what it is unless the reader says otherwise.
_VALUES = {
    **dict.fromkeys(('p', 'dropout', 'dropout_p', 'dropout_prob', 'dropout_rate', 'drop_prob'), '0.5'),
    **dict.fromkeys(('x', 'input', 'inputs', 'input_tensor'), _X),
}

# Small numbers that fit together: the heads divide the width.
_SETTINGS = (
    (r'drop|prob|rate$|(^|_)p$', '0.5'),
    (r'eps', '1e-5'),
    (r'^lr$|learning', '0.01'),
    (r'decay', '0.0'),
    (r'act', "'relu'"),
    (r'head', '2'),
    (r'layer|depth|epoch|batch', '2'),
    (r'vocab', '10'),
    (r'block|seq|len|context|position', '4'),
    (r'bias|^use_|^is_|^do_', 'True'),
    (r'emb|dim|hidden|size|width|model|feature|channel|inner|units', '8'),
)


def readable(source):
    """The same lines, without what is no Python: each keeps its number."""
    # IPython's prompts are Python themselves: annotations.
    if _parses(source) and not _PROMPTED.search(source):
        return source
    read = textwrap.dedent(source.replace('\u00a0', ' '))
    if not _parses(read) or _PROMPTED.search(read):
        read = '\n'.join(_lines(read.split('\n')))
        read = read if _parses(read) else textwrap.dedent(read)
    # Else what is wrong is told of the text that the reader sees.
    return read if _parses(read) else source


def _parses(source):
    try:
        compile(source, '', 'exec', ast.PyCF_ONLY_AST, dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True


_PROMPT = re.compile(r'\s*(?:>>>|\.\.\.|In ?\[\d*\]:|\s{2,}\.{3,}:)(?: |$)')
_PROMPTED = re.compile(r'^\s*In ?\[\d*\]: ', re.MULTILINE)
_BEGINS = re.compile(r'\s*(?:>>>|In ?\[\d*\]:)')
_COMMAND = re.compile(r'\s*(?:[%!]|\w+\s*=\s*[%!]|\?\w|\w+\?+$|```|~~~)')
_PACKAGES = re.compile(r'\s*(?:pip3?|conda|python3? -m pip) install\b')


def _lines(lines):
    # Between prompts stands what was printed.
    is_session = any(_BEGINS.match(line) for line in lines)
    for line in lines:
        prompt = _PROMPT.match(line)
        if prompt:
            yield line[prompt.end() :]
        elif is_session or _COMMAND.match(line) or _PACKAGES.match(line):
            yield ''
        else:
            yield line


def prelude(source, known, given):
    """The lines to put in front of a fragment: imports, and `name = value` for settings that it lacks.

    known   names that there are already
    given   {name: value} as the reader wrote it, for some of the settings
    """
    tree = compile(source, '', 'exec', ast.PyCF_ONLY_AST, dont_inherit=True)
    if any(isinstance(node, ast.ImportFrom) and node.names[0].name == '*' for node in ast.walk(tree)):
        return []
    missing = _undefined(source) - set(known) - set(vars(builtins))
    imports = [line for name, line in _IMPORTS.items() if name in missing]
    settings = {}
    for name in sorted(missing - set(_IMPORTS)):
        if _is_layer(name):
            imports.append(f'from torch.nn import {name}')
            continue
        for path in _paths(tree, name):
            settings[path] = given.get(path) or _guess(path)
    values = [f'{path} = {value}' for path, value in settings.items()]
    if any('torch.' in value for value in settings.values()) and 'torch' not in known:
        imports = [_IMPORTS['torch'], *(line for line in imports if line != _IMPORTS['torch'])]
    return imports + values


def _undefined(source):
    """Names that are read from the module's scope and that nothing in it defines."""
    top = symtable.symtable(source, '', 'exec')
    defined = {
        symbol.get_name()
        for symbol in top.get_symbols()
        if symbol.is_assigned() or symbol.is_imported()
    }
    read = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_referenced()}
    tables = top.get_children()
    while tables:
        table = tables.pop()
        tables += table.get_children()
        for symbol in table.get_symbols():
            if symbol.is_global():
                if symbol.is_referenced():
                    read.add(symbol.get_name())
                if symbol.is_assigned():
                    defined.add(symbol.get_name())
    return {name for name in read - defined if not name.startswith('__')}


def _is_layer(name):
    if not name[0].isupper():
        return False
    try:
        import torch.nn
    except ImportError:
        return False
    return isinstance(getattr(torch.nn, name, None), type)


def _paths(tree, name):
    """What is read of a name that is used as settings are: `config.dropout`, `config['dropout']`; or the name itself."""
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    found = []
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Name) and node.id == name):
            continue
        path = [name]
        while (step := _step(parents.get(node), node)) is not None:
            path.append(step)
            node = parents[node]
        parent = parents.get(node)
        is_called = isinstance(parent, ast.Call) and parent.func is node
        if is_called or (len(path) == 1 and name not in _VALUES) or not _is_read(node):
            return []
        found.append(''.join(path))
    # `config.model` beside `config.model.dropout` is no number.
    return [path for path in dict.fromkeys(found) if not any(_is_within(other, path) for other in found)]


def _step(parent, node):
    if isinstance(parent, ast.Attribute) and _name_of(node) not in _VALUES:
        return f'.{parent.attr}'
    if isinstance(parent, ast.Subscript) and parent.value is node:
        if isinstance(parent.slice, ast.Constant) and isinstance(parent.slice.value, str):
            return f'[{parent.slice.value!r}]'
    return None


def _name_of(node):
    return node.id if isinstance(node, ast.Name) else None


def _is_read(node):
    return isinstance(getattr(node, 'ctx', None), ast.Load)


def _is_within(path, outer):
    return path != outer and path.startswith(outer) and path[len(outer)] in '.['


def _guess(path):
    if path in _VALUES:
        return _VALUES[path]
    last = re.split(r'\W+', path.rstrip("]'\""))[-1].lower()
    return next((value for pattern, value in _SETTINGS if re.search(pattern, last)), '1')


class _Given(types.SimpleNamespace):
    """Settings that answer to attributes and to keys."""

    def __getitem__(self, key):
        return self.__dict__[key]

    def __setitem__(self, key, value):
        self.__dict__[key] = value


def define(lines, namespace):
    """Runs the lines of a prelude."""
    for line in lines:
        path, _, _ = line.partition(' = ')
        name, *steps = re.findall(r"\w+|\['[^']*'\]", path) if ' = ' in line else ['']
        if steps:
            holder = namespace.setdefault(name, _Given())
            for step in steps[:-1]:
                holder = holder.__dict__.setdefault(step.strip("[']"), _Given())
        exec(compile(line, path, 'exec', dont_inherit=True), namespace)
