import torch, torch.nn as nn
print(nn.Upsample(scale_factor=2), nn.Upsample(size=(4, 4), mode='bilinear', align_corners=True), nn.Upsample(scale_factor=2)(torch.arange(4.).view(1, 1, 2, 2)), nn.Upsample(size=(3, 3), mode='bilinear', align_corners=False)(torch.arange(4.).view(1, 1, 2, 2)))
