import torch

for write in (
    lambda x: x.masked_scatter_(torch.ones(2, 3).bool(), torch.ones(6)),
    lambda x: x.masked_scatter_(torch.tensor([True]), torch.arange(9.)),
    lambda x: x.masked_scatter_(torch.tensor([True, False, True]), torch.arange(9.)),
):
    try:
        print(write(torch.zeros(3)))
    except RuntimeError as e:
        print(str(e).split('size=')[1])
print(torch.zeros(3).masked_scatter(torch.ones(2, 3).bool(), torch.ones(6)))
for strides in (3, 2), (1, 9), (4, 1):
    base = torch.zeros(60)
    base.as_strided((7, 2), strides, 1).fill_diagonal_(7, wrap=True)
    print(base)
x = torch.tensor([1., -2.], requires_grad=True)
x.pow(-2**63).sum().backward()
print(x.grad)
