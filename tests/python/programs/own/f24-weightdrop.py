import torch
from torch.nn import Parameter
import torch.nn.functional as F
import torch.nn as nn

class WeightDrop(nn.Module):
    def __init__(self, module, weights, dropout=0.0):
        super().__init__()
        self.module, self.weights, self.dropout = module, weights, dropout
        for w in self.weights:
            raw = getattr(self.module, w)
            del self.module._parameters[w]
            self.module.register_parameter(w + '_raw', Parameter(raw.data))

    def _setweights(self):
        for w in self.weights:
            raw = getattr(self.module, w + '_raw')
            setattr(self.module, w, F.dropout(raw, p=self.dropout, training=self.training))

    def forward(self, *args):
        self._setweights()
        return self.module.forward(*args)

torch.manual_seed(4)
wd = WeightDrop(nn.Linear(3, 2), ['weight'], 0.5)
x = torch.ones(1, 3)
print(wd(x))
print(sorted(n for n, p in wd.named_parameters()))
print(wd.module.weight)
wd.eval()
print(torch.allclose(wd(x), wd(x)))
print(wd)
