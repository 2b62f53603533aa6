import torch, torch.nn as nn
# a shared-mask ensemble with python control flow
class Config(dict):
    __getattr__ = dict.__getitem__
cfg = Config(p=0.25, sizes=(6, 4, 2), acts={'relu': torch.relu, 'tanh': torch.tanh})
class Net(nn.Module):
    def __init__(self, cfg):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(cfg.sizes[:-1], cfg.sizes[1:]))
        self.drops = [nn.Dropout(cfg['p']) for _ in self.layers]
    def forward(self, x, act='relu', return_all=False):
        outs = []
        for i, (l, d) in enumerate(zip(self.layers, self.drops)):
            x = d(cfg.acts[act](l(x))) if i < len(self.layers) - 1 else l(x); outs.append(x)
        return outs if return_all else x
torch.manual_seed(21); n = Net(cfg); x = torch.rand(2, 6); print(n); print(n(x)); n.eval(); print(n(x), [d.training for d in n.drops]); print([o.shape for o in n(x, act='tanh', return_all=True)])
try: n(x, act='gelu')
except KeyError as e: print('KeyError', e)
print({k: [round(v, 3) for v in p.flatten().tolist()[:2]] for k, p in n.named_parameters()}, any(p.requires_grad for p in n.parameters()), next(iter(n.parameters())).shape)
