// A program for each place where dropout stands: what the figure shows there, and the module that has it inside.

export const PLACE_PROGRAMS = {
  hidden: `import torch
from torch import nn

# What a hidden layer says of three examples, behind its ReLU.
units = torch.tensor([[0.9, 0, 1.7, 0.4], [0, 2.1, 0.6, 0], [1.3, 0.2, 0, 0.8]])
torch.manual_seed(42)
print(nn.Dropout(0.5)(units))

# The network around it. In eval mode it says the same each time.
model = nn.Sequential(nn.Linear(4, 4), nn.ReLU(), nn.Dropout(0.5), nn.Linear(4, 2))
x = torch.ones(1, 4)
print(model(x), model(x))
model.eval()
print(model(x), model(x))
`,
  words: `import torch
from torch import nn

# Three words as they come out of an embedding.
words = torch.tensor([[0.2, -1.1, 0.7, 0.4], [1.5, 0.3, -0.6, 0.9], [-0.8, 0.5, 1.2, -0.3]])
torch.manual_seed(42)
print(nn.Dropout(0.2)(words))

# The same word twice: its numbers are dropped at other places.
embedding = nn.Embedding(10, 4)
print(nn.Dropout(0.2)(embedding(torch.tensor([3, 3]))))
`,
  between: `import torch
from torch import nn

# What the first of two layers says at three steps.
steps = torch.tensor([[0.3, -0.5, 0.1, 0.6], [-0.2, 0.4, 0.7, -0.1], [0.5, 0.2, -0.4, 0.8]])
torch.manual_seed(42)
print(nn.Dropout(0.5)(steps))

# An LSTM drops between its layers by itself, and nothing behind the last.
lstm = nn.LSTM(4, 4, num_layers=2, dropout=0.5)
sentence = torch.ones(3, 1, 4)
print(lstm(sentence)[0][-1])
print(lstm(sentence)[0][-1])
lstm.eval()
print(lstm(sentence)[0][-1])
`,
  embedding: `import torch
from torch import nn

# Three tokens: their embeddings and their positions, added.
tokens = torch.tensor([[0.7, -0.2, 1.1, 0.5], [0.1, 0.9, -1.3, 0.6], [-0.4, 0.8, 0.3, 1.2]])
torch.manual_seed(42)
print(nn.Dropout(0.1)(tokens))
`,
  weights: `import torch
import torch.nn.functional as F

# How much each of four words attends to each of the four.
weights = torch.tensor([[0.6, 0.2, 0.15, 0.05], [0.1, 0.4, 0.3, 0.2],
                        [0.05, 0.15, 0.7, 0.1], [0.25, 0.25, 0.1, 0.4]])
torch.manual_seed(42)
dropped = F.dropout(weights, p=0.1, training=True)
print(dropped)
print(dropped.sum(dim=1))

# On average the rows still sum to 1.
many = torch.stack([F.dropout(weights, p=0.1, training=True) for _ in range(1000)])
print(many.sum(dim=2).mean(dim=0))
`,
  residual: `import torch
from torch import nn

# What attention adds to three tokens.
added = torch.tensor([[0.3, 0.1, -0.6, 0.2], [0.5, -0.3, 0.4, 0.9], [-0.1, 0.7, 0.2, -0.4]])
torch.manual_seed(42)
drop = nn.Dropout(0.1)
print(drop(added))

# The tokens themselves take the path around it.
tokens = torch.ones(3, 4)
print(tokens + drop(added))
`,
  feedforward: `import torch
from torch import nn

# The hidden units of three tokens, behind their GELU.
units = torch.tensor([[0.8, -0.1, 0, 1.6], [-0.2, 0.5, 1.1, 0.3], [1.4, -0.1, 0.6, 0.9]])
torch.manual_seed(42)
print(nn.Dropout(0.1)(units))

# A whole block has dropout at all four places.
block = nn.TransformerEncoderLayer(4, 1, 4, dropout=0.1, batch_first=True)
x = torch.ones(1, 3, 4)
print(torch.equal(block(x), block(x)))
block.eval()
print(torch.equal(block(x), block(x)))
`,
} as const;

export type PlaceName = keyof typeof PLACE_PROGRAMS;

export function isPlaceName(name: string): name is PlaceName {
  return Object.hasOwn(PLACE_PROGRAMS, name);
}
