import argparse, math, random, time, os, sys, json, copy
from collections import OrderedDict, defaultdict, namedtuple, deque, Counter
from dataclasses import dataclass, field
from typing import Optional, List
import torch
from torch import nn, Tensor, optim
from torch.nn import Module, Linear, Dropout, Parameter, ModuleList
from torch.nn import functional as F
from torch.optim import Adam
from torch.optim.lr_scheduler import StepLR
from torch.nn.utils import clip_grad_norm_
from torch.utils.data import DataLoader, TensorDataset
from torch.autograd import Variable, grad
from torch.nn.parameter import Parameter as P2
from torch.nn.modules.dropout import Dropout as D2, _DropoutNd
from torch.nn.init import xavier_uniform_
@dataclass
class Cfg: dim: int = 4; p: float = 0.1; layers: List[int] = field(default_factory=lambda: [4, 3])
def main(argv=None):
    ap = argparse.ArgumentParser(); ap.add_argument('--lr', type=float, default=0.1); args = ap.parse_args([]); cfg = Cfg(); random.seed(1); torch.manual_seed(1)
    net = nn.Sequential(OrderedDict([('l1', Linear(4, 3)), ('d', Dropout(cfg.p))])); print(net.l1, cfg, args.lr, P2 is Parameter, D2 is Dropout, isinstance(net.d, _DropoutNd))
    ds = TensorDataset(torch.randn(6, 4), torch.randn(6, 3)); hist = defaultdict(list)
    for e in range(2):
        for x, y in DataLoader(ds, 3, shuffle=True): hist[e].append(round(F.mse_loss(net(x), y).item(), 4))
    print(dict(hist)); print('{:>8.3f}|{:<6}|{!r}'.format(torch.tensor(1.5).item(), 'a', torch.tensor([1.]))); print("%s %r" % (torch.tensor(2), torch.ones(1))); print(torch.tensor([1., 2.]), end='!\n'); print(*[torch.tensor(1)], sep=','); assert torch.ones(1) > 0; print(json.dumps({'a': torch.ones(2).tolist()})); print(str(net.d) + '.', type(net), net.d.__class__.__name__, nn.Dropout.__name__)
if __name__ == '__main__': main()
raise ValueError(f'done {torch.ones(1).item()}')
