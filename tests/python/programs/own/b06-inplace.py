import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(3); x = torch.arange(1., 9.).view(2, 4); y = F.dropout(x, 0.5, inplace=True); print(x, y is x, x._version); x.mul_(2).add_(1).clamp_(0, 5); print(x); x += 1; x *= 2; x -= 3; x /= 2; print(x, id(x) == id(y))
a = torch.ones(3, requires_grad=True); b = a * 2; b += 1; c = b.relu_(); print(c, c is b); c.sum().backward(); print(a.grad)
w = torch.ones(2, requires_grad=True); e = w.exp(); e.add_(1)
try: e.sum().backward()
except RuntimeError as err: print(err)
with torch.no_grad(): w -= 0.1 * torch.ones(2); w.zero_()
print(w); w.data.fill_(7); print(w, w.grad); v = w.detach(); v[0] = 9; print(w); v2 = x[0]; v2.zero_(); print(x); z = x.view(-1); z[7] = 100; print(x); q = x.t(); q[0, 0] = -5; print(x[0, 0]); k = x.clone(); k[0] = 1; print(x[0, 1].item())
m = nn.Sequential(nn.Linear(2, 2), nn.ReLU(inplace=True), nn.Dropout(0.5, inplace=True)); m(torch.ones(1, 2)).sum().backward(); print(m[0].weight.grad.shape); u = torch.zeros(2, 2); u.copy_(torch.tensor([1., 2.])); u.t_(); print(u); u.unsqueeze_(0); print(u.shape); u.squeeze_(0); u.fill_diagonal_(5); print(u); u.index_add_(0, torch.tensor([0]), torch.ones(1, 2)); u.scatter_(1, torch.tensor([[0], [1]]), 9.); print(u)
x = torch.ones(4); d = nn.Dropout(0.5, inplace=True).eval(); print(d(x) is x); o = torch.ones(2, 2, requires_grad=True); p = o.clone(); p[0, 0] = 5; print(p); p.sum().backward(); print(o.grad); 
try: o[0, 0] = 1
except RuntimeError as err: print(err)
