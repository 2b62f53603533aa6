import torch
import torch.nn as nn

def drop_path(x, drop_prob: float = 0., training: bool = False):
    if drop_prob == 0. or not training:
        return x
    keep_prob = 1 - drop_prob
    shape = (x.shape[0],) + (1,) * (x.ndim - 1)
    random_tensor = keep_prob + torch.rand(shape, dtype=x.dtype, device=x.device)
    random_tensor.floor_()
    output = x.div(keep_prob) * random_tensor
    return output

class DropPath(nn.Module):
    """Drop paths (Stochastic Depth) per sample."""
    def __init__(self, drop_prob=None):
        super(DropPath, self).__init__()
        self.drop_prob = drop_prob

    def forward(self, x):
        return drop_path(x, self.drop_prob, self.training)

    def extra_repr(self) -> str:
        return f'drop_prob={round(self.drop_prob,3):0.3f}'

class Block(nn.Module):
    def __init__(self, dim, drop_path=0.):
        super().__init__()
        self.norm = nn.LayerNorm(dim)
        self.fc = nn.Linear(dim, dim)
        self.drop_path = DropPath(drop_path) if drop_path > 0. else nn.Identity()

    def forward(self, x):
        return x + self.drop_path(self.fc(self.norm(x)))

depth = 4
rates = [x.item() for x in torch.linspace(0, 0.3, depth)]
print([f'{r:.2f}' for r in rates])
torch.manual_seed(1)
blocks = nn.ModuleList([Block(4, r) for r in rates])
print(blocks)
x = torch.randn(3, 2, 4)
for i, blk in enumerate(blocks):
    before = x
    x = blk(x)
    print(i, (x == before).flatten(1).all(1))
print(x.mean(dim=(1, 2)))
blocks.eval()
print(x.norm(p=2, dim=-1))
