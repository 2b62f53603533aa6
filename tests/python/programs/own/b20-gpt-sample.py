import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(1337); text = "hello dropout world"; chars = sorted(set(text)); stoi = {c: i for i, c in enumerate(chars)}; itos = {i: c for c, i in stoi.items()}; data = torch.tensor([stoi[c] for c in text], dtype=torch.long); V = len(chars)
def batch(n=4, t=5): ix = torch.randint(len(data) - t, (n,)); return torch.stack([data[i:i + t] for i in ix]), torch.stack([data[i + 1:i + t + 1] for i in ix])
class Head(nn.Module):
    def __init__(s, h): super().__init__(); s.k, s.q, s.v = (nn.Linear(16, h, bias=False) for _ in range(3)); s.register_buffer('tril', torch.tril(torch.ones(8, 8))); s.dropout = nn.Dropout(0.2)
    def forward(s, x): B, T, C = x.shape; w = s.q(x) @ s.k(x).transpose(-2, -1) * C ** -0.5; w = w.masked_fill(s.tril[:T, :T] == 0, float('-inf')); return s.dropout(F.softmax(w, dim=-1)) @ s.v(x)
class LM(nn.Module):
    def __init__(s): super().__init__(); s.tok = nn.Embedding(V, 16); s.pos = nn.Embedding(8, 16); s.heads = nn.ModuleList([Head(8) for _ in range(2)]); s.ln = nn.LayerNorm(16); s.lm = nn.Linear(16, V)
    def forward(s, i, t=None):
        B, T = i.shape; x = s.tok(i) + s.pos(torch.arange(T, device=i.device)); x = s.ln(x + torch.cat([h(x) for h in s.heads], dim=-1)); lo = s.lm(x)
        return (lo, None) if t is None else (lo, F.cross_entropy(lo.view(B * T, V), t.view(B * T)))
    @torch.no_grad()
    def generate(s, i, n):
        for _ in range(n): lo, _ = s(i[:, -8:]); p = F.softmax(lo[:, -1, :], dim=-1); i = torch.cat((i, torch.multinomial(p, num_samples=1)), dim=1)
        return i
m = LM(); opt = torch.optim.AdamW(m.parameters(), lr=1e-2)
for k in range(12):
    xb, yb = batch(); lo, loss = m(xb, yb); opt.zero_grad(set_to_none=True); loss.backward(); opt.step()
    if k % 4 == 0: print(f'step {k}: {loss.item():.4f}')
m.eval(); print(''.join(itos[int(i)] for i in m.generate(torch.zeros((1, 1), dtype=torch.long), 20)[0])); lo, _ = m(xb); v, ix = torch.topk(lo[0, -1], 3); print(ix, v.shape); lo[lo < v[-1]] = -float('Inf'); print(torch.isinf(lo).sum())
