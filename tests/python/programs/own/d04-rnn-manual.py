import torch, torch.nn as nn
class CharRNN(nn.Module):
    def __init__(self, tokens, n_hidden=8, n_layers=2, drop_prob=0.5):
        super().__init__(); self.n_layers, self.n_hidden = n_layers, n_hidden; self.chars = tokens; self.int2char = dict(enumerate(tokens)); self.lstm = nn.LSTM(len(tokens), n_hidden, n_layers, dropout=drop_prob, batch_first=True); self.dropout = nn.Dropout(drop_prob); self.fc = nn.Linear(n_hidden, len(tokens))
    def forward(self, x, hidden): r, hidden = self.lstm(x, hidden); out = self.dropout(r).contiguous().view(-1, self.n_hidden); return self.fc(out), hidden
    def init_hidden(self, bs): w = next(self.parameters()).data; return (w.new(self.n_layers, bs, self.n_hidden).zero_(), w.new(self.n_layers, bs, self.n_hidden).zero_())
torch.manual_seed(11); net = CharRNN('abcd'); x = nn.functional.one_hot(torch.randint(0, 4, (2, 5)), 4).float(); h = net.init_hidden(2); opt = torch.optim.Adam(net.parameters(), lr=0.05)
for i in range(4): h = tuple([e.data for e in h]); net.zero_grad(); out, h = net(x, h); loss = nn.CrossEntropyLoss()(out, torch.arange(10) % 4); loss.backward(); nn.utils.clip_grad_norm_(net.parameters(), 5); opt.step(); print(i, f'{loss.item():.4f}')
print(net, h[0].shape, torch.softmax(out, 1).topk(2)[1][:2]); cell = nn.LSTMCell(4, 3); hx, cx = torch.zeros(2, 3), torch.zeros(2, 3); mask = torch.bernoulli(torch.full((2, 3), 0.7)) / 0.7; outs = []
for t in range(5): hx, cx = cell(x[:, t], (hx * mask, cx)); outs.append(hx)
print(torch.stack(outs, 1).shape, hx); rnn = nn.RNN(4, 3, nonlinearity='relu', num_layers=2, dropout=0.2); print(rnn, rnn(x)[0][0, 0]); print(nn.GRUCell(4, 3)(x[0, 0]), nn.RNNCell(4, 3, nonlinearity='relu'))
