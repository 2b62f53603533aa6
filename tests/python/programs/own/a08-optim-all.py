import torch, torch.nn as nn
for name, kw in [('SGD', dict(lr=0.1)), ('SGD', dict(lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.01)), ('Adam', dict(lr=0.01)), ('Adam', dict(lr=0.01, amsgrad=True, weight_decay=0.1)), ('AdamW', dict(lr=0.01)), ('RMSprop', dict(lr=0.01)), ('RMSprop', dict(lr=0.01, momentum=0.9, centered=True)), ('Adagrad', dict(lr=0.1)), ('Adadelta', dict()), ('Adamax', dict(lr=0.02)), ('NAdam', dict(lr=0.01)), ('RAdam', dict(lr=0.05))]:
    torch.manual_seed(3)
    net = nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Dropout(0.2), nn.Linear(5, 1))
    x, y = torch.randn(8, 3), torch.randn(8, 1)
    opt = getattr(torch.optim, name)(net.parameters(), **kw)
    for i in range(12):
        loss = ((net(x) - y) ** 2).mean(); opt.zero_grad(); loss.backward(); opt.step()
    print(name, kw, '%.5f' % loss.item(), net[0].weight[0].tolist())
