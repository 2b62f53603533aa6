import torch, torch.nn as nn, math
class SelfAttention(nn.Module):
    def __init__(self, d, h, p, n, bias=False):
        super().__init__(); assert d % h == 0
        self.h, self.hd = h, d // h
        self.W_q, self.W_k, self.W_v = nn.Linear(d, d, bias=bias), nn.Linear(d, d, bias=bias), nn.Linear(d, d, bias=bias)
        self.out = nn.Linear(d, d); self.dropout = nn.Dropout(p)
        self.register_buffer("mask", torch.triu(torch.ones(n, n), diagonal=1))
    def forward(self, x):
        b, t, d = x.shape
        q, k, v = (w(x).view(b, t, self.h, self.hd).transpose(1, 2) for w in (self.W_q, self.W_k, self.W_v))
        s = q @ k.transpose(2, 3); s.masked_fill_(self.mask.bool()[:t, :t], -torch.inf)
        a = self.dropout(torch.softmax(s / k.shape[-1] ** 0.5, dim=-1))
        return self.out((a @ v).transpose(1, 2).contiguous().view(b, t, d))
class GELU(nn.Module):
    def forward(self, x): return 0.5 * x * (1 + torch.tanh(torch.sqrt(torch.tensor(2.0 / torch.pi)) * (x + 0.044715 * torch.pow(x, 3))))
class LN(nn.Module):
    def __init__(self, d): super().__init__(); self.eps = 1e-5; self.scale = nn.Parameter(torch.ones(d)); self.shift = nn.Parameter(torch.zeros(d))
    def forward(self, x): m = x.mean(dim=-1, keepdim=True); v = x.var(dim=-1, keepdim=True, unbiased=False); return self.scale * (x - m) / torch.sqrt(v + self.eps) + self.shift
torch.manual_seed(123); a = SelfAttention(8, 2, 0.5, 6); x = torch.randn(2, 4, 8); print(a(x)[0], a(x).shape); print(a.eval()(x)[0, 0]); print(LN(8)(x)[0, 0], GELU()(x)[0, 0]); print(a)
torch.manual_seed(123); print(torch.nn.Dropout(0.5)(torch.ones(6, 6))); tril = torch.tril(torch.ones(3, 3)); print(tril / tril.sum(1, keepdim=True), torch.where(tril == 0, float('-inf'), 0.))
pe = torch.zeros(5, 4); pos = torch.arange(0, 5, dtype=torch.float).unsqueeze(1); div = torch.exp(torch.arange(0, 4, 2).float() * (-math.log(10000.0) / 4)); pe[:, 0::2] = torch.sin(pos * div); pe[:, 1::2] = torch.cos(pos * div); print(pe, pe.unsqueeze(0).transpose(0, 1).shape)
