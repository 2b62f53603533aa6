import torch
import torch.nn as nn

torch.manual_seed(42)
x = torch.ones(3, 4)
m = nn.Dropout(p=0.4)
out1 = m(x)
torch.manual_seed(42)
mask = torch.empty(3, 4).bernoulli_(0.6)
print(out1)
print(mask / 0.6)
print(torch.allclose(out1, mask / 0.6))
print(torch.equal(out1 != 0, mask.bool()), (out1 != 0) & mask.bool())
dropped = [(i, j) for i in range(3) for j in range(4) if out1[i, j] == 0]
print(dropped, len(dropped) / out1.numel())
print(f"Kept {100 * (1 - len(dropped) / out1.numel()):.1f}%")
print(out1.unique(), out1.max().item(), 1 / 0.6, 1 / (1 - m.p))
print("Sum before:", x.sum().item(), "Sum after: %.2f" % out1.sum().item())
print(out1.mean())
for row in out1.tolist():
    print(" ".join("*" if v else "." for v in row))
y = m(x.repeat(100, 1))
print(y.shape, abs(y.mean().item() - 1) < 0.1)
print(nn.functional.dropout(x, p=0.4, training=m.training).shape, m.training)
print(m.eval(), m.training, m(x).sum())
del m.p
m(x)
