import torch
import torch.nn as nn
import torch.nn.functional as F
torch.manual_seed(0)
a = torch.randn(3, requires_grad=True)
b = torch.tanh(a)
c = F.dropout(b, 0.5, inplace=True)
try:
    c.sum().backward()
except RuntimeError as e:
    print(str(e).split(';')[0])
x = torch.ones(4)
y = x
d = nn.Dropout(0.5, inplace=True)
d(x)
print(x, y is x, x.data_ptr() == y.data_ptr())
w = torch.ones(2, requires_grad=True)
try:
    w += 1
except RuntimeError as e:
    print(e)
with torch.no_grad():
    w += 1
print(w, w._version)
try:
    w.data.mul_(2)
    print(w)
    v = w[:]
    v.zero_()
except RuntimeError as e:
    print(e)
z = w * 2
z[0] = 5
print(z)
z.sum().backward()
print(w.grad)
u = torch.zeros(3).requires_grad_()
with torch.no_grad():
    u[1] = 1
print(u, u.grad_fn)
q = (u * 1).view(3, 1)
q.mul_(0)
q.sum().backward()
print(u.grad)
e = torch.ones(1, 3).expand(2, 3)
e.add_(1)
