import torch, torch.nn as nn
torch.manual_seed(0); w = torch.empty(3, 4)
for f in [nn.init.uniform_, nn.init.normal_, nn.init.xavier_uniform_, nn.init.xavier_normal_, nn.init.kaiming_uniform_, nn.init.kaiming_normal_, nn.init.orthogonal_, nn.init.ones_, nn.init.zeros_, nn.init.eye_, nn.init.trunc_normal_]: print(f.__name__, f(w))
print(nn.init.constant_(w, 0.3), nn.init.sparse_(w, 0.5), nn.init.calculate_gain('relu'), nn.init.calculate_gain('tanh'), nn.init.kaiming_normal_(w, mode='fan_out', nonlinearity='relu'), nn.init.normal_(w, 0, 0.02), nn.init.uniform_(w, -0.1, 0.1), nn.init.xavier_uniform_(w, gain=2.0))
for l in [nn.Linear(3, 2), nn.Conv2d(1, 1, 2), nn.Embedding(3, 2), nn.Bilinear(2, 2, 1), nn.ConvTranspose2d(1, 1, 2), nn.LSTMCell(1, 1), nn.GRU(1, 1), nn.Conv1d(2, 1, 2), nn.PReLU(), nn.Embedding(3, 2, padding_idx=1), nn.MultiheadAttention(2, 1)]: print([p.flatten().tolist() for p in l.parameters()])
l = nn.Linear(2, 2); l.weight.data.normal_(0, 0.02); l.bias.data.zero_(); print(l.weight); l.reset_parameters(); print(l.bias); 
with torch.no_grad(): l.weight.copy_(torch.eye(2)); l.bias.fill_(1)
print(l(torch.ones(2))); nn.init.xavier_uniform(w); 
try: nn.init.xavier_uniform_(torch.ones(3))
except ValueError as e: print(e)
l.weight = nn.Parameter(torch.ones(2, 2) * 3); print(l(torch.ones(1, 2)), list(l.parameters())[0]); l.bias = None; print(l(torch.ones(2)), l); e = nn.Embedding.from_pretrained(torch.eye(3)); print(e(torch.tensor([1])), e.weight.requires_grad)
