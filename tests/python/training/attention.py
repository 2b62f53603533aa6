import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.randint(0, 20, (12, 64))
y = ((x < 7).sum(0) > 4).long()


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(20, 16)
        self.layer = nn.TransformerEncoderLayer(16, 2, 32, 0.1)
        self.head = nn.Linear(16, 2)

    def forward(self, x):
        return self.head(self.layer(self.embedding(x)).mean(0))


model = Model()
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
for step in range(500):
    loss = F.cross_entropy(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print(loss.item())
