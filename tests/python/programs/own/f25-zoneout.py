import torch, torch.nn as nn

class ZoneoutCell(nn.Module):
    def __init__(self, cell, p):
        super().__init__()
        self.cell = cell
        self.p = p
    def forward(self, x, h):
        new = self.cell(x, h)
        if self.training:
            mask = torch.bernoulli(torch.ones_like(h) * self.p)
            return mask * h + (1 - mask) * new
        return self.p * h + (1 - self.p) * new

torch.manual_seed(21)
cell = ZoneoutCell(nn.GRUCell(3, 4), 0.25)
h = torch.zeros(2, 4)
for t in range(4):
    h = cell(torch.randn(2, 3), h)
    print(t, h.abs().sum().item() > 0, h[0].detach().numpy().round(2))
cell.eval()
print(cell(torch.zeros(2, 3), h))
