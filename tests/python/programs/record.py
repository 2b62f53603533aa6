"""Runs programs with PyTorch 1.13 and keeps what they print: `record` is for the scripts beside this one.

Each program runs in a process of its own and in an empty folder. The AVX2 kernels are taken, and one thread: where the
numbers of `randn` depend on the processor, these are those that people have.
"""
import builtins
import json
import os
import pathlib
import sys
import tempfile
import traceback
import types

os.environ.setdefault('ATEN_CPU_CAPABILITY', 'avx2')
os.environ['OMP_NUM_THREADS'] = '1'
import torch  # noqa: E402  it reads both as it begins

torch.set_num_threads(1)


def printed(name, source):
    """Standard output and standard error of `name`.py."""
    sys.stdout.flush()
    with tempfile.TemporaryDirectory() as folder:
        streams = [pathlib.Path(folder, stream) for stream in ('.stdout', '.stderr')]
        child = os.fork()
        if child == 0:
            os.chdir(folder)
            for number, path in enumerate(streams, 1):
                os.dup2(os.open(path, os.O_CREAT | os.O_WRONLY), number)
            _run(f'{name}.py', source)
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
            os._exit(0)
        os.waitpid(child, 0)
        return [path.read_text() for path in streams]


def _run(filename, source):
    main = sys.modules['__main__'] = types.ModuleType('__main__')
    main.__builtins__ = builtins
    main.__file__ = filename
    sys.argv = [filename]
    # A warning shows the line that caused it.
    pathlib.Path(filename).write_text(source)
    try:
        exec(compile(source, filename, 'exec', dont_inherit=True), main.__dict__)
    except BaseException as error:
        sys.stdout.flush()
        traceback.print_exception(error.with_traceback(error.__traceback__.tb_next))


def record(path, programs):
    """Writes a JSON of the `programs`, {name: source}, with what each has printed."""
    kept = []
    for name, source in programs.items():
        stdout, stderr = printed(name, source)
        kept.append({'name': name, 'source': source, 'stdout': stdout, **({'stderr': stderr} if stderr else {})})
    about = {
        'torch': f'{torch.__version__} (Debian 12), reference BLAS, one thread',
        'capability': os.environ['ATEN_CPU_CAPABILITY'],
        'python': sys.version.split()[0],
        'by': pathlib.Path(path).with_suffix('.py').name,
    }
    text = json.dumps({'about': about, 'programs': kept}, indent=1, ensure_ascii=False)
    pathlib.Path(path).write_text(text + '\n')
