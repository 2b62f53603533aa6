import torch
from torch.utils.data import DataLoader, TensorDataset, Dataset, random_split, Subset, WeightedRandomSampler, SubsetRandomSampler, ConcatDataset
torch.manual_seed(5)
X = torch.arange(10.).view(10, 1); y = torch.arange(10)
ds = TensorDataset(X, y)
print(len(ds), ds[3], ds[1:3])
for shuffle in (False, True):
    for xb, yb in DataLoader(ds, batch_size=4, shuffle=shuffle): print(xb.flatten().tolist(), yb, xb.shape)
print(torch.rand(2))
a, b = random_split(ds, [7, 3]); print(a.indices, b.indices, len(a))
a, b = random_split(range(10), [6, 4], generator=torch.Generator().manual_seed(42)); print(list(a), list(b))
for batch in DataLoader(ds, batch_size=3, shuffle=True, drop_last=True, num_workers=0): print(batch[1])
g = torch.Generator(); g.manual_seed(0)
print([b[1].tolist() for b in DataLoader(ds, 5, shuffle=True, generator=g)])
print([b[1].tolist() for b in DataLoader(ds, 5, sampler=WeightedRandomSampler([0.1] * 5 + [1.] * 5, 10))])
print([b[1].tolist() for b in DataLoader(ds, 2, sampler=SubsetRandomSampler([1, 3, 5]))])
class D(Dataset):
    def __len__(self): return 5
    def __getitem__(self, i): return {'x': torch.tensor([i, i]), 'y': i, 'z': i / 2, 'n': str(i)}
for b in DataLoader(D(), batch_size=2): print(b)
print(len(DataLoader(D(), batch_size=2)), len(DataLoader(D(), 2, drop_last=True)), next(iter(DataLoader(D()))))
print([x for x in DataLoader([1, 2, 3], batch_size=2)], [x for x in DataLoader([(1, 2.0), (3, 4.0)], batch_size=2)])
print(list(DataLoader(list(range(7)), batch_size=3, collate_fn=lambda b: b)))
print(torch.randint(0, 10, (3,)))
