import torch
import torch.nn as nn

class DenoisingAE(nn.Module):
    def __init__(self):
        super().__init__()
        self.corrupt = nn.Dropout(0.3)
        self.encoder = nn.Sequential(nn.Linear(6, 4), nn.ReLU(True), nn.Linear(4, 2))
        self.decoder = nn.Sequential(nn.Linear(2, 4), nn.ReLU(True), nn.Linear(4, 6), nn.Sigmoid())
    def forward(self, x):
        return self.decoder(self.encoder(self.corrupt(x)))

class VAE(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(6, 4); self.fc21 = nn.Linear(4, 2); self.fc22 = nn.Linear(4, 2)
        self.fc3 = nn.Linear(2, 6)
    def reparameterize(self, mu, logvar):
        std = torch.exp(0.5 * logvar)
        eps = torch.randn_like(std)
        return eps.mul(std).add_(mu)
    def forward(self, x):
        h = torch.relu(self.fc1(x))
        mu, logvar = self.fc21(h), self.fc22(h)
        return torch.sigmoid(self.fc3(self.reparameterize(mu, logvar))), mu, logvar

torch.manual_seed(7)
x = (torch.rand(8, 6) > 0.5).float()
ae = DenoisingAE()
opt = torch.optim.RMSprop(ae.parameters(), lr=0.01)
for e in range(4):
    loss = nn.functional.binary_cross_entropy(ae(x), x)
    opt.zero_grad(); loss.backward(); opt.step()
    print(e, '%.3f' % loss.item())
vae = VAE()
opt = torch.optim.Adam(vae.parameters(), 1e-2)
for e in range(3):
    recon, mu, logvar = vae(x)
    bce = nn.functional.binary_cross_entropy(recon, x.view(-1, 6), reduction='sum')
    kld = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())
    opt.zero_grad(); (bce + kld).backward(); opt.step()
    print(f'{bce.item():.2f} {kld.item():.3f}')
print(ae.encoder[1], recon.shape, mu.detach().mean(0).shape)
