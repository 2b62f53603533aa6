import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(5)
class AE(nn.Module):
    def __init__(s): super().__init__(); s.enc = nn.Sequential(nn.Linear(8, 4), nn.BatchNorm1d(4), nn.ELU(), nn.Dropout(0.2)); s.mu, s.lv = nn.Linear(4, 2), nn.Linear(4, 2); s.dec = nn.Sequential(nn.Linear(2, 8), nn.Sigmoid())
    def forward(s, x): h = s.enc(x); mu, lv = s.mu(h), s.lv(h); z = mu + torch.exp(0.5 * lv) * torch.randn_like(lv); return s.dec(z), mu, lv
m = AE(); x = torch.rand(16, 8); opt = torch.optim.RMSprop(m.parameters(), lr=0.01)
for i in range(5): r, mu, lv = m(x); l = F.binary_cross_entropy(r, x, reduction='sum') - 0.5 * torch.sum(1 + lv - mu.pow(2) - lv.exp()); opt.zero_grad(); l.backward(); opt.step(); print(i, '%.3f' % l.item())
m.eval(); print(m.enc[1].running_mean, m.enc[1].running_var, m.enc[1].num_batches_tracked, m(x[:1])[1]); print({k: tuple(v.shape) for k, v in m.state_dict().items()}); bn = nn.BatchNorm1d(2, momentum=0.5); bn(torch.tensor([[1., 2.], [3., 4.]])); print(bn.running_mean, bn.running_var, bn.state_dict()); print(m.enc[:2], m.enc[-1].p)
