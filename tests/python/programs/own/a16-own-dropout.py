import torch, torch.nn as nn
def dropout_layer(X, dropout):
    assert 0 <= dropout <= 1
    if dropout == 1: return torch.zeros_like(X)
    if dropout == 0: return X
    mask = (torch.rand(X.shape) > dropout).float()
    return mask * X / (1.0 - dropout)
torch.manual_seed(0)
X = torch.arange(16, dtype=torch.float32).reshape((2, 8))
for p in (0., 0.5, 1.): print(dropout_layer(X, p))
class D(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if p < 0 or p > 1: raise ValueError(f"p out of range: {p}")
        self.p = p
    def forward(self, x):
        if not self.training: return x
        b = torch.distributions.Binomial(probs=1 - self.p) if False else None
        m = torch.bernoulli(torch.full_like(x, 1 - self.p))
        return x * m * (1.0 / (1 - self.p))
    def extra_repr(self): return f'p={self.p}'
d = D(0.3); print(d, d(X)); d.eval(); print(torch.equal(d(X), X))
m = torch.empty(2, 8).bernoulli_(0.5); print(m); print(torch.bernoulli(X / 16)); print(torch.rand_like(X) < 0.5); print(torch.randn(2, 3).normal_(1, 2), torch.rand(3, dtype=torch.float64))
print(torch.empty(3).uniform_(-1, 1), torch.randint(0, 2, (5,)).bool(), torch.multinomial(torch.tensor([0.1, 0.9]), 5, replacement=True), torch.normal(0., 1., (2, 2)), torch.normal(torch.zeros(2), torch.ones(2)), torch.empty(2).exponential_(), torch.bernoulli(torch.tensor([0.5]), 0.9))
print(torch.randperm(5), X[:, torch.randperm(8)[:4]], X.new_empty(2, 3).bernoulli_(.5), torch.zeros(3).random_(10), torch.zeros(2,2).fill_(3).mul_(2))
