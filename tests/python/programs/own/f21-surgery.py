import torch.nn as nn
import torch

net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Dropout(0.5), nn.Linear(8, 2))
print(net[:2])
net[2] = nn.Dropout(p=0.1)
net.append(nn.Sigmoid())
print(net)
trunk = net[:-2]
print(len(trunk), type(trunk))
print(trunk[0] is net[0])
def replace(module, new_p):
    for name, child in module.named_children():
        if isinstance(child, nn.Dropout):
            setattr(module, name, nn.Dropout(new_p))
        else:
            replace(child, new_p)
outer = nn.Sequential(net, nn.ModuleDict({'d': nn.Dropout(0.7), 'a': nn.ReLU()})['d'])
replace(outer, 0.33)
print(outer)
for n, m in outer.named_modules():
    if isinstance(m, nn.Dropout):
        print(n, m.p)
print(outer.get_submodule('0.2'))
print(outer[0][3].weight.numel())
net.insert(1, nn.BatchNorm1d(8))
print([type(l).__name__ for l in net])
net.pop(-1)
net.extend([nn.Linear(2, 2)])
print(net)
net[9]
