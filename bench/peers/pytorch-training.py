"""The training of one network in PyTorch on one thread, as peers/pytorch-training.mjs drives it.

The first line of input is the network and its numbers, as JSON. Prints the version, then for each further line, a number
of steps, the milliseconds they took and the loss of the last.
"""

import json
import sys
import time

import torch
from torch import nn

torch.set_num_threads(1)
told = json.loads(sys.stdin.readline())
network, batch = told['network'], told['network']['batch']
activation = {'tanh': nn.Tanh, 'relu': nn.ReLU}[network['activation']]
x = torch.tensor(told['inputs']).view(batch, -1)
if network['sizes'][-1] > 1:
    y, loss_of = torch.tensor(told['targets']), nn.CrossEntropyLoss()
else:
    y, loss_of = torch.tensor(told['targets']).view(batch, 1), nn.MSELoss()

layers = []
for inputs, outputs in zip(network['sizes'], network['sizes'][1:]):
    layers += [nn.Linear(inputs, outputs), activation(), nn.Dropout(network['p'])]
model = nn.Sequential(*layers[:-2])
optimizer = getattr(torch.optim, network['optimizer'])(model.parameters(), lr=network['lr'])

# The BLAS it was built with decides its speed.
blas = [word for word in torch.__config__.show().split() if word.startswith('BLAS_INFO=')]
print(torch.__version__, *blas, flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    for _ in range(int(line)):
        loss = loss_of(model(x), y)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
    last = loss.item()
    print((time.perf_counter() - start) * 1000, last, flush=True)
