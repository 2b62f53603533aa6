import torch
import torch.nn as nn
from collections import OrderedDict

torch.manual_seed(2)
model = nn.Sequential(OrderedDict([
    ('fc1', nn.Linear(3, 4)),
    ('relu1', nn.ReLU()),
    ('drop1', nn.Dropout(0.4)),
    ('fc2', nn.Linear(4, 2)),
]))
activations = {}
def get_activation(name):
    def hook(model, input, output):
        activations[name] = output.detach()
    return hook

torch.manual_seed(2)
for name, layer in model.named_children():
    layer.register_forward_hook(get_activation(name))
model.drop1.register_forward_pre_hook(lambda m, i: print('into dropout:', i[0].shape))
model.fc1.register_full_backward_hook(lambda m, gi, go: print('grad out:', go[0].shape, gi))
x = torch.randn(2, 3)
out = model(x)
for name in activations:
    print(name, activations[name].shape, (activations[name] == 0).float().mean().item())
out.sum().backward()
print(model.fc2.bias.grad)
print(model[2], model.drop1 is model[2], len(model))
model.drop1 = nn.Dropout(0.9)
print(model)
del model.relu1
print(list(model._modules))
model.add_module('softmax', nn.Softmax(dim=1))
print(model[-1])
