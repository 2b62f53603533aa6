import torch
from torch import nn
from dataclasses import dataclass, field
from typing import Optional, List

@dataclass
class Config:
    hidden: int = 8
    dropout: float = 0.1
    sizes: List[int] = field(default_factory=lambda: [4, 4])
    activation: Optional[str] = 'relu'

class Net(nn.Module):
    ACT = {'relu': nn.ReLU, 'gelu': nn.GELU}
    def __init__(self, config: Config):
        super().__init__()
        self.config = config
        dims = [config.hidden, *config.sizes]
        layers = []
        for i, (a, b) in enumerate(zip(dims[:-1], dims[1:])):
            layers.append(nn.Linear(a, b))
            layers.append(self.ACT[config.activation]())
            layers += [nn.Dropout(config.dropout * (i + 1))]
        self.net = nn.Sequential(*layers)
    @property
    def rates(self):
        return [m.p for m in self.modules() if isinstance(m, nn.Dropout)]
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.net(x)
    def __len__(self):
        return len(self.net)

cfg = Config(dropout=0.15)
print(cfg)
net = Net(cfg)
print(net.rates, len(net), net)
print(Config(hidden=2) == Config(hidden=2), hasattr(net, 'config'), callable(net))
try:
    net.missing
except AttributeError as e:
    print(e)
try:
    net.rate = net.missing_rate
except AttributeError as e:
    print(type(e).__name__, e)
class Bad(nn.Module):
    def __init__(self):
        self.drop = nn.Dropout(0.5)
try:
    Bad()
except AttributeError as e:
    print(e)
class NoForward(nn.Module):
    pass
try:
    NoForward()(torch.ones(1))
except NotImplementedError as e:
    print(e)
class P(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.zeros(2))
p = P()
try:
    p.w = torch.ones(2)
except TypeError as e:
    print(e)
p.register_buffer('b', torch.ones(1))
p.register_parameter('none', None)
print(p.state_dict(), list(p.named_buffers()), p.none)
try:
    p.register_buffer('w', torch.ones(1))
except KeyError as e:
    print(repr(e))
p.register_buffer('drop.x', torch.ones(1))
