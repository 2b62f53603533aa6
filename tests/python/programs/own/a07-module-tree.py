import torch, torch.nn as nn
class Net(nn.Module):
    def __init__(self, n=3, p=0.5):
        super().__init__()
        self.fc1 = nn.Linear(4, 8); self.drop = nn.Dropout(p)
        self.blocks = nn.ModuleList([nn.Sequential(nn.Linear(8, 8 + i), nn.ReLU(), nn.Dropout(p / (i + 1)), nn.Linear(8 + i, 8)) for i in range(n)])
        self.heads = nn.ModuleDict({'a': nn.Linear(8, 2), 'b': nn.Linear(8, 1)})
        self.scale = nn.Parameter(torch.ones(1))
        self.register_buffer('steps', torch.zeros(1, dtype=torch.long))
        self.register_buffer('tmp', torch.zeros(2), persistent=False)
        self.act = nn.LeakyReLU(0.2, inplace=True)
    def forward(self, x):
        x = self.act(self.drop(self.fc1(x)))
        for b in self.blocks: x = b(x)
        return self.heads['a'](x) * self.scale, self.heads['b'](x)
torch.manual_seed(1)
net = Net()
print(net)
for n, p in net.named_parameters(): print(n, tuple(p.shape), p.requires_grad)
for n, b in net.named_buffers(): print(n, b)
print([n for n, _ in net.named_modules()], [n for n, _ in net.named_children()])
print(list(net.state_dict()))
a, b = net(torch.ones(2, 4))
print(a, b)
net.eval()
print([m.training for m in net.modules()])
print(net.drop.training, sum(p.numel() for p in net.parameters() if p.requires_grad))
for p in net.fc1.parameters(): p.requires_grad = False
net.requires_grad_(True)
def init(m):
    if isinstance(m, nn.Linear):
        nn.init.xavier_uniform_(m.weight); nn.init.zeros_(m.bias)
net.apply(init)
print(net.fc1.weight[0], net.fc1.bias)
print(net(torch.ones(1, 4)))
print(net.get_submodule('blocks.0.2'), net.get_parameter('fc1.weight').shape, 'drop' in dict(net.named_children()))
del net.heads['b']; print(net.heads, list(net.heads), len(net.blocks))
net.fc1 = nn.Identity(); print(net.fc1)
try: net.scale = torch.ones(1)
except TypeError as e: print(e)
try: net.scale2 = 5; net.drop = 3
except TypeError as e: print(e)
try: net.nope
except AttributeError as e: print(e)
class Bad(nn.Module):
    def __init__(self): self.l = nn.Linear(1, 1)
try: Bad()
except AttributeError as e: print(e)
print(net.blocks[0][:2], net.blocks[-1][-1], nn.Sequential(nn.ReLU()) )
