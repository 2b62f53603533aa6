import torch
import torch.nn as nn
import torch.nn.functional as F

class DropConnect(nn.Linear):
    def __init__(self, in_features, out_features, p=0.5, bias=True):
        super().__init__(in_features, out_features, bias=bias)
        self.p = p

    def forward(self, input):
        weight = F.dropout(self.weight, self.p, training=self.training)
        return F.linear(input, weight, self.bias)

    def extra_repr(self):
        return super().extra_repr() + f', p={self.p}'

torch.manual_seed(3)
layer = DropConnect(4, 3)
print(layer)
x = torch.ones(1, 4)
print(layer(x))
print(layer(x))
layer.eval()
print(layer(x))
print(isinstance(layer, nn.Linear), layer.in_features, layer.weight.shape)
out = layer(x)
out.mean().backward()
print(layer.weight.grad)
