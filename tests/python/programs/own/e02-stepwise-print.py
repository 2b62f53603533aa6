import torch
torch.manual_seed(42)
x = torch.tensor([[1., 2., 3., 4.], [5., 6., 7., 8.]])
m = torch.nn.Dropout(p=0.5)
print("Input:\n", x); y = m(x); print("Output (train):\n", y); m.eval(); print("Output (eval):\n", m(x)); print("Scale:", (y[y != 0] / x[y != 0]).unique()); print(f"Zeros: {(y == 0).sum().item()}/{y.numel()}"); print(y.sum(), y.mean(dim=0), y / x, torch.isclose(y[0, 0], x[0, 0] * 2)); print(x.dtype, y.shape, *y.shape, y.size(1), type(y), type(m)); print([round(v, 2) for v in y.view(-1).tolist()], y.tolist()); print('Mask:', (y != 0).float(), (y != 0).int().tolist(), (y > 0).long()); print(y.numpy(), y[0].numpy().tolist(), repr(y.numpy())); print(str(x)[:10], len(str(x)), x.__class__.__name__, '{:.4f}'.format(y.std().item()), x.max().item(), '%s' % x.min()); a, b = torch.rand(2); print(a, b.item()); print(torch.rand(2, 3).mul(10).round().int()); print(torch.randn(2, 2).abs().max(), torch.rand(()).shape, torch.rand(1).item() < 1)
