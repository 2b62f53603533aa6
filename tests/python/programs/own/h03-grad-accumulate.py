import torch
import torch.nn as nn
torch.manual_seed(3)
model = nn.Sequential(nn.Linear(2, 3), nn.Dropout(0.2), nn.Linear(3, 1))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
data = [(torch.randn(4, 2), torch.randn(4, 1)) for _ in range(4)]
accum = 2
for step, (x, y) in enumerate(data, start=1):
    loss = ((model(x) - y) ** 2).mean() / accum
    loss.backward()
    if step % accum == 0:
        total_norm = torch.norm(torch.stack([p.grad.norm(2) for p in model.parameters()]), 2)
        print(step, f'{loss.item() * accum:.4f}', f'{total_norm:.4f}')
        opt.step()
        opt.zero_grad(set_to_none=True)
print([p.grad for p in model.parameters()])
w = model[0].weight
print(w.grad is None, w.requires_grad, w.is_leaf, w.shape, type(w.data))
l1 = sum(p.abs().sum() for p in model.parameters())
l2 = sum((p ** 2).sum() for p in model.parameters())
print(f'{l1.item():.3f} {l2.item():.3f}', l1.grad_fn is not None)
(l1 + 0.5 * l2).backward()
print(model[2].bias.grad)
for name, p in model.named_parameters():
    if 'bias' in name:
        nn.init.zeros_(p)
print(model[0].bias)
gs = torch.autograd.grad(model(torch.ones(1, 2)), model.parameters())
print([g.shape for g in gs])
x = torch.ones(2, 2, requires_grad=True)
model(x).sum().backward()
print(x.grad.shape, x.grad[0].abs().sum() >= 0)
h = torch.autograd.functional.hessian(lambda t: (t ** 3).sum(), torch.tensor([1., 2.]))
print(h)
y = (x * 2).detach()
y.backward()
