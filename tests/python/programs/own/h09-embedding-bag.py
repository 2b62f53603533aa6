import torch, torch.nn as nn, torch.nn.functional as F

w = torch.arange(12.).view(6, 2) - 3
i, o = torch.tensor([1, 2, 4, 5, 4, 3]), torch.tensor([0, 4])


def tried(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, str(e).splitlines()[0])


for dtype in torch.float32, torch.float64:
    for mode in 'sum', 'mean', 'max':
        for options in {}, {'padding_idx': 4}, {'include_last_offset': True}:
            table = w.to(dtype, copy=True).requires_grad_()
            y = F.embedding_bag(i, table, torch.tensor([0, 0, 4, 6]), mode=mode, **options)
            print(mode, options, y)
            (y * torch.arange(1., y.numel() + 1).view_as(y)).sum().backward()
            print(table.grad)

table, factors = w.clone().requires_grad_(), torch.tensor([.5, -1., 2., .25, 1., 3.], requires_grad=True)
y = F.embedding_bag(i, table, o, mode='sum', per_sample_weights=factors)
print(y)
y.pow(2).sum().backward()
print(table.grad, factors.grad)
table.grad = None
F.embedding_bag(i, table, o, mode='sum', scale_grad_by_freq=True).sum().backward()
print(table.grad)

torch.manual_seed(3)
bag = nn.EmbeddingBag(5, 3, padding_idx=1, mode='sum', max_norm=1.)
print(bag, nn.EmbeddingBag(5, 3), bag.weight)
words = torch.tensor([[0, 1, 4], [2, 2, 3]])
print(F.dropout(bag(words), 0.5))
print(nn.EmbeddingBag.from_pretrained(w, mode='max')(i.view(3, 2)))
print(torch.embedding_bag(w, i, o, False, 1))
print(torch.embedding_bag(w, i, o, False, 2))
print(torch.embedding_bag(w, i, torch.tensor([0, 0, 6]), False, 2))

tried(lambda: torch.embedding_bag(w, i.float(), o))
tried(lambda: torch.embedding_bag(w, i, o.float()))
tried(lambda: torch.embedding_bag(w, i.int(), o.int())[0])
tried(lambda: torch.embedding_bag(w, i, torch.tensor([1, 2])))
tried(lambda: torch.embedding_bag(w, i, torch.tensor([0, 7])))
tried(lambda: torch.embedding_bag(w, torch.tensor([9]), torch.tensor([0])))
tried(lambda: torch.embedding_bag(w, torch.tensor([9]), torch.tensor([0]), False, 2))
tried(lambda: torch.embedding_bag(w, i, o, False, 1, False, torch.ones(6)))
tried(lambda: torch.embedding_bag(w, i, o, False, 0, False, torch.ones(6).double()))
tried(lambda: F.embedding_bag(i.view(2, 3), w, o))
tried(lambda: F.embedding_bag(i, w))
tried(lambda: F.embedding_bag(i, w, o, mode='prod'))
tried(lambda: F.embedding_bag(i, w, o, mode='max', per_sample_weights=torch.ones(6)))
tried(lambda: F.embedding_bag(i, w, o, mode='sum', per_sample_weights=torch.ones(5)))
tried(lambda: F.embedding_bag(i.view(1, 2, 3), w))
tried(lambda: F.embedding_bag(i, w, o.view(1, 2)))
tried(lambda: nn.EmbeddingBag(3, 2, padding_idx=3))
tried(lambda: F.embedding_bag(w, i, o))
