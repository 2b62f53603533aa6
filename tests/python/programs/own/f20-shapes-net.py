import torch
import torch.nn as nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5)
        self.pool = nn.MaxPool2d(2, 2)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.drop = nn.Dropout2d(0.25)
        self.fc1 = nn.Linear(16 * 4 * 4, 120)
        self.fc2 = nn.Linear(120, 10)

    def forward(self, x):
        x = self.pool(torch.relu(self.conv1(x)))
        print(x.shape)
        x = self.pool(torch.relu(self.conv2(x)))
        print(x.shape)
        x = x.view(x.size(0), -1)
        x = self.drop(x)
        return self.fc2(torch.relu(self.fc1(x)))

torch.manual_seed(0)
net = Net()
print(net)
print(sum(p.numel() for p in net.parameters()))
out = net(torch.randn(2, 1, 28, 28))
print(out.shape)
net(torch.randn(2, 1, 32, 32))
