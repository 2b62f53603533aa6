"""A program, with a docstring that quotes Markdown:

```python
print(1)  # 2
```
"""
import torch
import torch.nn as nn

x = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)
y = (x * 2).sum()
print(y)  # tensor(20., grad_fn=<SumBackward0>)
y.backward()
print(x.grad)
# tensor([[2., 2.],
#         [2., 2.]])
print(nn.Dropout(0.5).eval()(x))  # tensor([[1., 2.], [3., 4.]])
print(x.mean())  # tensor(2.6000, grad_fn=<MeanBackward0>)
print(f"{x.mean():.1f} and {x.sum():.0f}")  # 2.5 and 10
print(f"{x.mean():.1f} and {x.sum():.0f}")  # 2.5 and 11
