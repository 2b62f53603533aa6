import torch, torch.nn as nn
print(hasattr(torch, 'foo'), hasattr(nn, 'Dropout'), hasattr(torch.ones(1), 'foo'), getattr(nn, 'ReLU')(), hasattr(torch, 'relu'), hasattr(nn.Linear(1, 1), 'bias'))
net = nn.Sequential(nn.Dropout(0.3), nn.Linear(2, 2)); net.extra = 5; print(net.extra, net[0].p, vars(net[0])['p'], net.__class__); net[0] = nn.Dropout(0.9); print(net); net.add_module('z', nn.ReLU()); print(net.z, len(net), list(net)[-1]); net.append(nn.Tanh()); print(net)
ml = nn.ModuleList([nn.Linear(1, 1)]); ml.append(nn.Dropout()); ml.extend([nn.ReLU()]); ml += [nn.Tanh()]; print(ml, len(ml), ml[1:3]); md = nn.ModuleDict({'x': nn.ReLU()}); md['y'] = nn.Tanh(); print(md, 'x' in md, list(md.keys()), [k for k in md], md.pop('x')); pl = nn.ParameterList([nn.Parameter(torch.ones(2)), nn.Parameter(torch.zeros(1))]); print(pl, len(pl), list(pl)); pd = nn.ParameterDict({'a': nn.Parameter(torch.ones(1))}); print(pd, pd['a'])
class S(nn.Module):
    def __init__(self): super().__init__(); self.l = [nn.Linear(1, 1)]; self.d = nn.Dropout(0.1); self.n = None; self.d2 = self.d
    def forward(self, x, *, k=2): return self.d(x) * k
s = S(); print(s, len(list(s.parameters())), len(list(s.modules())), s.training, s.eval() is s, s(torch.ones(2)), s.train().training, s(torch.zeros(1), k=3)); s.zero_grad(); print(s.state_dict(), list(s.children()), s.double() is s, s.to('cpu') is s, s.to(torch.float64) is s)
m = nn.Linear(2, 1).double(); print(m.weight.dtype, m.float().weight.dtype, next(m.parameters()).device, next(m.parameters()).is_cuda); print(nn.Identity(5, a=1)(3), nn.Flatten()(torch.ones(2, 3, 4)).shape, nn.Unflatten(1, (3, 4))(torch.ones(2, 12)).shape)
nn.Dropout('a')
