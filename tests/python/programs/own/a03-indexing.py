import torch
x = torch.arange(24).reshape(2, 3, 4)
print(x[0], x[0, 1], x[0, 1, 2], x[-1], x[:, 1], x[..., 0], x[:, None, 0], x[:, :, 1:3], x[:, ::2], x[0][1])
print(x[torch.tensor([0, 1]), torch.tensor([1, 2])], x[[0, 1]], x[[0, 1], [1, 2]], x[x > 15], x[:, [0, 2]], x[:, torch.tensor([True, False, True])])
print(x[True].shape, x[None].shape, x[0, ..., None].shape, x[()].shape, x[torch.tensor(1)].shape, x[1:, 0:2, -1])
y = torch.zeros(3, 4)
y[0] = 1; y[:, 1] = 2; y[2, 3] = 5.5; y[y == 0] = -1; y[1, :2] = torch.tensor([7., 8.])
print(y)
y[[0, 2]] = torch.tensor([1., 2., 3., 4.]); y[:, 0] *= 10; y[1] += 1
print(y)
y[y > 5] = torch.tensor(0.5)
y[..., -1] = torch.arange(3)
print(y)
mask = torch.tensor([True, False, True])
y[mask] = 0
print(y, y[mask].shape, y[~mask])
y[torch.arange(3), torch.tensor([0, 1, 2])] = torch.tensor([9., 8., 7.])
print(y)
for bad in ['x[5]', 'x[0, 0, 0, 0]', 'x["a"]', 'x[1.5]', 'x[:, 7]', 'torch.tensor(3)[0]', 'x[::-1]', 'y.__setitem__(0, [1, 2])', 'y.__setitem__(0, torch.ones(3))', 'x[torch.tensor([9])]', 'x[torch.tensor([0.5])]','x[torch.tensor([True])]']:
    try: print(eval(bad))
    except Exception as e: print(bad, type(e).__name__, e)
