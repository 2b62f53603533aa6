import torch, torch.nn as nn
torch.manual_seed(0)
class C(nn.Module):
    def __init__(self, v=20, e=8, h=16, c=2, n=2, p=0.5, bi=True, pad=0):
        super().__init__()
        self.embedding = nn.Embedding(v, e, padding_idx=pad)
        self.lstm = nn.LSTM(e, h, num_layers=n, bidirectional=bi, dropout=p, batch_first=True)
        self.fc = nn.Linear(h * 2 if bi else h, c); self.dropout = nn.Dropout(p)
    def forward(self, text, lengths):
        emb = self.dropout(self.embedding(text))
        packed = nn.utils.rnn.pack_padded_sequence(emb, lengths, batch_first=True, enforce_sorted=False)
        out, (hidden, cell) = self.lstm(packed)
        out, _ = nn.utils.rnn.pad_packed_sequence(out, batch_first=True)
        hidden = self.dropout(torch.cat((hidden[-2, :, :], hidden[-1, :, :]), dim=1))
        return self.fc(hidden), out
m = C(); print(m); t = torch.randint(1, 20, (3, 6)); t[0, 4:] = 0
y, o = m(t, [4, 6, 5]); print(y, o.shape, o[0, -1, :4]); print(m.embedding.weight[0]); m.eval(); print(m(t, torch.tensor([4, 6, 5]))[0])
for name, p in m.named_parameters():
    if 'weight_hh' in name: nn.init.orthogonal_(p)
    elif 'bias' in name: p.data.fill_(0)
print(m.lstm.weight_hh_l0[0, :4]); l = y.sum(); l.backward(); print(m.embedding.weight.grad[0], m.embedding.weight.grad.abs().sum(1).gt(0)[:5]); h = m.lstm.weight_hh_l0 @ m.lstm.weight_hh_l0.t(); print(h.shape)
