import torch, torch.nn as nn
class Block(nn.Module):
    """doc"""
    def __init__(self, *sizes, p: float = 0.5, act=nn.ReLU):
        super().__init__()
        self.sizes = sizes
        layers = []
        for i, o in zip(sizes, sizes[1:]): layers += [nn.Linear(i, o), act(), nn.Dropout(p)]
        self.net = nn.Sequential(*layers[:-2])
    def forward(self, x: torch.Tensor) -> torch.Tensor: return self.net(x)
    def extra_repr(self): return 'sizes={}'.format(self.sizes)
    def __str__(self): return 'Block!' + super().__repr__()
    @property
    def device(self): return next(self.parameters()).device
b = Block(4, 8, 2, p=0.1, act=nn.Tanh); print(b); print([b]); print(b.device, b.__doc__, b(torch.zeros(1, 4)).shape); print(nn.Sequential(b, nn.Sequential(), nn.ModuleList()))
class Wrapper(nn.Module):
    def __init__(self, inner): super(Wrapper, self).__init__(); self.inner = inner; self.count = 0
    def __call__(self, *a, **k): self.count += 1; return super().__call__(*a, **k)
    def train(self, mode=True): super().train(mode); self.inner.eval(); return self
    def forward(self, x): return self.inner(x)
w = Wrapper(nn.Dropout(0.5)); w.train(); print(w.training, w.inner.training, w(torch.ones(2)), w.count); print(isinstance(w, nn.Module), issubclass(Block, nn.Module), nn.Dropout.__mro__[1].__name__, callable(w))
class Drop(nn.Dropout):
    def forward(self, x): return super().forward(x) if self.training else x * (1 - self.p)
print(Drop(0.2), Drop(0.2).eval()(torch.ones(2))); m = nn.Linear(2, 2); m.custom = torch.ones(1); print(m.custom, list(m.buffers())); m.register_parameter('q', None); print(m.q, m); 
try: m.register_parameter('r', torch.ones(1))
except TypeError as e: print(e)
try: m.register_parameter('r', nn.Parameter(torch.ones(1)) * 2)
except (TypeError, ValueError) as e: print(e)
try: m(1, 2)
except TypeError as e: print(e)
class NoForward(nn.Module): pass
try: NoForward()(1)
except NotImplementedError as e: print(e)
