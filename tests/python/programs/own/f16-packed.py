import torch
import torch.nn as nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence

torch.manual_seed(6)
seqs = [torch.tensor([1, 2, 3, 4]), torch.tensor([5, 6]), torch.tensor([7])]
lengths = torch.tensor([len(s) for s in seqs])
padded = pad_sequence(seqs, batch_first=True, padding_value=0)
print(padded, lengths)
emb = nn.Embedding(10, 4, padding_idx=0)
drop = nn.Dropout(0.3)
gru = nn.GRU(4, 3, num_layers=2, dropout=0.5, batch_first=True)
packed = pack_padded_sequence(drop(emb(padded)), lengths, batch_first=True, enforce_sorted=True)
print(packed.batch_sizes, packed.data.shape)
out, h = gru(packed)
out, lens = pad_packed_sequence(out, batch_first=True)
print(out.shape, lens, h.shape)
print(out[1])
mask = (padded != 0).float()
print((out * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True))
