import torch
for t in ['torch.tensor([torch.ones(1), torch.ones(1)])','torch.tensor([torch.tensor(1), torch.tensor(2.5)])','torch.tensor([[torch.tensor(1)], [torch.tensor(2.5)]])','torch.tensor([torch.ones(1,1)])', 'torch.tensor([torch.ones(0)])','torch.tensor(())','torch.tensor([[], []])','torch.tensor([True, 2])','torch.tensor([1, 2.5, True])','torch.tensor(5, dtype=torch.float)', 'torch.tensor([1.7], dtype=torch.int)','torch.tensor(range(3))','torch.tensor({1})','torch.as_tensor(3)','torch.tensor([[1],2])','torch.tensor([1,[2]])','torch.tensor((x for x in [1]))']:
    try: print(t, eval(t))
    except Exception as e: print(t, type(e).__name__, e)
