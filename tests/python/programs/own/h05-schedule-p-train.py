import torch, math
import torch.nn as nn
import torch.nn.functional as F

class AnnealedDropout(nn.Module):
    def __init__(self, p0, total):
        super().__init__()
        self.p0, self.total = p0, total
        self.register_buffer('t', torch.tensor(0))
    @property
    def p(self):
        return max(0.0, self.p0 * (1 - self.t.item() / self.total))
    def forward(self, x):
        out = F.dropout(x, self.p, self.training)
        if self.training:
            self.t += 1
        return out
    def extra_repr(self):
        return 'p0={p0}, total={total}'.format(**self.__dict__)

torch.manual_seed(9)
net = nn.Sequential(nn.Linear(1, 16), nn.Tanh(), AnnealedDropout(0.5, 10), nn.Linear(16, 1))
opt = torch.optim.Adam(net.parameters(), lr=0.05)
x = torch.linspace(-math.pi, math.pi, 20)[:, None]
y = torch.sin(x)
best, patience = float('inf'), 0
for epoch in range(12):
    net.train()
    loss = F.mse_loss(net(x), y)
    opt.zero_grad(); loss.backward(); opt.step()
    net.eval()
    with torch.no_grad():
        val = F.mse_loss(net(x), y).item()
    if val < best - 1e-4:
        best, patience = val, 0
    else:
        patience += 1
    if epoch % 4 == 0 or patience >= 3:
        print(f'{epoch:02d} train {loss:.4f} val {val:.4f} p={net[2].p:.2f} wait={patience}')
    if patience >= 3:
        print('early stop'); break
print(net, net.state_dict()['2.t'], net[2].t.dtype)
