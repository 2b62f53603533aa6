import torch
import torch.nn as nn
import torch.optim as optim

torch.manual_seed(17)

def target(x):
    return x ** 3 / 10

x = torch.linspace(-2, 2, 16).view(-1, 1)
y = target(x) + 0.05 * torch.randn(x.shape)
model = nn.Sequential(
    nn.Linear(1, 20), nn.Tanh(), nn.Dropout(p=0.05),
    nn.Linear(20, 20), nn.Tanh(), nn.Dropout(p=0.05),
    nn.Linear(20, 1))
opt = optim.Adam(model.parameters(), lr=0.02, weight_decay=1e-5)
loss_fn = nn.MSELoss()
for it in range(61):
    opt.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    opt.step()
    if it % 20 == 0:
        print(f"[{it:3d}] loss={loss.item():.4f}")

def predict(model, x, n=30):
    model.train()
    with torch.no_grad():
        out = torch.cat([model(x) for _ in range(n)], dim=1)
    return out.mean(dim=1), out.std(dim=1)

grid = torch.tensor([[-3.], [0.], [3.]])
mu, sd = predict(model, grid)
for g, m, s in zip(grid.squeeze(1), mu, sd):
    print("%5.1f  %6.2f +- %.2f" % (g, m, s))
print((sd > 0).all().item(), mu.shape, sd.dtype)
model.eval()
with torch.no_grad():
    print(model(grid).squeeze().numpy().round(2))
