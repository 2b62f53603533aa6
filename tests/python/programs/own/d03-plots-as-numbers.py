import torch, torch.nn as nn
torch.manual_seed(2); p_values = [0.0, 0.2, 0.5, 0.8, 1.0]; x = torch.ones(10000)
for p in p_values: y = nn.Dropout(p)(x); print(f"p={p:<4} zeros={(y == 0).float().mean():.3f} mean={y.mean():.3f} max={y.max().item():.3f} std={y.std():.3f}")
hist = torch.histc(torch.stack([nn.Dropout(0.5)(torch.ones(8)).sum() for _ in range(200)]), bins=5, min=0, max=16); print(hist, hist.sum().item()); counts = torch.zeros(8)
for _ in range(500): counts += (nn.functional.dropout(torch.ones(8), 0.3) > 0)
print(counts, (counts / 500).round(decimals=1), counts.mean().round()); a, b = nn.Dropout(0.5)(torch.ones(2, 3)), nn.Dropout(p=0.5)(torch.eye(3)); print(a, b, torch.count_nonzero(b), b.nonzero().tolist(), a.bool(), a.ne(0).all(), (a != 0).int()); print('\n'.join(f'{i}: {v:.1f}' for i, v in enumerate(a.flatten().tolist())))
