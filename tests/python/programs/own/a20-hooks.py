import torch, torch.nn as nn
torch.manual_seed(0)
net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Dropout(0.5), nn.Linear(3, 1)); acts = {}
def save(name):
    def hook(m, i, o): acts[name] = o.detach()
    return hook
hs = [m.register_forward_hook(save(n)) for n, m in net.named_children()]
net(torch.ones(1, 2)); print(acts)
for h in hs: h.remove()
h = net[2].register_forward_hook(lambda m, i, o: o * 0); print(net(torch.ones(1, 2))); h.remove()
h = net[0].register_forward_pre_hook(lambda m, i: (i[0] * 2,)); print(net[0](torch.ones(1, 2))); h.remove()
net[2].register_full_backward_hook(lambda m, gi, go: print('back', gi, go)); net(torch.ones(1, 2)).sum().backward(); print(net[0].weight.grad)
net[0].weight.register_hook(lambda g: print('grad', g)); net(torch.ones(1, 2)).sum().backward()
