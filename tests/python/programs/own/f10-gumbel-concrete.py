import torch
import torch.nn as nn

class ConcreteDropout(nn.Module):
    def __init__(self, init=0.1, temp=0.1):
        super().__init__()
        self.p_logit = nn.Parameter(torch.log(torch.tensor(init)) - torch.log(torch.tensor(1 - init)))
        self.temp = temp

    def forward(self, x):
        eps = 1e-7
        p = torch.sigmoid(self.p_logit)
        u = torch.rand_like(x)
        drop_prob = (torch.log(p + eps) - torch.log(1 - p + eps) + torch.log(u + eps) - torch.log(1 - u + eps))
        drop_prob = torch.sigmoid(drop_prob / self.temp)
        return x * (1 - drop_prob) / (1 - p)

torch.manual_seed(8)
cd = ConcreteDropout()
opt = torch.optim.SGD(cd.parameters(), lr=0.5)
x = torch.ones(4, 3)
y = cd(x)
print(y.round())
loss = (y - 1).pow(2).mean()
loss.backward()
opt.step()
print(cd.p_logit.dtype, cd.p_logit.shape, f'{torch.sigmoid(cd.p_logit).item():.3f}')
print(dict(cd.named_parameters()).keys())
