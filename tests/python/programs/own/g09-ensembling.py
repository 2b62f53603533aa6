import torch
import torch.nn as nn
import copy

torch.manual_seed(2)
base = nn.Sequential(nn.Linear(3, 5), nn.Dropout(0.5), nn.ReLU(), nn.Linear(5, 2))
models = [copy.deepcopy(base) for _ in range(3)]
for i, m in enumerate(models):
    for p in m.parameters():
        p.data.add_(0.01 * i)
x = torch.ones(1, 3)
for m in models:
    m.eval()
outs = torch.stack([m(x) for m in models])
print(outs.mean(0), outs.std(0) > 0)
avg = {k: sum(m.state_dict()[k] for m in models) / len(models) for k in base.state_dict()}
base.load_state_dict(avg)
print(torch.allclose(base[0].bias, models[1][0].bias))
ema = copy.deepcopy(base)
decay = 0.9
with torch.no_grad():
    for e, p in zip(ema.parameters(), models[2].parameters()):
        e.mul_(decay).add_(p, alpha=1 - decay)
print((ema[3].weight - base[3].weight).abs().max() < 0.01)
shared = nn.Linear(2, 2)
tied = nn.Sequential(shared, nn.Dropout(0.2), shared)
print(len(list(tied.parameters())), len(tied.state_dict()), tied)
tied[0].weight.data.fill_(1)
print(tied[2].weight)
