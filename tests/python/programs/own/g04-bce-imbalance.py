import torch
import torch.nn as nn
import torch.nn.functional as F
torch.manual_seed(1)
logits = torch.tensor([0.2, -1.3, 2.0])
target = torch.tensor([1., 0., 1.])
print(F.binary_cross_entropy_with_logits(logits, target), F.binary_cross_entropy(torch.sigmoid(logits), target))
print(nn.BCEWithLogitsLoss(reduction='none')(logits, target), nn.BCELoss(reduction='sum')(torch.sigmoid(logits), target))
print(F.cross_entropy(torch.eye(3), torch.tensor([0, 1, 1])), F.nll_loss(torch.log_softmax(torch.eye(3), 1), torch.tensor([0, 1, 2])))
print(F.mse_loss(logits, target, reduction='sum'), F.l1_loss(logits, target), F.smooth_l1_loss(logits, target), F.huber_loss(logits, target, delta=0.5))
print(F.kl_div(F.log_softmax(torch.ones(2, 3), 1), torch.full((2, 3), 1 / 3), reduction='batchmean'))
print(F.cosine_similarity(torch.ones(2, 3), torch.arange(6.).view(2, 3)), F.pairwise_distance(torch.zeros(1, 2), torch.ones(1, 2)), F.normalize(torch.tensor([[3., 4.]])))
print(F.hinge_embedding_loss(torch.tensor([0.5]), torch.tensor([-1.])), F.margin_ranking_loss(torch.ones(1), torch.zeros(1), -torch.ones(1)), F.triplet_margin_loss(torch.ones(1, 2), torch.ones(1, 2), torch.zeros(1, 2)))
print(F.gelu(logits), F.silu(logits), F.softplus(logits), F.elu(logits), F.leaky_relu(logits, 0.2), F.hardtanh(logits), F.relu6(logits * 5), F.selu(logits), F.mish(logits), F.logsigmoid(logits), F.softmin(logits, 0), F.glu(torch.ones(4)), F.prelu(logits, torch.tensor([0.1])), F.celu(logits), F.tanhshrink(logits), F.threshold(logits, 0, -1))
print(F.pad(torch.ones(1, 2), (1, 1)), F.pad(torch.arange(3.).view(1, 1, 3), (1, 1), mode='reflect'), F.interpolate(torch.arange(4.).view(1, 1, 2, 2), scale_factor=2))
print(F.embedding(torch.tensor([0, 1]), torch.eye(2)), F.linear(torch.ones(1, 2), torch.ones(3, 2)), F.layer_norm(torch.arange(4.), (4,)), F.batch_norm(torch.arange(4.).view(2, 2), None, None, training=True))
print(F.conv1d(torch.ones(1, 1, 4), torch.ones(1, 1, 2)), F.conv2d(torch.ones(1, 1, 3, 3), torch.ones(1, 1, 2, 2), stride=2), F.avg_pool2d(torch.arange(4.).view(1, 1, 2, 2), 2), F.adaptive_avg_pool2d(torch.ones(1, 1, 4, 4), 1).shape, F.unfold(torch.arange(4.).view(1, 1, 2, 2), 2))
print(F.gumbel_softmax(torch.zeros(1, 3), tau=0.5, hard=True).sum(), F.multi_head_attention_forward.__name__, F.dropout(torch.ones(3), 0.0), F.alpha_dropout(torch.ones(2), 0.5, training=False))
