import torch, torch.nn as nn
class VariationalDropout(nn.Module):
    def __init__(self, p): super().__init__(); self.p = p
    def forward(self, x):
        if not self.training or not self.p: return x
        m = x.new_empty(1, x.size(1), x.size(2), requires_grad=False).bernoulli_(1 - self.p); m = m.div_(1 - self.p); m = m.expand_as(x); return x * m
class WeightDrop(nn.Module):
    def __init__(self, module, p=0.5): super().__init__(); self.module, self.p = module, p; w = module.weight; del module._parameters['weight']; module.register_parameter('weight_raw', nn.Parameter(w.data))
    def forward(self, x): self.module.weight = nn.functional.dropout(self.module.weight_raw, p=self.p, training=self.training); return self.module(x)
class GaussianDropout(nn.Module):
    def __init__(self, p): super().__init__(); self.alpha = p / (1 - p)
    def forward(self, x): return x * (torch.randn_like(x) * self.alpha ** 0.5 + 1) if self.training else x
class DropConnect(nn.Linear):
    def forward(self, x): return nn.functional.linear(x, nn.functional.dropout(self.weight, 0.5, self.training), self.bias)
torch.manual_seed(1); x = torch.ones(3, 2, 4, requires_grad=True); y = VariationalDropout(0.5)(x); print(y); y.sum().backward(); print(x.grad[0]); wd = WeightDrop(nn.Linear(4, 2)); print(wd, wd(torch.ones(1, 4)), [n for n, _ in wd.named_parameters()]); print(GaussianDropout(0.5)(torch.ones(4))); print(DropConnect(4, 2)(torch.ones(1, 4)), DropConnect(4, 2))
def drop_path(x, p=0.5, training=True):
    if p == 0. or not training: return x
    keep = 1 - p; shape = (x.shape[0],) + (1,) * (x.ndim - 1); r = keep + torch.rand(shape, dtype=x.dtype, device=x.device); r.floor_(); return x.div(keep) * r
print(drop_path(torch.ones(4, 2))); words = torch.randint(5, (2, 3)); print(words, words.masked_fill(torch.rand(2, 3) < 0.3, 0)); z = torch.ones(2, 3, 4); print(z * torch.bernoulli(torch.ones(2, 1, 4) * 0.5)); print(nn.AlphaDropout(0.2)(torch.randn(3)), nn.FeatureAlphaDropout(0.5)(torch.ones(1, 3, 2)), torch.nn.functional.alpha_dropout(torch.ones(3), 0.5), torch.nn.functional.alpha_dropout(torch.ones(3), 0.5, training=True), torch.dropout(torch.ones(3), 0.5, True), torch.dropout(torch.ones(3), p=0.5, train=False), torch.feature_dropout(torch.ones(1, 3, 2), 0.5, True))
