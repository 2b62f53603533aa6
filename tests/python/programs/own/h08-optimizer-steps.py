import torch, torch.nn as nn

torch.set_printoptions(precision=9)


def trained(options, dtype=torch.float32, make=None, steps=5):
    name, kw = options
    torch.manual_seed(5)
    start = torch.rand(6, 4, dtype=dtype) - 0.5
    w = nn.Parameter(make(start) if make else start)
    frozen = nn.Parameter(torch.ones(3), requires_grad=False)
    unused = nn.Parameter(torch.ones(2))
    opt = getattr(torch.optim, name)([w, frozen, unused], **kw)
    for step in range(steps):
        opt.zero_grad()
        # A gradient of its own: sums of products would differ in last bits.
        (w * (torch.rand(w.shape, dtype=dtype) - 0.5)).sum().backward()
        opt.step()
    return w, opt


def some(w):
    return w.flatten()[::5].tolist()


CASES = [
    ('SGD', dict(lr=0.1)),
    ('SGD', dict(lr=0.1, weight_decay=0.1)),
    ('SGD', dict(lr=0.1, momentum=0.9)),
    ('SGD', dict(lr=0.1, momentum=0.9, dampening=0.3, weight_decay=0.1)),
    ('SGD', dict(lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.1)),
    ('SGD', dict(lr=0.1, momentum=0.9, maximize=True)),
    ('Adam', dict(lr=0.02)),
    ('Adam', dict(lr=0.02, weight_decay=0.1)),
    ('Adam', dict(lr=0.02, amsgrad=True)),
    ('Adam', dict(lr=0.02, maximize=True, betas=(0.5, 0.75), eps=1e-3)),
    ('AdamW', dict(lr=0.02)),
    ('AdamW', dict(lr=0.02, weight_decay=0.3, amsgrad=True)),
]
for options in CASES:
    print(*options)
    w, opt = trained(options)
    print(some(w))
    print(sorted((k, type(v).__name__) for k, v in opt.state[w].items()), len(opt.state))
    print(some(trained(options, torch.float64)[0]))
    print(some(trained(options, make=lambda x: x.t())[0]))
    print(some(trained(options, make=lambda x: torch.rand(6, 8)[:, ::2])[0]))

# A state from float32 in a network of float64, and one that follows the network.
w, opt = trained(('Adam', dict(lr=0.02)))
saved = opt.state_dict()
wide = nn.Parameter(w.detach().double())
others = [nn.Parameter(torch.ones(3)), nn.Parameter(torch.ones(2))]
again = torch.optim.Adam([wide, *others], lr=0.02)
again.load_state_dict(saved)
print(again.state[wide]['exp_avg'].dtype, again.state[wide]['step'])
(wide * 2).sum().backward()
again.step()
print(some(wide))
net = nn.Linear(3, 2)
nn.init.ones_(net.weight)
opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.5)
for dtype in torch.float32, torch.float64, torch.float64:
    net.to(dtype)
    opt.zero_grad()
    net(torch.ones(1, 3, dtype=dtype)).sum().backward()
    opt.step()
    print(net.weight.dtype, opt.state[net.weight]['momentum_buffer'].dtype, net.weight[0].tolist())

before = w._version
w.grad = torch.ones_like(w)
opt = torch.optim.AdamW([w], lr=0.1)
opt.step()
print(w._version > before, w.is_leaf, w.requires_grad, w.grad_fn)
y = (w * w).sum()
opt.step()
try:
    y.backward()
except RuntimeError as e:
    print(str(e)[:80])
