import torch
import torch.nn as nn
import numpy as np

class MCDropoutNet(nn.Module):
    def __init__(self, n_in=1, n_hidden=16, p=0.2):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Linear(n_in, n_hidden), nn.ReLU(), nn.Dropout(p),
            nn.Linear(n_hidden, n_hidden), nn.ReLU(), nn.Dropout(p),
            nn.Linear(n_hidden, 1),
        )

    def forward(self, x):
        return self.layers(x)

def enable_dropout(model):
    """ Function to enable the dropout layers during test-time """
    n = 0
    for m in model.modules():
        if m.__class__.__name__.startswith('Dropout'):
            m.train()
            n += 1
    return n

torch.manual_seed(0)
np.random.seed(0)
net = MCDropoutNet()
net.eval()
print('dropout layers:', enable_dropout(net))
x = torch.linspace(-1, 1, 5).unsqueeze(1)
T = 20
preds = np.zeros((T, len(x)))
for t in range(T):
    with torch.no_grad():
        preds[t] = net(x).numpy().squeeze()
mean = preds.mean(axis=0)
std = preds.std(axis=0)
for xi, m, s in zip(x.flatten().tolist(), mean, std):
    print(f"x={xi:+.2f} mean={m:.3f} std={s:.3f}  [{m - 2 * s:.3f}, {m + 2 * s:.3f}]")
print(preds.shape, mean.dtype, np.round(std, 3))
print(np.percentile(preds, [2.5, 97.5], axis=0).round(3))
