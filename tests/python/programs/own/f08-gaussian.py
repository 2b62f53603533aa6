import torch
import torch.nn as nn

class GaussianDropout(nn.Module):
    def __init__(self, p=0.5):
        super(GaussianDropout, self).__init__()
        if p <= 0 or p >= 1:
            raise Exception("p value should accomplish 0 < p < 1")
        self.p = p

    def forward(self, x):
        if self.training:
            stddev = (self.p / (1.0 - self.p))**0.5
            epsilon = torch.randn_like(x) * stddev
            return x * (1 + epsilon)
        else:
            return x

torch.manual_seed(0)
g = GaussianDropout(0.3)
print(g(torch.ones(2, 5)))
g.eval()
print(g(torch.ones(2, 5)))
try:
    GaussianDropout(1.0)
except Exception as ex:
    print(type(ex), ex)
GaussianDropout(0)
