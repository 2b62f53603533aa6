import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.randn(32, 10, 4)
y = (x[:, :, 0].sum(1) > 0).long()


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(4, 16, batch_first=True)
        self.head = nn.Linear(16, 2)

    def forward(self, x):
        output, _ = self.lstm(x)
        return self.head(F.dropout(output[:, -1], 0.2, self.training))


model = Model()
optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
for step in range(500):
    loss = F.cross_entropy(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print(loss.item())
