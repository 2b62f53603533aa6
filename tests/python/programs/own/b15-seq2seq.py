import torch, torch.nn as nn, random
torch.manual_seed(0); random.seed(0)
class Enc(nn.Module):
    def __init__(s): super().__init__(); s.e = nn.Embedding(10, 6); s.rnn = nn.GRU(6, 8, 2, dropout=0.3); s.d = nn.Dropout(0.3)
    def forward(s, x): o, h = s.rnn(s.d(s.e(x))); return o, h
class Dec(nn.Module):
    def __init__(s): super().__init__(); s.e = nn.Embedding(10, 6); s.rnn = nn.GRU(6, 8, 2, dropout=0.3); s.fc = nn.Linear(8, 10); s.d = nn.Dropout(0.3)
    def forward(s, x, h): o, h = s.rnn(s.d(s.e(x.unsqueeze(0))), h); return s.fc(o.squeeze(0)), h
enc, dec = Enc(), Dec(); src, trg = torch.randint(0, 10, (5, 2)), torch.randint(0, 10, (4, 2)); opt = torch.optim.Adam([*enc.parameters(), *dec.parameters()], lr=0.01)
for step in range(3):
    o, h = enc(src); inp = trg[0]; outs = torch.zeros(4, 2, 10)
    for t in range(1, 4): y, h = dec(inp, h); outs[t] = y; top1 = y.argmax(1); inp = trg[t] if random.random() < 0.5 else top1
    loss = nn.CrossEntropyLoss(ignore_index=0)(outs[1:].view(-1, 10), trg[1:].reshape(-1)); opt.zero_grad(); loss.backward(); g = nn.utils.clip_grad_norm_(enc.parameters(), 1); opt.step(); print(f'{loss.item():.4f} {g:.4f} {g.item():.3f}')
print(outs[1, 0], top1, h.shape)
