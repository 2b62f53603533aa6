import torch
from torch import nn, optim
w = nn.Parameter(torch.tensor([1.0]))
def run(make, n=6):
    opt = optim.SGD([w], lr=0.1)
    sch = make(opt)
    out = []
    for _ in range(n):
        out.append(round(opt.param_groups[0]['lr'], 5))
        opt.step()
        sch.step()
    return out
L = optim.lr_scheduler
print('step', run(lambda o: L.StepLR(o, 2, 0.5)))
print('multi', run(lambda o: L.MultiStepLR(o, milestones=[1, 4], gamma=0.1)))
print('exp', run(lambda o: L.ExponentialLR(o, 0.9)))
print('cos', run(lambda o: L.CosineAnnealingLR(o, 5, eta_min=0.01)))
print('lambda', run(lambda o: L.LambdaLR(o, lambda e: 0.5 ** e)))
print('linear', run(lambda o: L.LinearLR(o, 0.5, total_iters=3)))
print('const', run(lambda o: L.ConstantLR(o, 0.5, 2)))
print('one', run(lambda o: L.OneCycleLR(o, 0.5, total_steps=8)))
print('cyc', run(lambda o: L.CyclicLR(o, 0.01, 0.1, step_size_up=2)))
print('warm', run(lambda o: L.CosineAnnealingWarmRestarts(o, 3)))
print('poly', run(lambda o: L.PolynomialLR(o, 4, 2.0)))
print('seq', run(lambda o: L.SequentialLR(o, [L.ConstantLR(o, 0.1, 2), L.ExponentialLR(o, 0.9)], milestones=[2])))
opt = optim.SGD([w], lr=0.1)
pl = L.ReduceLROnPlateau(opt, 'min', factor=0.1, patience=1, verbose=True)
for loss in [1., 1., 1., 1., 0.5]:
    pl.step(loss)
print(opt.param_groups[0]['lr'], pl.best, pl.num_bad_epochs)
sch = L.StepLR(opt, 3)
print(sch.get_last_lr(), sch.last_epoch, sch.state_dict())
L.StepLR(optim.SGD([w], lr=0.1), 1, verbose=True)
