import torch, torch.nn as nn
from torch.optim import lr_scheduler as S
def lrs(make, n=12):
    p = nn.Parameter(torch.ones(1)); opt = torch.optim.SGD([p], lr=0.1, momentum=0.9); s = make(opt); out = []
    for i in range(n):
        opt.step(); out.append(opt.param_groups[0]['lr']); s.step()
    return out, s.get_last_lr()
for make in [lambda o: S.StepLR(o, 3, 0.5), lambda o: S.MultiStepLR(o, [2, 5], 0.1), lambda o: S.ExponentialLR(o, 0.9), lambda o: S.CosineAnnealingLR(o, 5), lambda o: S.CosineAnnealingLR(o, 10, eta_min=0.01), lambda o: S.LambdaLR(o, lambda e: 0.95 ** e), lambda o: S.LinearLR(o), lambda o: S.ConstantLR(o, 0.5, 4), lambda o: S.CosineAnnealingWarmRestarts(o, 3, 2), lambda o: S.OneCycleLR(o, 1.0, total_steps=13), lambda o: S.OneCycleLR(o, 1.0, epochs=4, steps_per_epoch=4, anneal_strategy='linear', three_phase=True), lambda o: S.CyclicLR(o, 0.01, 0.1, step_size_up=3), lambda o: S.CyclicLR(o, 0.01, 0.1, step_size_up=3, mode='triangular2'), lambda o: S.PolynomialLR(o, 5, 2.0), lambda o: S.MultiplicativeLR(o, lambda e: 0.9), lambda o: S.SequentialLR(o, [S.ConstantLR(o, 0.1, 2), S.ExponentialLR(o, 0.9)], [3])]:
    print(lrs(make))
p = nn.Parameter(torch.ones(1)); opt = torch.optim.Adam([p], lr=0.1); s = S.ReduceLROnPlateau(opt, 'min', factor=0.5, patience=1)
for v in [1, 0.9, 0.95, 0.94, 0.93, 0.92, 0.5, 0.6, 0.7, 0.8]: s.step(v); print(opt.param_groups[0]['lr'], end=' ')
print()
s = S.StepLR(torch.optim.SGD([p], lr=1.), 1); s.step(); print(s.get_last_lr())
