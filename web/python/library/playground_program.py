"""Runs a program as `python program.py` does: its namespace, its exit status, its traceback.

Source of the rules: the command line of CPython (Python/pythonrun.c: _PyRun_SimpleFile, handle_system_exit), and for
fragments a notebook's cells.
"""

import ast
import builtins
import linecache
import random
import sys
import traceback
import types
import warnings
from contextlib import nullcontext

import playground_absent
import playground_answers
import playground_calls
import playground_fragment
import playground_state

_LIBRARY = __file__.removesuffix("playground_program.py")
_STREAMS = {name: getattr(sys, name) for name in ("stdin", "stdout", "stderr")}
_RECURSION_LIMIT = sys.getrecursionlimit()

playground_absent.tell()

# The namespaces that later programs of the same session go on with.
_sessions = {}

# Of the program that runs.
_tell = None


def run(
    source,
    filename,
    arguments,
    session=None,
    seed=None,
    given=None,
    tell=None,
    name=None,
    asked=None,
    answer=None,
    call=None,
):
    """Runs `source` in a fresh `__main__`, or in that of its session, and returns its exit status.

    What it prints and the traceback of what it raises go to sys.stdout and sys.stderr.

    given   {name: value} of settings that a fragment lacks, as its reader wrote them; None for a program that is run as
            it is, and prints what it prints
    tell    is called with what a reader has to know: ("prelude", lines in front of a fragment), ("unseeded", "") if
            torch has drawn numbers from `seed`, since the program gave none, and ("figure", JSON) of matplotlib's; it
            returns whether somebody hears
    name    sys.argv[0]; the filename without it
    answer  is called with what each line gives, as playground_answers.Answers tells it; of the lines in `asked` also
            with values
    call    is called with each dropout call, as playground_calls.Calls tells it; with `answer` only
    """
    global _tell
    _begin_anew()
    _tell = tell
    if session not in _sessions:
        random.seed(seed)
        playground_state.restore()
    main = _main_of(session, filename, [name or filename, *arguments])
    with warnings.catch_warnings():
        if answer is None:
            status = _run(main, source, filename, given, tell, lambda tree, _: tree)
        else:
            answers = playground_answers.Answers(filename, asked or (), answer)
            calls = playground_calls.Calls(answers.places, call) if call else nullcontext()
            with answers, calls:
                status = _run(main, source, filename, given, tell, answers.asking)
    if tell is not None and _drew_from(seed):
        tell("unseeded", "")
    return status


def tell_figure(figure):
    """Returns whether somebody is shown it."""
    return _tell is not None and bool(_tell("figure", figure))


def end_session(session):
    """Frees what the programs of a session have left. The next of its name begins anew."""
    _sessions.pop(session, None)


def _begin_anew():
    """Takes back what an earlier program may have changed of the interpreter itself."""
    for name, stream in _STREAMS.items():
        setattr(sys, name, stream)
    sys.setrecursionlimit(_RECURSION_LIMIT)
    builtins.__dict__.pop("_", None)


def _main_of(session, filename, argv):
    main = _sessions.get(session)
    if main is None:
        main = types.ModuleType("__main__")
        main.__builtins__ = builtins
        if session is not None:
            _sessions[session] = main
    main.__file__ = filename
    sys.modules["__main__"] = main
    sys.argv = argv
    return main


def _run(main, source, filename, given, tell, asking):
    # Tracebacks show the lines of the program, which is in no file.
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    try:
        if given is not None:
            _run_fragment(main.__dict__, source, filename, given, tell, asking)
        else:
            tree = asking(_parsed(source, filename), main.__dict__)
            exec(compile(tree, filename, "exec", dont_inherit=True), main.__dict__)
    except SystemExit as exit:
        return _status_of(exit)
    except BaseException as error:
        _print_error(error)
        return 1
    finally:
        _flush()
    return 0


def _parsed(source, filename):
    return compile(source, filename, "exec", ast.PyCF_ONLY_AST, dont_inherit=True)


def _run_fragment(namespace, source, filename, given, tell, asking):
    source = playground_fragment.readable(source)
    tree = _parsed(source, filename)
    lines = playground_fragment.prelude(source, namespace, given)
    if tell is not None:
        tell("prelude", "\n".join(lines))
    playground_fragment.define(lines, namespace)
    *_, last = [None, *tree.body]
    if isinstance(last, ast.Expr):
        tree.body.pop()
    tree = asking(tree, namespace)
    exec(compile(tree, filename, "exec", dont_inherit=True), namespace)
    if isinstance(last, ast.Expr):
        # As a notebook shows the value of a cell's last line.
        exec(compile(ast.Interactive([last]), filename, "single", dont_inherit=True), namespace)
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        # And the figures that the cell has left.
        pyplot.show()


def _drew_from(seed):
    """Whether one of torch's generators has given numbers, and still has the seed that it began with."""
    torch = sys.modules.get("torch")
    if seed is None or torch is None:
        return False
    generators = [torch.default_generator, *torch.random.cuda_generators()]
    return any(_has_moved(torch, one) for one in generators if one.initial_seed() == seed)


def _has_moved(torch, generator):
    unused = torch.Generator(generator.device).manual_seed(generator.initial_seed())
    return not torch.equal(generator.get_state(), unused.get_state())


def _status_of(exit):
    if exit.code is None:
        return 0
    if isinstance(exit.code, int):
        return exit.code & 0xFF
    print(exit.code, file=sys.stderr)
    return 1


def _print_error(error):
    """As sys.excepthook does, without the frames of our own files."""
    _flush()
    told = traceback.TracebackException.from_exception(error, compact=True)
    for one in _chain(told):
        frames = [frame for frame in one.stack if not frame.filename.startswith(_LIBRARY)]
        one.stack = traceback.StackSummary.from_list(frames)
    told.print()


def _chain(told):
    """An exception with its causes, contexts and those that it groups."""
    left = [told]
    while left:
        one = left.pop()
        yield one
        left += [other for other in (one.__cause__, one.__context__) if other is not None]
        left += one.exceptions or ()


def _flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        # The program has replaced or closed it, or nobody reads it any more.
        except (AttributeError, ValueError, OSError):
            pass
