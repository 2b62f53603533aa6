import torch, torch.nn as nn
def enable_dropout(model):
    for m in model.modules():
        if m.__class__.__name__.startswith('Dropout'): m.train()
torch.manual_seed(1)
net = nn.Sequential(nn.Linear(1, 32), nn.ReLU(), nn.Dropout(0.2), nn.Linear(32, 32), nn.ReLU(), nn.Dropout(0.2), nn.Linear(32, 2))
net.eval(); enable_dropout(net); print([m.training for m in net])
x = torch.linspace(-1, 1, 4).view(-1, 1)
with torch.no_grad(): preds = torch.stack([torch.softmax(net(x), dim=1) for _ in range(20)])
print(preds.mean(0), preds.std(0), preds.var(dim=0, unbiased=False)); m = preds.mean(0); print(-(m * torch.log(m + 1e-9)).sum(1)); lo, hi = preds.quantile(0.05, dim=0), preds.quantile(0.95, 0); print(lo[0], hi[0])
print(f"{preds.mean(0)[0,0].item():.3f} ± {preds.std(0)[0,0].item():.3f}"); print(preds.argmax(-1).float().mean(0), preds.mean(dim=(0, 2)))
