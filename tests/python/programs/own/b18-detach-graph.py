import torch
x = torch.randn(3, requires_grad=True) if False else torch.tensor([0.5, -1., 2.], requires_grad=True)
y = x.sigmoid(); z = (y * torch.tensor([1., 0., 2.])).sum(); z.backward(retain_graph=True); print(x.grad); z.backward(); print(x.grad); x.grad = None; print(x.grad); y = (x ** 2).mean(); y.backward(); print(x.grad, x.grad.requires_grad, x.grad.grad_fn); x.grad.data.zero_(); print(x.grad)
def f(x):
    if x.sum() > 0: return x * 2
    return x * 3
f(x).sum().backward(); print(x.grad); a = torch.ones(2, requires_grad=True); b = torch.zeros(2, requires_grad=True); g = torch.autograd.grad((a * 2).sum(), [a, b], allow_unused=True); print(g)
try: torch.autograd.grad((a * 2).sum(), [a, b])
except RuntimeError as e: print(e)
with torch.set_grad_enabled(False): c = a * 2
print(c.requires_grad, torch.is_grad_enabled())
@torch.no_grad()
def h(t): return t * 2
print(h(a).requires_grad, h.__name__); 
with torch.no_grad():
    with torch.enable_grad(): d = a * 2
print(d.requires_grad)
with torch.inference_mode(): e = a * 2
print(e.requires_grad, e); print((a * b).grad_fn is not None, a.is_leaf, (a * 1).is_leaf, torch.ones(1).is_leaf); w = torch.ones(2, 2, requires_grad=True); (w[0] * 3).sum().backward(); print(w.grad); u = torch.ones(3, requires_grad=True); v = u.masked_fill(torch.tensor([True, False, True]), 0.); v.sum().backward(); print(u.grad); m = torch.where(u > 0, u * 2, u); m.backward(torch.tensor([1., 2., 3.])); print(u.grad); torch.autograd.backward([u.sum(), (u * 2).sum()]); print(u.grad)
p = torch.tensor(2., requires_grad=True); q = p ** 3; g1, = torch.autograd.grad(q, p, create_graph=True); g2, = torch.autograd.grad(g1, p); print(q, g1, g2, p.item()); r = torch.rand(2, requires_grad=True).detach_(); print(r.requires_grad); t = torch.tensor([3.], requires_grad=True); loss = t * t; loss.backward(); 
with torch.no_grad(): t -= 0.1 * t.grad; t.grad.zero_()
print(t, t.grad); print(torch.autograd.Variable(torch.ones(1)).data, t.data_ptr() == t.data.data_ptr())
