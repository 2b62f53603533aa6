import torch
from torch import nn

class ScheduledDropout(nn.Module):
    def __init__(self, start=0.0, stop=0.5, steps=5):
        super().__init__()
        self.dropout = nn.Dropout(start)
        self.rates = torch.linspace(start, stop, steps)
        self.i = 0

    def forward(self, x):
        return self.dropout(x)

    def step(self):
        if self.i < len(self.rates):
            self.dropout.p = self.rates[self.i]
        self.i += 1

torch.manual_seed(5)
sd = ScheduledDropout()
x = torch.ones(2, 6)
for epoch in range(6):
    sd.step()
    out = sd(x)
    print(epoch, sd.dropout.p, (out == 0).sum().item())
print(sd)
