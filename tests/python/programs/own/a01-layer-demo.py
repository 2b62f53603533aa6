import torch
from torch import nn
torch.manual_seed(0)
m = nn.Dropout(p=0.2)
x = torch.randn(20, 16)
y = m(x)
print(y.shape, (y == 0).sum(), (y == 0).float().mean())
print(y[:2])
print(m, m.p, m.training, m.inplace)
print(repr(y.sum()), y.mean().item())
print(y.dtype, y.device, y.requires_grad, y.is_leaf, y.grad_fn)
