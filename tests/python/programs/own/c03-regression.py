import torch
import torch.nn as nn
torch.manual_seed(1); N = 20; x = torch.unsqueeze(torch.linspace(-1, 1, N), 1); y = x + 0.3 * torch.normal(torch.zeros(N, 1), torch.ones(N, 1))
net_o = nn.Sequential(nn.Linear(1, 30), nn.ReLU(), nn.Linear(30, 30), nn.ReLU(), nn.Linear(30, 1)); net_d = nn.Sequential(nn.Linear(1, 30), nn.Dropout(0.5), nn.ReLU(), nn.Linear(30, 30), nn.Dropout(0.5), nn.ReLU(), nn.Linear(30, 1))
oo, od = torch.optim.Adam(net_o.parameters(), lr=0.01), torch.optim.Adam(net_d.parameters(), lr=0.01); lf = nn.MSELoss()
for t in range(60):
    lo, ld = lf(net_o(x), y), lf(net_d(x), y); oo.zero_grad(); od.zero_grad(); lo.backward(); ld.backward(); oo.step(); od.step()
    if t % 20 == 0: net_d.eval(); print(t, 'o: %.4f' % lf(net_o(x), y).data.numpy(), '| d: %.4f' % lf(net_d(x), y).item()); net_d.train()
w = torch.zeros(2, 1, requires_grad=True); X = torch.cat([x, torch.ones(N, 1)], 1)
for _ in range(50):
    l = ((X @ w - y) ** 2).mean() + 0.01 * w.norm() ** 2; l.backward()
    with torch.no_grad(): w -= 0.3 * w.grad
    w.grad.zero_()
print(w.flatten(), l); sol = torch.linalg.solve(X.t() @ X, X.t() @ y); print(sol.flatten(), torch.linalg.norm(sol), torch.linalg.inv(X.t() @ X).diag())
