import torch
import torch.nn as nn
from torch.nn.utils import parameters_to_vector

class Chomp1d(nn.Module):
    def __init__(self, chomp_size):
        super(Chomp1d, self).__init__()
        self.chomp_size = chomp_size
    def forward(self, x):
        return x[:, :, :-self.chomp_size].contiguous()

class TemporalBlock(nn.Module):
    def __init__(self, n_in, n_out, k, stride, dilation, padding, dropout=0.2):
        super(TemporalBlock, self).__init__()
        self.conv1 = nn.Conv1d(n_in, n_out, k, stride=stride, padding=padding, dilation=dilation)
        self.chomp1 = Chomp1d(padding)
        self.relu1 = nn.ReLU()
        self.dropout1 = nn.Dropout(dropout)
        self.net = nn.Sequential(self.conv1, self.chomp1, self.relu1, self.dropout1)
        self.downsample = nn.Conv1d(n_in, n_out, 1) if n_in != n_out else None
        self.relu = nn.ReLU()
        self.conv1.weight.data.normal_(0, 0.01)
    def forward(self, x):
        out = self.net(x)
        res = x if self.downsample is None else self.downsample(x)
        return self.relu(out + res)

torch.manual_seed(5)
blocks = nn.Sequential(*[TemporalBlock(1 if i == 0 else 2, 2, 2, 1, 2 ** i, 2 ** i, 0.3) for i in range(2)])
x = torch.randn(1, 1, 6)
y = blocks(x)
print(y.shape)
print(y)
print(blocks)
print(parameters_to_vector(blocks.parameters()).shape)
print(y[:, :, -1])
