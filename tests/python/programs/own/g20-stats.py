import torch
import torch.nn as nn
import math
torch.manual_seed(0)
n = 10000
x = torch.ones(n)
for p in (0.1, 0.25, 0.5, 0.75):
    y = nn.Dropout(p)(x)
    kept = (y != 0).sum().item()
    se = math.sqrt(p * (1 - p) / n)
    print(f'p={p:<5} kept={kept:>5d} expected={n * (1 - p):>7.1f} z={(kept / n - (1 - p)) / se:+.2f} scale={y.max().item():.4f}')
    assert abs(kept / n - (1 - p)) < 5 * se
a = nn.AlphaDropout(0.2)(torch.randn(n))
print('alpha: mean %.2f std %.2f' % (a.mean(), a.std()))
hist = torch.histc(nn.Dropout(0.5)(torch.rand(1000)), bins=4, min=0, max=2)
print(hist, hist.sum())
print(torch.bincount((torch.rand(20) * 4).long(), minlength=5))
vals, counts = torch.unique(nn.Dropout(0.5)(torch.arange(1., 4.).repeat(10)), return_counts=True)
print(vals, counts)
print(torch.quantile(torch.arange(11.), torch.tensor([0.1, 0.5, 0.9])), torch.corrcoef(torch.tensor([[1., 2, 3], [1, 2, 4]])))
