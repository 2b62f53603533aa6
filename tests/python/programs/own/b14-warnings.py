import torch, torch.nn as nn, torch.nn.functional as F, warnings
x = torch.ones(2, 3, 4); nn.Dropout2d(0.5).eval()(x); nn.Dropout2d(0.).eval()(torch.ones(2, 2)); nn.Dropout3d(0.5).eval()(torch.ones(1, 2)); F.dropout2d(x, 0., False)
nn.LSTM(2, 2, dropout=0.3); nn.GRU(1, 1, 1, dropout=0.5); torch.tensor(torch.ones(1)); a = torch.ones(1, requires_grad=True) * 2; a.grad
F.mse_loss(torch.ones(2, 1), torch.ones(2)); F.l1_loss(torch.ones(2, 1), torch.ones(2)); nn.Softmax()(torch.ones(1, 2)); nn.KLDivLoss()(x, x); nn.L1Loss(reduce=False); torch.ones(2, 2).T.T; torch.ones(3).T
with warnings.catch_warnings(): warnings.simplefilter('ignore'); nn.LSTM(2, 2, dropout=0.3)
with warnings.catch_warnings(record=True) as w: warnings.simplefilter('always'); nn.RNN(1, 1, dropout=0.1); print(len(w), w[0].message)
for i in range(3): F.smooth_l1_loss(torch.ones(2, 1), torch.ones(2))
print('done')
