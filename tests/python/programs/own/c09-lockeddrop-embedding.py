import torch, torch.nn as nn
def embedded_dropout(embed, words, dropout=0.1, scale=None):
    if dropout: mask = embed.weight.data.new().resize_((embed.weight.size(0), 1)).bernoulli_(1 - dropout).expand_as(embed.weight) / (1 - dropout); masked = mask * embed.weight
    else: masked = embed.weight
    if scale: masked = scale.expand_as(masked) * masked
    pad = embed.padding_idx
    if pad is None: pad = -1
    return torch.nn.functional.embedding(words, masked, pad, embed.max_norm, embed.norm_type, embed.scale_grad_by_freq, embed.sparse)
torch.manual_seed(3); e = nn.Embedding(5, 3); w = torch.randint(0, 5, (2, 3)); print(embedded_dropout(e, w, 0.4)); print(e, nn.Embedding(5, 3, padding_idx=0, max_norm=1.0)); print(nn.Embedding(4, 2, max_norm=0.5)(torch.tensor([0, 1]))); print(e(w).mean((0, 1)), e.weight[w[0, 0]], e.weight.grad)
class LockedDropout(nn.Module):
    def forward(self, x, dropout=0.5):
        if not self.training or not dropout: return x
        m = x.data.new(1, x.size(1), x.size(2)).bernoulli_(1 - dropout); mask = torch.autograd.Variable(m, requires_grad=False) / (1 - dropout); mask = mask.expand_as(x); return mask * x
print(LockedDropout()(torch.ones(2, 2, 3))); emb = e(w); out = nn.Dropout2d(0.5)(emb.permute(0, 2, 1).unsqueeze(3)).squeeze(3).permute(0, 2, 1); print(out); b = nn.EmbeddingBag if False else None
class SpatialDropout1D(nn.Dropout2d):
    def forward(self, x): x = x.unsqueeze(2).permute(0, 3, 2, 1); x = super().forward(x); return x.permute(0, 3, 2, 1).squeeze(2)
print(SpatialDropout1D(0.5)(torch.ones(1, 2, 4)))
