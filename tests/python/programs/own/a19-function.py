import torch
class Sq(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k): ctx.save_for_backward(x); ctx.k = k; return x ** 2 * k
    @staticmethod
    def backward(ctx, g): x, = ctx.saved_tensors; return g * 2 * x * ctx.k, None
x = torch.tensor([1., 2.], requires_grad=True); y = Sq.apply(x, 3); print(y, y.grad_fn.name()); y.sum().backward(); print(x.grad, Sq.apply(x.detach(), 2))
class Two(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a, b): return a + b, a * 2
    @staticmethod
    def backward(ctx, g1, g2): print(g1, g2, ctx.needs_input_grad); return g1 + 2 * g2, g1
a = torch.ones(2, requires_grad=True); b = torch.ones(2); u, v = Two.apply(a, b); print(u, v); u.sum().backward(); print(a.grad)
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a): return a * 1
    @staticmethod
    def backward(ctx, g): return g, g
try: Bad.apply(a).sum().backward()
except RuntimeError as e: print(e)
print(torch.autograd.gradcheck if False else 'x')
class STE(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x): return (x > 0).float()
    @staticmethod
    def backward(ctx, g): return g
z = torch.tensor([-1., 1.], requires_grad=True); STE.apply(z).sum().backward(); print(z.grad)
with torch.no_grad(): print(STE.apply(z))
from torch.autograd import Variable
v = Variable(torch.ones(2), requires_grad=True); print(v, isinstance(v, Variable), isinstance(v, torch.Tensor), Variable(torch.zeros(1)))
print(torch.autograd.functional.jacobian(lambda x: x ** 2, torch.tensor([1., 2.])))
