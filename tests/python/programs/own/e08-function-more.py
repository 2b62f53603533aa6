import torch, gc
class In(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x): ctx.mark_dirty(x); return x.mul_(2)
    @staticmethod
    def backward(ctx, g): return g * 2
a = torch.ones(2, requires_grad=True); b = a * 1; c = In.apply(b); print(c is b, c); c.sum().backward(); print(a.grad)
class Exp(torch.autograd.Function):
    @staticmethod
    def forward(ctx, i): r = i.exp(); ctx.save_for_backward(r); return r
    @staticmethod
    def backward(ctx, g): r, = ctx.saved_tensors; return g * r
x = torch.tensor([0., 1.], requires_grad=True); y = Exp.apply(x); y.sum().backward(); print(y, x.grad)
class Multi(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, idx): ctx.mark_non_differentiable(idx); v, i = x.sort(); ctx.idx = i; return v, i
    @staticmethod
    def backward(ctx, gv, gi): out = torch.zeros(3); out[ctx.idx] = gv; return out, None
v, i = Multi.apply(torch.tensor([3., 1., 2.], requires_grad=True), torch.tensor([1])); print(v, i)
class G(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, scale=1.0): ctx.scale = scale; return x.view_as(x)
    @staticmethod
    def backward(ctx, g): return -ctx.scale * g, None
z = torch.ones(2, requires_grad=True); G.apply(z, 0.5).sum().backward(); print(z.grad)
m = torch.nn.Linear(2, 1); m.register_forward_hook(lambda m, i, o: None); print(m(torch.ones(1, 2)).shape)
class Mod(torch.nn.Module):
    def forward(self, x): return Exp.apply(x) + G.apply(x)
print(Mod()(z))
