// The program of "Your code" before the reader writes another one: a layer called in both modes.

export const EXAMPLE = `import torch
import torch.nn as nn

x = torch.tensor([[1., 2., 3., 4.], [5., 6., 7., 8.]])
drop = nn.Dropout(p=0.5)

torch.manual_seed(42)
print(drop(x))

drop.eval()
print(drop(x))
`;
