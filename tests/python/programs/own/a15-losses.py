import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(7)
z = torch.randn(4, 3, requires_grad=True); t = torch.tensor([0, 2, 1, 1]); p = torch.rand(4, 3); y = torch.rand(4, 3).round()
for l in [nn.CrossEntropyLoss(), nn.CrossEntropyLoss(weight=torch.tensor([1., 2., 3.])), nn.CrossEntropyLoss(label_smoothing=0.1), nn.CrossEntropyLoss(reduction='none'), nn.CrossEntropyLoss(ignore_index=1)]: print(l, l(z, t))
print(nn.NLLLoss()(F.log_softmax(z, 1), t), nn.MSELoss()(z, p), nn.L1Loss()(z, p), nn.SmoothL1Loss()(z, p), nn.HuberLoss()(z, p), nn.BCELoss()(p, y), nn.BCEWithLogitsLoss()(z, y), nn.BCEWithLogitsLoss(pos_weight=torch.tensor([2.]))(z, y), nn.KLDivLoss(reduction='batchmean')(F.log_softmax(z, 1), F.softmax(p, 1)), nn.KLDivLoss()(F.log_softmax(z, 1), p), nn.PoissonNLLLoss()(z, p), nn.GaussianNLLLoss()(z, p, torch.ones(4, 3)), nn.TripletMarginLoss()(z, p, y), nn.MarginRankingLoss()(z[:, 0], p[:, 0], torch.ones(4)), nn.CosineEmbeddingLoss()(z, p, torch.ones(4)), nn.HingeEmbeddingLoss()(z, y * 2 - 1), nn.SoftMarginLoss()(z, y * 2 - 1), F.cross_entropy(z, F.softmax(p, 1)), nn.MSELoss(reduction='sum')(z, p), nn.MSELoss(size_average=False)(z, p))
nn.CrossEntropyLoss()(z, t).backward(); print(z.grad)
print(F.l1_loss(torch.ones(2, 1), torch.ones(2)), F.mse_loss(torch.ones(3, 1), torch.ones(3)))
