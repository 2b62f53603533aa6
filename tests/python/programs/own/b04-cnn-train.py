import torch, torch.nn as nn, torch.nn.functional as F, torch.optim as optim
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 4, 3, 1); self.conv2 = nn.Conv2d(4, 8, 3, 1); self.dropout1 = nn.Dropout2d(0.25); self.dropout2 = nn.Dropout(0.5); self.fc1 = nn.Linear(32, 16); self.fc2 = nn.Linear(16, 4)
    def forward(self, x):
        x = F.relu(self.conv1(x)); x = F.relu(self.conv2(x)); x = F.max_pool2d(x, 2); x = self.dropout1(x); x = torch.flatten(x, 1); x = F.relu(self.fc1(x)); x = self.dropout2(x); return F.log_softmax(self.fc2(x), dim=1)
torch.manual_seed(1); device = torch.device("cuda" if torch.cuda.is_available() else "cpu"); model = Net().to(device); optimizer = optim.Adadelta(model.parameters(), lr=1.0); scheduler = optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.7)
data = torch.rand(12, 1, 8, 8); target = torch.arange(12) % 4
for epoch in range(1, 4):
    model.train()
    for i in range(3):
        d, t = data[i * 4:(i + 1) * 4].to(device), target[i * 4:(i + 1) * 4].to(device); optimizer.zero_grad(); loss = F.nll_loss(model(d), t); loss.backward(); optimizer.step(); print('Train Epoch: {} [{}/{} ({:.0f}%)]\tLoss: {:.6f}'.format(epoch, i * 4, 12, 100. * i / 3, loss.item()))
    model.eval(); 
    with torch.no_grad(): out = model(data); pred = out.argmax(dim=1, keepdim=True); print('{}/{}'.format(pred.eq(target.view_as(pred)).sum().item(), len(data)))
    scheduler.step(); print(scheduler.get_last_lr())
