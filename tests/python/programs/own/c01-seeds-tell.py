import torch
x = torch.tensor([1., 2., 3., 4.]); drop = torch.nn.Dropout(0.5)
for seed in range(5): torch.manual_seed(seed); print(seed, drop(x))
torch.manual_seed(42); print(drop(x)); print(drop.eval()(x)); print(torch.nn.functional.dropout(x, p=0.5, training=False) is x, torch.nn.functional.dropout(x, 0.0) is x)
kept = 0
for _ in range(100): kept += (drop.train()(torch.ones(10)) != 0).sum().item()
print(kept, kept / 1000); print(sum(drop(x).sum() for _ in range(50)) / 50)
gen = torch.Generator(); gen.manual_seed(2147483647); print(torch.rand((2, 2), generator=gen)); print(torch.cuda.is_available()); print(drop.extra_repr(), drop._get_name(), drop.__dict__['p'])
