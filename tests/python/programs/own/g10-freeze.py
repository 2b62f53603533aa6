import torch
import torch.nn as nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(1, 2, 3, padding=1), nn.BatchNorm2d(2), nn.ReLU(), nn.MaxPool2d(2))
        self.classifier = nn.Sequential(nn.Flatten(), nn.Dropout(), nn.Linear(2 * 2 * 2, 3))
    def forward(self, x):
        return self.classifier(self.features(x))

torch.manual_seed(10)
net = Net()
for param in net.features.parameters():
    param.requires_grad = False
print([(n, p.requires_grad) for n, p in net.named_parameters()])
optimizer = torch.optim.SGD(filter(lambda p: p.requires_grad, net.parameters()), lr=0.01)
print(optimizer)
optimizer2 = torch.optim.Adam([
    {'params': net.features.parameters(), 'lr': 1e-4},
    {'params': net.classifier.parameters()}
], lr=1e-3)
print(optimizer2)
net.classifier[2] = nn.Linear(8, 5)
print(net)
x = torch.randn(2, 1, 4, 4)
print(net(x).shape)
net.train()
net.features.eval()
print([m.training for m in net.modules()])
before = net.features[1].running_mean.clone()
net(x)
print(torch.equal(before, net.features[1].running_mean))
for name, module in net.named_children():
    print(name, sum(p.numel() for p in module.parameters() if p.requires_grad))
def count_parameters(model):
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
print(f'{count_parameters(net):,} trainable')
