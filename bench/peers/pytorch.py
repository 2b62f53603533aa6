"""Dropout of a million float32 elements in PyTorch on one thread, as peers/pytorch.mjs drives it.

Prints the version, the SHA-256 of what the first call after manual_seed(42) gives, then for each line
of input, a number of calls, the milliseconds they took.
"""

import hashlib
import sys
import time

import torch

SIZE, P = 1_000_000, 0.3

torch.set_num_threads(1)
x = torch.ones(SIZE)
drop = torch.nn.Dropout(P)

with torch.no_grad():
    dropped = (drop(x) == 0).double().mean().item()
    assert abs(dropped - P) < 0.0025, dropped
    torch.manual_seed(42)
    y = drop(x)
    print(torch.__version__, hashlib.sha256(y.numpy().tobytes()).hexdigest(), sep="\n", flush=True)
    for line in sys.stdin:
        start = time.perf_counter()
        for _ in range(int(line)):
            y = drop(x)
        print((time.perf_counter() - start) * 1000, flush=True)
