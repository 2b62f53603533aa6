import torch
import torch.nn as nn
from contextlib import contextmanager

@contextmanager
def dropout_enabled(model):
    states = {m: m.training for m in model.modules()}
    for m in model.modules():
        if isinstance(m, (nn.Dropout, nn.Dropout2d)):
            m.train(True)
    try:
        yield model
    finally:
        for m, s in states.items():
            m.training = s

@torch.no_grad()
def predict(model, x):
    return model(x)

torch.manual_seed(12)
model = nn.Sequential(nn.Linear(2, 4), nn.Dropout(0.5), nn.Linear(4, 1)).eval()
x = torch.ones(1, 2)
a = predict(model, x)
with dropout_enabled(model) as m:
    b = predict(m, x)
    print(m[1].training, a.requires_grad)
print(model[1].training, torch.equal(predict(model, x), a))
with torch.set_grad_enabled(False):
    print(model(x).requires_grad, torch.is_grad_enabled())
with torch.enable_grad():
    print(model(x).requires_grad)
@torch.inference_mode()
def f(x): return model(x)
print(f(x).requires_grad)
with torch.autograd.set_detect_anomaly(True):
    model(x).sum().backward()
print(model[0].bias.grad.shape)
with torch.random.fork_rng():
    torch.manual_seed(5)
    print(torch.rand(1))
print(torch.rand(1))
with torch.autograd.no_grad():
    pass
g = torch.Generator()
print(g.initial_seed() == torch.Generator().initial_seed(), g.manual_seed(3).initial_seed(), torch.rand(2, generator=g), torch.randperm(4, generator=g), torch.empty(2).bernoulli_(0.5, generator=g), torch.randint(0, 9, (3,), generator=g))
