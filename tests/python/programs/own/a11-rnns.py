import torch, torch.nn as nn
torch.manual_seed(2)
for cls in (nn.RNN, nn.LSTM, nn.GRU):
    for kw in (dict(), dict(num_layers=2, dropout=0.3), dict(batch_first=True, bidirectional=True), dict(bias=False, num_layers=2)):
        m = cls(3, 4, **kw)
        print(m)
        out, h = m(torch.randn(5, 2, 3))
        print(out.shape, out[0, 0], [x.shape for x in h] if isinstance(h, tuple) else h.shape)
    print([n for n, _ in m.named_parameters()])
for cls in (nn.RNNCell, nn.LSTMCell, nn.GRUCell):
    m = cls(3, 4); print(m); r = m(torch.randn(2, 3)); print(r)
m = nn.LSTM(2, 3, batch_first=True)
out, (h, c) = m(torch.ones(1, 4, 2), (torch.zeros(1, 1, 3), torch.zeros(1, 1, 3)))
print(out, h, c)
print(m(torch.ones(4, 2))[0].shape)
try: m(torch.ones(1, 4, 2), (torch.zeros(1, 2, 3), torch.zeros(1, 2, 3)))
except RuntimeError as e: print(e)
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence
seqs = [torch.ones(3, 2), torch.ones(5, 2) * 2, torch.ones(1, 2)]
padded = pad_sequence(seqs, batch_first=True); print(padded.shape, padded[2])
packed = pack_padded_sequence(padded, [3, 5, 1], batch_first=True, enforce_sorted=False)
print(packed.batch_sizes, packed.data.shape)
o, (h, c) = m(packed); print(h); print(pad_packed_sequence(o, batch_first=True)[1], pad_packed_sequence(o, batch_first=True)[0][0])
m.flatten_parameters(); print(m.weight_ih_l0.shape, m.hidden_size, m.dropout)
