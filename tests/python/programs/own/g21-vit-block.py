import torch
import torch.nn as nn

class PatchEmbed(nn.Module):
    def __init__(self, img=8, patch=4, c=3, dim=6):
        super().__init__()
        self.n = (img // patch) ** 2
        self.proj = nn.Conv2d(c, dim, kernel_size=patch, stride=patch)
    def forward(self, x):
        return self.proj(x).flatten(2).transpose(1, 2)

class ViT(nn.Module):
    def __init__(self, dim=6, depth=1, heads=2, p=0.1, emb_p=0.1, classes=3):
        super().__init__()
        self.patch = PatchEmbed(dim=dim)
        self.cls = nn.Parameter(torch.randn(1, 1, dim))
        self.pos = nn.Parameter(torch.randn(1, self.patch.n + 1, dim))
        self.dropout = nn.Dropout(emb_p)
        self.blocks = nn.ModuleList([nn.ModuleList([
            nn.LayerNorm(dim), nn.MultiheadAttention(dim, heads, dropout=p, batch_first=True),
            nn.Sequential(nn.LayerNorm(dim), nn.Linear(dim, 12), nn.GELU(), nn.Dropout(p), nn.Linear(12, dim), nn.Dropout(p))
        ]) for _ in range(depth)])
        self.head = nn.Sequential(nn.LayerNorm(dim), nn.Linear(dim, classes))
    def forward(self, x):
        x = self.patch(x)
        b, n, _ = x.shape
        x = torch.cat((self.cls.expand(b, -1, -1), x), dim=1) + self.pos[:, :n + 1]
        x = self.dropout(x)
        for norm, attn, ff in self.blocks:
            h = norm(x)
            x = attn(h, h, h, need_weights=False)[0] + x
            x = ff(x) + x
        return self.head(x[:, 0])

torch.manual_seed(0)
vit = ViT()
img = torch.randn(2, 3, 8, 8)
print(vit(img))
print(vit)
vit.eval()
with torch.no_grad():
    print(vit(img).softmax(-1))
