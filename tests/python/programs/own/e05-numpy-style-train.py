import torch, math, random
random.seed(3); torch.manual_seed(3); W1, b1, W2, b2 = torch.randn(2, 6) * 0.5, torch.zeros(6), torch.randn(6, 1) * 0.5, torch.zeros(1); params = [W1, b1, W2, b2]; [p.requires_grad_() for p in params]; X = torch.tensor([[random.random(), random.random()] for _ in range(12)]); y = (X[:, :1] * X[:, 1:] > 0.2).float()
def forward(X, train, p=0.3):
    h = torch.tanh(X @ W1 + b1)
    if train: h = h * (torch.rand(h.shape) > p) / (1 - p)
    return torch.sigmoid(h @ W2 + b2)
for e in range(1, 61):
    p = forward(X, True); loss = -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean(); loss.backward()
    with torch.no_grad():
        for q in params: q -= 0.8 * q.grad; q.grad = None
    if e % 20 == 0: print(e, f'{loss:.3f}', f'{loss.item():>8.4f}', ((forward(X, False) > 0.5).float() == y).float().mean().item())
print(W2.shape, b2.requires_grad, W1.grad, b2.item() is not None); lr = lambda s: 0.5 * (1 + math.cos(math.pi * s / 10)); print([round(lr(s), 3) for s in range(0, 11, 5)]); print(torch.nn.functional.binary_cross_entropy(forward(X, False), y).item() > 0, forward(X, False)[:3].detach().view(-1))
