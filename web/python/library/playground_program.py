"""Runs a program as `python program.py` does: its namespace, its exit status, its traceback.

Source of the rules: the command line of CPython (Python/pythonrun.c: _PyRun_SimpleFile, handle_system_exit).
"""

import builtins
import linecache
import sys
import traceback
import types
import warnings

_OWN = __file__
_STREAMS = {name: getattr(sys, name) for name in ("stdin", "stdout", "stderr")}
_RECURSION_LIMIT = sys.getrecursionlimit()


def run(source, filename, arguments):
    """Runs `source` in a fresh `__main__` and returns its exit status.

    What it prints and the traceback of what it raises go to sys.stdout and sys.stderr.
    """
    _begin_anew()
    with warnings.catch_warnings():
        return _run(source, filename, arguments)


def _begin_anew():
    """Takes back what an earlier program may have changed of the interpreter itself."""
    for name, stream in _STREAMS.items():
        setattr(sys, name, stream)
    sys.setrecursionlimit(_RECURSION_LIMIT)


def _run(source, filename, arguments):
    main = types.ModuleType("__main__")
    main.__file__ = filename
    main.__builtins__ = builtins
    sys.modules["__main__"] = main
    sys.argv = [filename, *arguments]
    # Tracebacks show the lines of the program, which is in no file.
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    try:
        code = compile(source, filename, "exec", dont_inherit=True)
        exec(code, main.__dict__)
    except SystemExit as exit:
        return _status_of(exit)
    except BaseException as error:
        _print_error(error)
        return 1
    finally:
        _flush()
    return 0


def _status_of(exit):
    if exit.code is None:
        return 0
    if isinstance(exit.code, int):
        return exit.code & 0xFF
    print(exit.code, file=sys.stderr)
    return 1


def _print_error(error):
    """As sys.excepthook does, without the frame of this file."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename == _OWN:
        trace = trace.tb_next
    _flush()
    traceback.print_exception(type(error), error, trace)


def _flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):  # The program has replaced or closed it.
            pass
