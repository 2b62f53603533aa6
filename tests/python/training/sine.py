import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.rand(20, 1) * 2 - 1
y = torch.sin(4 * x) + 0.3 * torch.randn(20, 1)
model = nn.Sequential(
    nn.Linear(1, 64), nn.ReLU(), nn.Dropout(0.0),
    nn.Linear(64, 64), nn.ReLU(), nn.Dropout(0.0),
    nn.Linear(64, 64), nn.ReLU(), nn.Dropout(0.0),
    nn.Linear(64, 1))
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
for step in range(500):
    loss = F.mse_loss(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print(loss.item())
