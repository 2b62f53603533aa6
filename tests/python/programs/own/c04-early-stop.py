import torch, torch.nn as nn, copy, math
from torch.utils.data import TensorDataset, DataLoader, random_split
class EarlyStopping:
    def __init__(self, patience=2, delta=0.0): self.patience, self.delta, self.best, self.count, self.stop, self.state = patience, delta, None, 0, False, None
    def __call__(self, loss, model):
        if self.best is None or loss < self.best - self.delta: self.best, self.count, self.state = loss, 0, copy.deepcopy(model.state_dict())
        else: self.count += 1; self.stop = self.count >= self.patience
torch.manual_seed(0); X = torch.rand(40, 3); Y = (X.sum(1) > 1.5).float(); tr, va = random_split(TensorDataset(X, Y), [30, 10]); tl, vl = DataLoader(tr, 8, shuffle=True), DataLoader(va, 10)
net = nn.Sequential(nn.Linear(3, 16), nn.ReLU(), nn.Dropout(p=0.4), nn.Linear(16, 1), nn.Sigmoid()); opt = torch.optim.Adam(net.parameters(), 0.05); es = EarlyStopping(); bce = nn.BCELoss(); sch = torch.optim.lr_scheduler.ReduceLROnPlateau(opt, patience=0)
for epoch in range(15):
    net.train(); run = 0.0
    for i, (xb, yb) in enumerate(tl): opt.zero_grad(); loss = bce(net(xb).squeeze(), yb); loss.backward(); opt.step(); run += loss.item() * xb.size(0)
    net.eval()
    with torch.no_grad(): v = sum(bce(net(xb).view(-1), yb) for xb, yb in vl) / len(vl); acc = ((net(X).squeeze() >= 0.5) == Y.bool()).float().mean()
    print(f'{epoch:02d} {run / len(tr):.4f} {v:.4f} {acc:.2%} {opt.param_groups[0]["lr"]:.0e}'); es(v, net); sch.step(v)
    if es.stop: print('stop'); break
net.load_state_dict(es.state); print(es.best, net(X[:2]))
