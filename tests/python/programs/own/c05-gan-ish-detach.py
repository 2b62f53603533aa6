import torch, torch.nn as nn
torch.manual_seed(9); G = nn.Sequential(nn.Linear(2, 8), nn.LeakyReLU(0.2), nn.Linear(8, 3), nn.Tanh()); D = nn.Sequential(nn.Linear(3, 8), nn.LeakyReLU(0.2, inplace=True), nn.Dropout(0.3), nn.Linear(8, 1), nn.Sigmoid())
og, od = torch.optim.Adam(G.parameters(), 2e-3, betas=(0.5, 0.999)), torch.optim.Adam(D.parameters(), 2e-3, betas=(0.5, 0.999)); bce = nn.BCELoss(); real = torch.randn(6, 3)
for i in range(4):
    z = torch.randn(6, 2); fake = G(z); D.zero_grad(); dl = bce(D(real), torch.ones(6, 1)) + bce(D(fake.detach()), torch.zeros(6, 1)); dl.backward(); od.step(); G.zero_grad(); gl = bce(D(fake), torch.ones(6, 1)); gl.backward(); og.step(); print('[%d] D: %.4f G: %.4f' % (i, dl.item(), gl.item()))
for p in D.parameters(): p.requires_grad_(False)
print(all(not p.requires_grad for p in D.parameters()), D(fake)[0], sum(p.grad.abs().sum() for p in G.parameters())); print(torch.autograd.grad(D(real.requires_grad_()).sum(), real)[0][0])
