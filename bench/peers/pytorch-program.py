"""Runs a program so many times, and answers with the milliseconds; the first line tells the program, as JSON."""
import contextlib
import io
import json
import sys
import time

import torch

torch.set_num_threads(1)
program = compile(json.loads(sys.stdin.readline()), 'program', 'exec')
print(torch.__version__, flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    for _ in range(int(line)):
        with contextlib.redirect_stdout(io.StringIO()):
            exec(program, {'__name__': '__main__'})
    print((time.perf_counter() - start) * 1000, flush=True)
