import torch
import torch.nn as nn
torch.manual_seed(4)
bn = nn.BatchNorm1d(3)
x = torch.randn(6, 3) * 2 + 1
y = bn(nn.Dropout(0.5)(x))
print(y.mean(0).abs() < 1e-5, y.std(0, unbiased=False))
print(bn.running_mean, bn.running_var, bn.num_batches_tracked)
bn.eval()
print(bn(x)[:2])
net = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.ReLU(), nn.Dropout(0.3), nn.Linear(4, 2))
for m in net:
    if isinstance(m, nn.BatchNorm1d):
        m.momentum = 0.5
        m.reset_running_stats()
        nn.init.constant_(m.weight, 2)
print(net.state_dict())
print(net[1].weight, net[1])
ln = nn.LayerNorm(3, elementwise_affine=False)
print(ln(x[:1]), ln, list(ln.parameters()))
gn = nn.GroupNorm(1, 3); inorm = nn.InstanceNorm1d(3)
print(gn(x[:2]), inorm(x.t().unsqueeze(0)).shape)
net(torch.randn(1, 3))
