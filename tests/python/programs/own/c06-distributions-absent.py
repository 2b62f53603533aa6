import torch
for name in ('half', 'compile', 'jit'):
    print(name)
x = torch.rand(3); print(x.shape)
