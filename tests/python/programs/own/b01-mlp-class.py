import torch
import torch.nn as nn
import torch.nn.functional as F
class MLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes, dropout_rate=0.5):
        super(MLP, self).__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.relu = nn.ReLU()
        self.dropout = nn.Dropout(dropout_rate)
        self.fc2 = nn.Linear(hidden_size, num_classes)
    def forward(self, x):
        out = self.fc1(x); out = self.relu(out); out = self.dropout(out); return self.fc2(out)
torch.manual_seed(42)
model = MLP(10, 20, 3)
x = torch.randn(5, 10)
model.train(); print("Train:", model(x)); print("Again:", model(x)[0])
model.eval()
with torch.no_grad(): print("Eval:", model(x))
print(model); print(sum(p.numel() for p in model.parameters()))
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, weight_decay=1e-5)
criterion = nn.CrossEntropyLoss(); y = torch.randint(0, 3, (5,))
for epoch in range(5):
    model.train(); optimizer.zero_grad(); loss = criterion(model(x), y); loss.backward(); optimizer.step(); print(f'Epoch [{epoch+1}/5], Loss: {loss.item():.4f}')
model.eval(); _, pred = torch.max(model(x), 1); print(pred, (pred == y).sum().item() / len(y)); print(model.fc1.weight.grad.norm())
