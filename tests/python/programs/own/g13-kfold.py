import torch, random
import numpy as np
import torch.nn as nn
from torch.utils.data import DataLoader, Subset, TensorDataset

def seed_everything(seed=42):
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
    torch.cuda.manual_seed(seed)
    torch.backends.cudnn.deterministic = True

seed_everything()
X = torch.tensor(np.random.rand(12, 3), dtype=torch.float32)
y = torch.tensor(np.random.randint(0, 2, 12))
ds = TensorDataset(X, y)
idx = np.arange(len(ds))
np.random.shuffle(idx)
folds = np.array_split(idx, 3)
results = {}
for fold, val_idx in enumerate(folds):
    train_idx = np.concatenate([f for i, f in enumerate(folds) if i != fold])
    train_loader = DataLoader(Subset(ds, train_idx), batch_size=4, shuffle=True)
    val_loader = DataLoader(Subset(ds, val_idx), batch_size=4)
    net = nn.Sequential(nn.Linear(3, 8), nn.ReLU(), nn.Dropout(0.3), nn.Linear(8, 2))
    opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
    crit = nn.CrossEntropyLoss()
    for epoch in range(3):
        net.train()
        for xb, yb in train_loader:
            opt.zero_grad()
            crit(net(xb), yb).backward()
            opt.step()
    net.eval()
    correct, total = 0, 0
    with torch.no_grad():
        for xb, yb in val_loader:
            _, predicted = torch.max(net(xb).data, 1)
            total += yb.size(0)
            correct += (predicted == yb).sum().item()
    results[fold] = 100 * correct / total
    print(f'Fold {fold}: val {sorted(val_idx.tolist())}, n={total}')
print(len(results), random.random(), torch.rand(1))
