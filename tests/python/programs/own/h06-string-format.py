import torch
from torch import nn
torch.manual_seed(1)
header = '{:<10}|{:^8}|{:>8}'.format('p', 'mode', 'zeros')
print(header)
print('-' * len(header))
for p in [0.2, 0.5]:
    d = nn.Dropout(p)
    for mode in ('train', 'eval'):
        getattr(d, mode)()
        z = int((d(torch.ones(50)) == 0).sum())
        print('{:<10}|{:^8}|{:>8}'.format(p, mode, z))
print('%s' % nn.Dropout(0.1), '%r' % torch.Size([1]), '{!r}'.format(torch.float32), f'{nn.ReLU()!s:>10}|')
print("Tensor: {}".format(torch.tensor([1.0, 2.0])), "item {:.3f}".format(torch.tensor(1.23456)), f"{torch.tensor([1, 2])}", f"{torch.tensor(2.5)!r}")
print(torch.tensor(0.1), torch.tensor([0.1, 100.]), torch.tensor([1e-3, 1]), torch.tensor([123456.789]), torch.tensor([1e5, 1e-5]), torch.tensor(1e-10), torch.tensor([0.00001]), torch.tensor(123456789), torch.tensor([1e8, 1.]))
print(torch.tensor([[0.5, -1.25], [100.0, 3.0]]), torch.tensor([[1, -10], [100, 3]]), torch.tensor([True, False]), torch.zeros(2, 0), torch.tensor([[[1.]]]))
print(torch.arange(2000), torch.arange(30.), torch.ones(2, 40))
print(torch.rand(2, 3, 4))
print(torch.randn(3, dtype=torch.float64), torch.ones(2, requires_grad=True), torch.ones(2, requires_grad=True) * 2, torch.ones(1, requires_grad=True).sum())
print(nn.Parameter(torch.ones(2)), [nn.Parameter(torch.zeros(1))], {'w': torch.ones(1)}, (torch.tensor(1), torch.tensor(2.)))
print(*torch.arange(3), sep=', ', end='!\n')
print(torch.tensor([float('inf'), -float('inf'), float('nan'), 1.]), torch.tensor([-0.0, 0.0]), -torch.zeros(2))
print(str(torch.ones(2))[:8], len(repr(torch.ones(3))), torch.ones(2).__repr__(), torch.strided)
