import torch, torch.nn as nn, torch.nn.functional as F
x = torch.linspace(-2, 2, 5)
for m in [nn.ReLU(), nn.LeakyReLU(), nn.ELU(), nn.SELU(), nn.GELU(), nn.SiLU(), nn.Mish(), nn.Sigmoid(), nn.Tanh(), nn.Softplus(), nn.Softsign(), nn.Softmax(dim=0), nn.LogSoftmax(dim=-1), nn.Hardtanh(), nn.ReLU6(), nn.Hardsigmoid(), nn.Hardswish(), nn.LogSigmoid(), nn.Tanhshrink(), nn.Softshrink(), nn.Hardshrink(), nn.PReLU(), nn.CELU(), nn.Threshold(0.1, 20), nn.Softmin(dim=0), nn.Identity(), nn.ReLU(inplace=True)]:
    if 'Softplus' not in repr(m) : print(m, m(x.clone()))
    else: print(m(x))
print(F.relu(x), F.gelu(x), F.softmax(x, 0), F.log_softmax(x, dim=0), F.leaky_relu(x, 0.3), F.sigmoid(x), F.tanh(x), F.elu(x), F.silu(x), F.softplus(x), F.normalize(x.view(1, 5)), F.one_hot(torch.tensor([0, 2])), F.glu(torch.ones(4)), F.hardtanh(x, -1, 0.5), F.relu6(x))
print(F.softmax(torch.ones(2, 2)), nn.Softmax()(torch.ones(2)))
print(F.cosine_similarity(torch.ones(1, 3), torch.tensor([[1., 0, 0]])), F.pairwise_distance(torch.ones(1, 3), torch.zeros(1, 3)), nn.CosineSimilarity(dim=1)(torch.ones(1, 3), torch.ones(1, 3)))
torch.manual_seed(0); print(F.gumbel_softmax(torch.zeros(2, 3)), F.gumbel_softmax(torch.zeros(2, 3), hard=True)); print(nn.RReLU()(x))
