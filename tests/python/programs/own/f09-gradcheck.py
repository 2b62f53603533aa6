import torch
from torch.autograd import gradcheck
import torch.nn as nn

class FixedDropout(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, mask, p):
        ctx.save_for_backward(mask)
        ctx.p = p
        return x * mask / (1 - p)

    @staticmethod
    def backward(ctx, grad_output):
        (mask,) = ctx.saved_tensors
        return grad_output * mask / (1 - ctx.p), None, None

torch.manual_seed(0)
x = torch.randn(5, dtype=torch.double, requires_grad=True)
mask = torch.bernoulli(torch.full((5,), 0.5, dtype=torch.double))
print(gradcheck(FixedDropout.apply, (x, mask, 0.5)))
y = FixedDropout.apply(x, mask, 0.5)
print(y)
eps = 1e-6
num = torch.zeros(5, dtype=torch.double)
for i in range(5):
    d = torch.zeros(5, dtype=torch.double); d[i] = eps
    num[i] = (FixedDropout.apply(x + d, mask, 0.5).sum() - FixedDropout.apply(x - d, mask, 0.5).sum()) / (2 * eps)
y.sum().backward()
print(torch.allclose(num, x.grad), x.grad)
print(torch.autograd.functional.jacobian(lambda t: t ** 2, torch.tensor([1., 2.])))
print(torch.autograd.grad((x ** 3).sum(), x, create_graph=True)[0])
