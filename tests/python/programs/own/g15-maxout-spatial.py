import torch
from torch import nn

class SpatialDropout(nn.Module):
    def __init__(self, p):
        super().__init__()
        self.dropout = nn.Dropout2d(p)
    def forward(self, x):  # (batch, len, emb)
        x = x.unsqueeze(2)
        x = x.permute(0, 3, 2, 1)
        x = self.dropout(x)
        x = x.permute(0, 3, 2, 1)
        return x.squeeze(2)

class WordDropout(nn.Module):
    def __init__(self, p, unk=1):
        super().__init__()
        self.p, self.unk = p, unk
    def forward(self, ids):
        if not self.training: return ids
        mask = torch.rand(ids.shape) < self.p
        return ids.masked_fill(mask & (ids != 0), self.unk)

torch.manual_seed(30)
s = SpatialDropout(0.5)
y = s(torch.ones(2, 3, 4))
print(y)
print((y == 0).all(dim=1))
wd = WordDropout(0.3)
ids = torch.tensor([[5, 6, 7, 0], [8, 9, 0, 0]])
print(wd(ids), wd.eval()(ids) is ids)
emb = nn.Embedding.from_pretrained(torch.eye(10))
print(s(emb(ids)).sum(-1))
print(emb.weight.requires_grad, emb)
