import torch
from torch.utils.data import Dataset, DataLoader, random_split, Subset, ConcatDataset, TensorDataset, WeightedRandomSampler, SubsetRandomSampler
torch.manual_seed(9)

class Squares(Dataset):
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __getitem__(self, i):
        if i >= self.n: raise IndexError
        return torch.tensor([float(i)]), i * i

ds = Squares(10)
train, test = random_split(ds, [7, 3])
print(len(train), test.indices)
loader = DataLoader(train, batch_size=3, shuffle=True)
for epoch in range(2):
    for x, y in loader:
        print(x.squeeze().tolist(), y)
print(len(loader), len(loader.dataset), loader.batch_size)
g = torch.Generator()
g.manual_seed(0)
for b in DataLoader(ds, batch_size=4, shuffle=True, generator=g, num_workers=0, drop_last=True):
    print(b[1].dtype, b[1])
def collate(batch):
    xs, ys = zip(*batch)
    return torch.stack(xs).flatten(), torch.tensor(ys)
print(next(iter(DataLoader(ds, 5, collate_fn=collate))))
print(list(DataLoader(range(5), batch_size=2)))
sampler = WeightedRandomSampler([0.1, 0.9, 0.0], 4)
print(list(sampler))
print(list(SubsetRandomSampler([3, 4, 5])))
print(Subset(ds, [1, 2])[1], len(ConcatDataset([ds, ds])))
print([t for t in TensorDataset(torch.arange(3), torch.ones(3))])
print(list(DataLoader({0: 'a', 1: 'b'}, batch_size=2)))
print([d for d in DataLoader([{'x': 1, 'y': torch.ones(1)}, {'x': 2, 'y': torch.zeros(1)}], batch_size=2)])
print(random_split(ds, [0.5, 0.5])[0].indices)
random_split(ds, [7, 2])
