import torch
import torch.nn as nn
import torch.nn.functional as F
import random

class Encoder(nn.Module):
    def __init__(self, input_dim, emb_dim, hid_dim, dropout):
        super().__init__()
        self.embedding = nn.Embedding(input_dim, emb_dim)
        self.rnn = nn.GRU(emb_dim, hid_dim, bidirectional=True)
        self.fc = nn.Linear(hid_dim * 2, hid_dim)
        self.dropout = nn.Dropout(dropout)
    def forward(self, src):
        embedded = self.dropout(self.embedding(src))
        outputs, hidden = self.rnn(embedded)
        hidden = torch.tanh(self.fc(torch.cat((hidden[-2, :, :], hidden[-1, :, :]), dim=1)))
        return outputs, hidden

class Attention(nn.Module):
    def __init__(self, hid):
        super().__init__()
        self.attn = nn.Linear(hid * 3, hid)
        self.v = nn.Linear(hid, 1, bias=False)
    def forward(self, hidden, enc):
        src_len = enc.shape[0]
        hidden = hidden.unsqueeze(1).repeat(1, src_len, 1)
        enc = enc.permute(1, 0, 2)
        energy = torch.tanh(self.attn(torch.cat((hidden, enc), dim=2)))
        return F.softmax(self.v(energy).squeeze(2), dim=1)

class Decoder(nn.Module):
    def __init__(self, output_dim, emb, hid, dropout, attention):
        super().__init__()
        self.output_dim = output_dim
        self.attention = attention
        self.embedding = nn.Embedding(output_dim, emb)
        self.rnn = nn.GRU(hid * 2 + emb, hid)
        self.fc_out = nn.Linear(hid * 3 + emb, output_dim)
        self.dropout = nn.Dropout(dropout)
    def forward(self, input, hidden, enc):
        embedded = self.dropout(self.embedding(input.unsqueeze(0)))
        a = self.attention(hidden, enc).unsqueeze(1)
        weighted = torch.bmm(a, enc.permute(1, 0, 2)).permute(1, 0, 2)
        output, hidden = self.rnn(torch.cat((embedded, weighted), dim=2), hidden.unsqueeze(0))
        assert (output == hidden).all()
        pred = self.fc_out(torch.cat((output.squeeze(0), weighted.squeeze(0), embedded.squeeze(0)), dim=1))
        return pred, hidden.squeeze(0)

torch.manual_seed(1234)
random.seed(1234)
enc = Encoder(8, 4, 3, 0.5)
dec = Decoder(7, 4, 3, 0.5, Attention(3))
def init_weights(m):
    for name, param in m.named_parameters():
        if 'weight' in name:
            nn.init.normal_(param.data, mean=0, std=0.1)
        else:
            nn.init.constant_(param.data, 0)
enc.apply(init_weights); dec.apply(init_weights)
src = torch.randint(0, 8, (5, 2))
trg = torch.randint(0, 7, (4, 2))
enc_out, hidden = enc(src)
outputs = torch.zeros(4, 2, 7)
inp = trg[0, :]
for t in range(1, 4):
    out, hidden = dec(inp, hidden, enc_out)
    outputs[t] = out
    inp = trg[t] if random.random() < 0.5 else out.argmax(1)
loss = nn.CrossEntropyLoss(ignore_index=0)(outputs[1:].view(-1, 7), trg[1:].view(-1))
print(f'{loss.item():.3f}', outputs.shape, hidden.shape)
loss.backward()
print(torch.nn.utils.clip_grad_norm_(dec.parameters(), 1) > 0)
print(dec)
