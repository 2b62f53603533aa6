import torch
import torch.nn as nn
import torch.nn.functional as F
import warnings
torch.manual_seed(0)
x = torch.randn(2, 3)
print(F.softmax(x).shape)
print(nn.Softmax()(x).shape)
print(F.mse_loss(x, x[0]).item() > 0)
print(F.sigmoid(x).shape, F.tanh(x).shape)
m = nn.LSTM(3, 3, dropout=0.5)
print(F.dropout2d(x, 0.5).shape)
y = torch.ones(2, requires_grad=True)
z = y * 2
print(z.grad)
t = torch.tensor(torch.ones(2))
print(torch.nn.init.xavier_uniform(torch.empty(2, 2)).shape)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    nn.MSELoss(size_average=False)
    print(len(w), w[0].category.__name__)
print(torch.ones(3).T.shape, torch.ones(1, 2, 3).T.shape)
print(nn.KLDivLoss()(x.log_softmax(1), x.softmax(1)).shape)
print(torch.meshgrid(torch.arange(2), torch.arange(2))[0])
opt = torch.optim.SGD([y], lr=0.1)
sch = torch.optim.lr_scheduler.StepLR(opt, 1)
sch.step()
print(torch.floor_divide(torch.tensor(7.), 2))
torch.norm(x)
nn.utils.clip_grad_norm([y], 1)
