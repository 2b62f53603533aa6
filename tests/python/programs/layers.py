"""Writes layers.json: what PyTorch 1.13 prints of the documented example of each layer of `torch.nn` that is here.

    python3 layers.py

The examples are PyTorch's in our own words: with a seed, small enough to be printed, and with what their shapes and
first values are. LAYERS has of each layer how it is made, what it is given, and lines that are run in the end.
"""
import pathlib

from record import record

# The name of the layer, or a title; (how it is made, …); (what it is given, …); then lines of its own.
LAYERS = [
    ('Identity', ['nn.Identity(54, unused_argument1=0.1, unused_argument2=False)'], ['torch.randn(4, 3)']),
    ('Linear', ['nn.Linear(4, 3)', 'nn.Linear(4, 3, bias=False)'], ['torch.randn(5, 4)', 'torch.randn(2, 3, 4)'],
        'print(m.weight.shape, m.bias)'),
    ('Bilinear', ['nn.Bilinear(3, 4, 2)'], ['(torch.randn(5, 3), torch.randn(5, 4))']),
    ('LazyLinear', ['nn.LazyLinear(3)', 'nn.LazyLinear(2, bias=False)'], ['torch.randn(5, 4)'],
        'print(m.weight.shape)\nprint(nn.Sequential(nn.LazyLinear(2), nn.Dropout(0.5)))'),
    ('LazyConv2d', ['nn.LazyConv2d(3, 3)', 'nn.LazyConv2d(2, kernel_size=3, padding=1)'], ['torch.randn(1, 2, 5, 5)'],
        'print(m.weight.shape)'),
    ('LazyConv1d', ['nn.LazyConv1d(3, 2)'], ['torch.randn(1, 2, 5)']),
    ('LazyBatchNorm1d', ['nn.LazyBatchNorm1d()', 'nn.LazyBatchNorm1d(affine=False)'], ['torch.randn(4, 3)'],
        'print(list(m.state_dict()))'),
    ('LazyBatchNorm2d', ['nn.LazyBatchNorm2d()'], ['torch.randn(2, 3, 2, 2)']),
    ('Conv1d', ['nn.Conv1d(4, 3, 3, stride=2)', 'nn.Conv1d(4, 4, 3, padding=1, groups=2)',
        "nn.Conv1d(4, 2, 3, padding='same', padding_mode='circular')"], ['torch.randn(2, 4, 7)'],
        'print(m.weight.shape)'),
    ('Conv2d', ['nn.Conv2d(3, 2, 3, stride=2)', 'nn.Conv2d(3, 2, (3, 5), stride=(2, 1), padding=(4, 2))',
        'nn.Conv2d(3, 2, (3, 5), stride=(2, 1), padding=(4, 2), dilation=(3, 1))',
        "nn.Conv2d(3, 6, 1, groups=3, bias=False, padding_mode='reflect')"], ['torch.randn(2, 3, 8, 9)']),
    ('Conv3d', ['nn.Conv3d(2, 3, 3, stride=2)', 'nn.Conv3d(2, 3, (3, 2, 2), stride=(2, 1, 1), padding=(1, 0, 0))'],
        ['torch.randn(1, 2, 4, 5, 5)']),
    ('ConvTranspose1d', ['nn.ConvTranspose1d(3, 2, 3, stride=2)'], ['torch.randn(1, 3, 4)']),
    ('ConvTranspose2d',
        ['nn.ConvTranspose2d(3, 2, 3, stride=2)',
        'nn.ConvTranspose2d(3, 2, (3, 5), stride=(2, 1), padding=(1, 2), output_padding=(1, 0))'],
        ['torch.randn(1, 3, 3, 4)'],
     'down, up = nn.Conv2d(3, 3, 3, stride=2, padding=1), nn.ConvTranspose2d(3, 3, 3, stride=2, padding=1)\nx = torch.randn(1, 3, 6, 6)\nh = down(x)\nprint(h.size(), up(h, output_size=x.size()).size())'),
         
    ('Unfold', ['nn.Unfold(kernel_size=(2, 3))', 'nn.Unfold(2, dilation=1, padding=1, stride=2)'],
        ['torch.randn(2, 2, 3, 4)']),
    ('MaxPool1d', ['nn.MaxPool1d(3, stride=2)', 'nn.MaxPool1d(2, padding=1, ceil_mode=True)'],
        ['torch.randn(2, 3, 8)']),
    ('MaxPool2d', ['nn.MaxPool2d(3, stride=2)', 'nn.MaxPool2d((3, 2), stride=(2, 1))'], ['torch.randn(2, 3, 6, 5)'],
        'out, at = nn.MaxPool2d(2, return_indices=True)(x)\nprint(at[0, 0])'),
    ('AvgPool1d', ['nn.AvgPool1d(3, stride=2)'], ['torch.tensor([[[1., 2, 3, 4, 5, 6, 7]]])']),
    ('AvgPool2d',
        ['nn.AvgPool2d(3, stride=2)', 'nn.AvgPool2d((3, 2), stride=(2, 1), padding=1, count_include_pad=False)',
        'nn.AvgPool2d(2, divisor_override=3)'], ['torch.randn(2, 3, 6, 5)']),
    ('AdaptiveAvgPool1d', ['nn.AdaptiveAvgPool1d(5)'], ['torch.randn(1, 4, 8)']),
    ('AdaptiveAvgPool2d', ['nn.AdaptiveAvgPool2d((5, 7))', 'nn.AdaptiveAvgPool2d(7)',
        'nn.AdaptiveAvgPool2d((None, 2))', 'nn.AdaptiveAvgPool2d(1)'], ['torch.randn(1, 4, 8, 9)']),
    ('AdaptiveMaxPool1d', ['nn.AdaptiveMaxPool1d(5)'], ['torch.randn(1, 4, 8)']),
    ('AdaptiveMaxPool2d', ['nn.AdaptiveMaxPool2d((5, 7))', 'nn.AdaptiveMaxPool2d((None, 3))'],
        ['torch.randn(1, 4, 8, 9)'], 'print(nn.AdaptiveMaxPool2d(2, return_indices=True)(x)[1][0, 0])'),
    ('LPPool1d', ['nn.LPPool1d(2, 3, stride=2)'], ['torch.randn(2, 3, 9).abs()']),
    ('LPPool2d', ['nn.LPPool2d(2, 3, stride=2)', 'nn.LPPool2d(1.2, (3, 2), stride=(2, 1))'],
        ['torch.randn(2, 3, 6, 7).abs()']),
    ('ReflectionPad1d', ['nn.ReflectionPad1d(2)', 'nn.ReflectionPad1d((3, 1))'],
        ['torch.arange(8, dtype=torch.float).reshape(1, 2, 4)']),
    ('ReflectionPad2d', ['nn.ReflectionPad2d(2)', 'nn.ReflectionPad2d((1, 1, 2, 0))'],
        ['torch.arange(9, dtype=torch.float).reshape(1, 1, 3, 3)']),
    ('ReplicationPad1d', ['nn.ReplicationPad1d(2)', 'nn.ReplicationPad1d((3, 1))'],
        ['torch.arange(8, dtype=torch.float).reshape(1, 2, 4)']),
    ('ReplicationPad2d', ['nn.ReplicationPad2d(2)', 'nn.ReplicationPad2d((1, 1, 2, 0))'],
        ['torch.arange(9, dtype=torch.float).reshape(1, 1, 3, 3)']),
    ('ZeroPad2d', ['nn.ZeroPad2d(2)', 'nn.ZeroPad2d((1, 1, 2, 0))'], ['torch.randn(1, 1, 3, 3)']),
    ('ConstantPad1d', ['nn.ConstantPad1d(2, 3.5)', 'nn.ConstantPad1d((3, 1), 3.5)'],
        ['torch.randn(1, 2, 4)', 'torch.randn(1, 2, 3)']),
    ('ConstantPad2d', ['nn.ConstantPad2d(2, 3.5)', 'nn.ConstantPad2d((3, 0, 2, 1), 3.5)'], ['torch.randn(1, 2, 2)']),
    ('ELU', ['nn.ELU()', 'nn.ELU(alpha=0.5, inplace=True)'], ['torch.randn(4)']),
    ('Hardshrink', ['nn.Hardshrink()', 'nn.Hardshrink(0.3)'], ['torch.randn(4)']),
    ('Hardsigmoid', ['nn.Hardsigmoid()'], ['torch.randn(4) * 4']),
    ('Hardtanh', ['nn.Hardtanh(-2, 2)', 'nn.Hardtanh()'], ['torch.randn(4) * 2']),
    ('Hardswish', ['nn.Hardswish()'], ['torch.randn(4) * 4']),
    ('LeakyReLU', ['nn.LeakyReLU(0.1)', 'nn.LeakyReLU(inplace=True)'], ['torch.randn(4)']),
    ('LogSigmoid', ['nn.LogSigmoid()'], ['torch.randn(4)']),
    ('PReLU', ['nn.PReLU()', 'nn.PReLU(3, init=0.1)'], ['torch.randn(2, 3)'], 'print(m.weight)'),
    ('ReLU', ['nn.ReLU()', 'nn.ReLU(inplace=True)'], ['torch.randn(4)'],
        'x = torch.randn(2).unsqueeze(0)\nprint(torch.cat((m(x), m(-x))))'),
    ('ReLU6', ['nn.ReLU6()'], ['torch.randn(4) * 5']),
    ('RReLU', ['nn.RReLU(0.1, 0.3)', 'nn.RReLU()'], ['torch.randn(4)']),
    ('SELU', ['nn.SELU()'], ['torch.randn(4)']),
    ('CELU', ['nn.CELU()', 'nn.CELU(2.0)'], ['torch.randn(4)']),
    ('GELU', ['nn.GELU()', "nn.GELU(approximate='tanh')"], ['torch.randn(4)']),
    ('Sigmoid', ['nn.Sigmoid()'], ['torch.randn(4)']),
    ('SiLU', ['nn.SiLU()'], ['torch.randn(4)']),
    ('Mish', ['nn.Mish()'], ['torch.randn(4)']),
    ('Softplus', ['nn.Softplus()', 'nn.Softplus(2, 1)'], ['torch.randn(4)']),
    ('Softshrink', ['nn.Softshrink()'], ['torch.randn(4)']),
    ('Softsign', ['nn.Softsign()'], ['torch.randn(4)']),
    ('Tanh', ['nn.Tanh()'], ['torch.randn(4)']),
    ('Tanhshrink', ['nn.Tanhshrink()'], ['torch.randn(4)']),
    ('Threshold', ['nn.Threshold(0.1, 20)'], ['torch.randn(4)']),
    ('GLU', ['nn.GLU()', 'nn.GLU(0)'], ['torch.randn(4, 2)']),
    ('Softmin', ['nn.Softmin(dim=1)'], ['torch.randn(2, 3)']),
    ('Softmax', ['nn.Softmax(dim=1)', 'nn.Softmax(0)', 'nn.Softmax()'], ['torch.randn(2, 3)']),
    ('Softmax2d', ['nn.Softmax2d()'], ['torch.randn(1, 3, 2, 2)']),
    ('LogSoftmax', ['nn.LogSoftmax(dim=1)'], ['torch.randn(2, 3)']),
    ('MultiheadAttention', ['nn.MultiheadAttention(8, 2)', 'nn.MultiheadAttention(8, 4, dropout=0.1, bias=False)',
        'nn.MultiheadAttention(8, 2, add_bias_kv=True, add_zero_attn=True)'], ['(torch.randn(3, 2, 8),) * 3'],
     'cross = nn.MultiheadAttention(8, 2, kdim=4, vdim=6, batch_first=True)\nq, k, v = torch.randn(2, 3, 8), torch.randn(2, 5, 4), torch.randn(2, 5, 6)\nout, w = cross(q, k, v, key_padding_mask=torch.tensor([[False] * 4 + [True]] * 2))\nprint(out.shape, w)'),
         
    ('BatchNorm1d', ['nn.BatchNorm1d(4)', 'nn.BatchNorm1d(4, affine=False)', 'nn.BatchNorm1d(4, momentum=None)'],
        ['torch.randn(5, 4)'], 'print(m.running_mean, m.running_var, m.num_batches_tracked)\nprint(m.eval()(x)[0])'),
    ('BatchNorm2d', ['nn.BatchNorm2d(3)', 'nn.BatchNorm2d(3, affine=False, track_running_stats=False)'],
        ['torch.randn(2, 3, 4, 3)'], 'print(m.state_dict())'),
    ('BatchNorm3d', ['nn.BatchNorm3d(2)'], ['torch.randn(2, 2, 2, 3, 2)']),
    ('GroupNorm', ['nn.GroupNorm(3, 6)', 'nn.GroupNorm(6, 6)', 'nn.GroupNorm(1, 6, affine=False)'],
        ['torch.randn(2, 6, 2, 2)']),
    ('InstanceNorm1d', ['nn.InstanceNorm1d(3)', 'nn.InstanceNorm1d(3, affine=True)'], ['torch.randn(2, 3, 4)']),
    ('InstanceNorm2d', ['nn.InstanceNorm2d(3)', 'nn.InstanceNorm2d(3, affine=True, track_running_stats=True)'],
        ['torch.randn(2, 3, 3, 3)']),
    ('InstanceNorm3d', ['nn.InstanceNorm3d(2)'], ['torch.randn(1, 2, 2, 2, 3)']),
    ('LayerNorm', ['nn.LayerNorm(4)', 'nn.LayerNorm([3, 4], elementwise_affine=False)',
        'nn.LayerNorm((4,), eps=1e-3)'], ['torch.randn(2, 3, 4)']),
    ('LocalResponseNorm', ['nn.LocalResponseNorm(2)', 'nn.LocalResponseNorm(3, alpha=0.1, k=2)'],
        ['torch.randn(1, 4, 3)', 'torch.randn(1, 4, 2, 2)']),
    ('RNN', ['nn.RNN(4, 5, 2)', "nn.RNN(4, 5, nonlinearity='relu', bias=False)"], ['torch.randn(5, 3, 4)'],
        'out, h = nn.RNN(4, 5, 2)(x, torch.randn(2, 3, 5))\nprint(out.shape, h[0])'),
    ('LSTM', ['nn.LSTM(4, 5, 2)', 'nn.LSTM(4, 5, num_layers=2, dropout=0.5, bidirectional=True)'],
        ['torch.randn(5, 3, 4)'],
        'out, (h, c) = nn.LSTM(4, 5, 2)(x, (torch.randn(2, 3, 5), torch.randn(2, 3, 5)))\nprint(out.shape, h.shape, c[0, 0])'),
        
    ('GRU', ['nn.GRU(4, 5, 2)', 'nn.GRU(4, 5, batch_first=True)'], ['torch.randn(5, 3, 4)'],
        'out, h = nn.GRU(4, 5, 2)(x, torch.randn(2, 3, 5))\nprint(out.shape, h[1, 0])'),
    ('RNNCell', ['nn.RNNCell(4, 5)', "nn.RNNCell(4, 5, nonlinearity='relu')"], ['torch.randn(3, 4)'],
        'h = torch.randn(3, 5)\nfor step in torch.randn(4, 3, 4):\n    h = m(step, h)\nprint(h[0])'),
    ('LSTMCell', ['nn.LSTMCell(4, 5)'], ['torch.randn(3, 4)'],
        'h, c = torch.randn(3, 5), torch.randn(3, 5)\nfor step in torch.randn(4, 3, 4):\n    h, c = m(step, (h, c))\nprint(h[0], c[0])'),
        
    ('GRUCell', ['nn.GRUCell(4, 5)'], ['torch.randn(3, 4)'],
        'h = torch.randn(3, 5)\nfor step in torch.randn(4, 3, 4):\n    h = m(step, h)\nprint(h[0])'),
    ('TransformerEncoderLayer', ['nn.TransformerEncoderLayer(d_model=8, nhead=2, dim_feedforward=16)',
        'nn.TransformerEncoderLayer(8, 2, 16, dropout=0.0, activation="gelu", norm_first=True)'],
        ['torch.rand(4, 2, 8)']),
    ('TransformerDecoderLayer', ['nn.TransformerDecoderLayer(d_model=8, nhead=2, dim_feedforward=16)'],
        ['(torch.rand(3, 2, 8), torch.rand(4, 2, 8))']),
    ('TransformerEncoder', ['nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16), num_layers=2)',
        'nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16), 1, norm=nn.LayerNorm(8))'],
        ['torch.rand(4, 2, 8)']),
    ('TransformerDecoder', ['nn.TransformerDecoder(nn.TransformerDecoderLayer(8, 2, 16), num_layers=2)'],
        ['(torch.rand(3, 2, 8), torch.rand(4, 2, 8))']),
    ('Transformer', ['nn.Transformer(8, nhead=2, num_encoder_layers=1, num_decoder_layers=1, dim_feedforward=16)'],
        ['(torch.rand(4, 2, 8), torch.rand(3, 2, 8))'], 'print(m.generate_square_subsequent_mask(3))'),
    ('Dropout', ['nn.Dropout(p=0.2)', 'nn.Dropout()'], ['torch.randn(4, 4)'], 'print(m.eval()(x) is x)'),
    ('Dropout1d', ['nn.Dropout1d(p=0.2)'], ['torch.randn(2, 4, 3)']),
    ('Dropout2d', ['nn.Dropout2d(p=0.2)'], ['torch.randn(2, 4, 2, 2)']),
    ('Dropout3d', ['nn.Dropout3d(p=0.2)'], ['torch.randn(2, 4, 2, 2, 1)']),
    ('AlphaDropout', ['nn.AlphaDropout(p=0.2)'], ['torch.randn(3, 4)']),
    ('FeatureAlphaDropout', ['nn.FeatureAlphaDropout(p=0.2)'], ['torch.randn(2, 4, 2, 2)']),
    ('Embedding', ['nn.Embedding(10, 3)', 'nn.Embedding(10, 3, padding_idx=0)', 'nn.Embedding(10, 3, max_norm=1.0)'],
        ['torch.LongTensor([[1, 2, 4, 5], [4, 3, 2, 9]])'],
        'given = nn.Embedding.from_pretrained(torch.FloatTensor([[1, 2.3, 3], [4, 5.1, 6.3]]))\nprint(given(torch.LongTensor([1])), given.weight.requires_grad)'),
        
    ('CosineSimilarity', ['nn.CosineSimilarity(dim=1, eps=1e-6)'], ['(torch.randn(3, 8), torch.randn(3, 8))']),
    ('PairwiseDistance', ['nn.PairwiseDistance(p=2)', 'nn.PairwiseDistance(p=1, keepdim=True)'],
        ['(torch.randn(3, 8), torch.randn(3, 8))']),
    ('Flatten', ['nn.Flatten()', 'nn.Flatten(0, 2)'], ['torch.randn(2, 1, 3, 3)']),
    ('Unflatten', ['nn.Unflatten(1, (2, 2, 3))', 'nn.Unflatten(1, torch.Size([3, 4]))'], ['torch.randn(2, 12)']),
    ('PixelShuffle', ['nn.PixelShuffle(3)'], ['torch.randn(1, 9, 2, 2)']),
    ('Upsample', ["nn.Upsample(scale_factor=2, mode='nearest')", "nn.Upsample(scale_factor=2, mode='bilinear')",
        "nn.Upsample(scale_factor=2, mode='bilinear', align_corners=True)", 'nn.Upsample(size=(3, 5))'],
        ['torch.arange(1, 5, dtype=torch.float32).view(1, 1, 2, 2)']),
    ('UpsamplingNearest2d', ['nn.UpsamplingNearest2d(scale_factor=2)'],
        ['torch.arange(1, 5, dtype=torch.float32).view(1, 1, 2, 2)']),
    ('UpsamplingBilinear2d', ['nn.UpsamplingBilinear2d(scale_factor=2)'],
        ['torch.arange(1, 5, dtype=torch.float32).view(1, 1, 2, 2)']),
]

# Losses: how each is made, and its input and what it is compared with.
PAIR = ['(torch.randn(3, 5, requires_grad=True), torch.randn(3, 5))']
CLASSES = ['(torch.randn(3, 5, requires_grad=True), torch.tensor([1, 0, 4]))']
LOSSES = [
    ('L1Loss', ['nn.L1Loss()', "nn.L1Loss(reduction='none')"], PAIR),
    ('MSELoss', ['nn.MSELoss()', "nn.MSELoss(reduction='sum')"], PAIR),
    ('CrossEntropyLoss', ['nn.CrossEntropyLoss()', 'nn.CrossEntropyLoss(label_smoothing=0.2)',
        'nn.CrossEntropyLoss(ignore_index=0)', "nn.CrossEntropyLoss(weight=torch.arange(1., 6), reduction='none')"],
        CLASSES + ['(torch.randn(3, 5, requires_grad=True), torch.randn(3, 5).softmax(dim=1))']),
    ('NLLLoss', ['nn.NLLLoss()'],
        ['(nn.LogSoftmax(dim=1)(torch.randn(3, 5, requires_grad=True)), torch.tensor([1, 0, 4]))',
        '(torch.randn(2, 4, 3, 3, requires_grad=True).log_softmax(1), torch.empty(2, 3, 3, dtype=torch.long).random_(0, 4))']),
        
    ('PoissonNLLLoss', ['nn.PoissonNLLLoss()', 'nn.PoissonNLLLoss(log_input=False, full=True)'],
        ['(torch.rand(5, 2, requires_grad=True), torch.rand(5, 2) * 3)']),
    ('GaussianNLLLoss', ['nn.GaussianNLLLoss()', 'nn.GaussianNLLLoss(full=True)'],
        ['(torch.randn(5, 2, requires_grad=True), torch.randn(5, 2), torch.ones(5, 2, requires_grad=True))',
        '(torch.randn(5, 2, requires_grad=True), torch.randn(5, 2), torch.ones(5, 1, requires_grad=True))']),
    ('KLDivLoss', ['nn.KLDivLoss(reduction="batchmean")', 'nn.KLDivLoss(reduction="sum", log_target=True)'],
        ['(torch.randn(3, 5, requires_grad=True).log_softmax(1), torch.rand(3, 5).softmax(1))']),
    ('BCELoss', ['nn.BCELoss()'], ['(nn.Sigmoid()(torch.randn(3, requires_grad=True)), torch.empty(3).random_(2))']),
    ('BCEWithLogitsLoss', ['nn.BCEWithLogitsLoss()', 'nn.BCEWithLogitsLoss(pos_weight=torch.ones(3) * 2)'],
        ['(torch.randn(3, requires_grad=True), torch.empty(3).random_(2))']),
    ('MarginRankingLoss', ['nn.MarginRankingLoss()', 'nn.MarginRankingLoss(margin=0.5)'],
        ['(torch.randn(3, requires_grad=True), torch.randn(3, requires_grad=True), torch.randn(3).sign())']),
    ('HingeEmbeddingLoss', ['nn.HingeEmbeddingLoss()'],
        ['(torch.randn(4, requires_grad=True), torch.tensor([1., -1, 1, -1]))']),
    ('MultiLabelSoftMarginLoss', ['nn.MultiLabelSoftMarginLoss()'],
        ['(torch.randn(3, 4, requires_grad=True), torch.empty(3, 4).random_(2))']),
    ('HuberLoss', ['nn.HuberLoss()', 'nn.HuberLoss(delta=0.5)'], PAIR),
    ('SmoothL1Loss', ['nn.SmoothL1Loss()', 'nn.SmoothL1Loss(beta=0.5)'], PAIR),
    ('SoftMarginLoss', ['nn.SoftMarginLoss()'],
        ['(torch.randn(4, requires_grad=True), torch.tensor([1., -1, 1, -1]))']),
    ('CosineEmbeddingLoss', ['nn.CosineEmbeddingLoss()', 'nn.CosineEmbeddingLoss(margin=0.2)'],
        ['(torch.randn(3, 5, requires_grad=True), torch.randn(3, 5, requires_grad=True), torch.tensor([1., -1, 1]))']),
        
    ('TripletMarginLoss', ['nn.TripletMarginLoss(margin=1.0, p=2)', 'nn.TripletMarginLoss(swap=True)'],
        ['(torch.randn(3, 6, requires_grad=True), torch.randn(3, 6, requires_grad=True), torch.randn(3, 6, requires_grad=True))']),
        
]

CONTAINERS = {
    'Module': '''class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 4, 3)
        self.conv2 = nn.Conv2d(4, 4, 3)

    def forward(self, x):
        x = F.relu(self.conv1(x))
        return F.relu(self.conv2(x))

model = Model()
print(model)
print(model(torch.randn(1, 1, 6, 6)).shape)
model.register_buffer('running_mean', torch.zeros(2))
for name, buf in model.named_buffers():
    print(name, buf.size())
for param in model.parameters():
    print(type(param), param.size())
print(model.state_dict().keys())
def init_weights(m):
    print(m)
    if type(m) == nn.Linear:
        m.weight.fill_(1.0)
        print(m.weight)
net = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 2))
with torch.no_grad():
    net.apply(init_weights)
l = nn.Linear(2, 2)
net = nn.Sequential(l, l)
for idx, m in enumerate(net.named_modules()):
    print(idx, '->', m)
linear = nn.Linear(2, 2)
print(linear.to(torch.double).weight.dtype)
''',
    'Sequential': '''from collections import OrderedDict
model = nn.Sequential(nn.Conv2d(1, 2, 5), nn.ReLU(), nn.Conv2d(2, 3, 5), nn.ReLU())
print(model)
named = nn.Sequential(OrderedDict([('conv1', nn.Conv2d(1, 2, 5)), ('relu1', nn.ReLU())]))
print(named, named.conv1 is named[0])
n = nn.Sequential(nn.Linear(1, 2), nn.Linear(2, 3))
print(n.append(nn.Linear(3, 4)), len(n))
''',
    'ModuleList': '''class MyModule(nn.Module):
    def __init__(self):
        super().__init__()
        self.linears = nn.ModuleList([nn.Linear(4, 4) for i in range(3)])

    def forward(self, x):
        for i, l in enumerate(self.linears):
            x = self.linears[i // 2](x) + l(x)
        return x

m = MyModule()
print(m, m(torch.ones(1, 4)).shape, len(m.linears[1:]))
''',
    'ModuleDict': '''class MyModule(nn.Module):
    def __init__(self):
        super().__init__()
        self.choices = nn.ModuleDict({'conv': nn.Conv2d(2, 2, 3), 'pool': nn.MaxPool2d(3)})
        self.activations = nn.ModuleDict([['lrelu', nn.LeakyReLU()], ['prelu', nn.PReLU()]])

    def forward(self, x, choice, act):
        return self.activations[act](self.choices[choice](x))

m = MyModule()
print(m, m(torch.ones(1, 2, 4, 4), 'pool', 'prelu'))
print('conv' in m.choices, list(m.activations.keys()))
''',
    'ParameterList': '''class MyModule(nn.Module):
    def __init__(self):
        super().__init__()
        self.params = nn.ParameterList([nn.Parameter(torch.randn(3, 3)) for i in range(3)])

    def forward(self, x):
        for i, p in enumerate(self.params):
            x = self.params[i // 2].mm(x) + p.mm(x)
        return x

m = MyModule()
print(m, m(torch.ones(3, 1)).shape)
''',
    'ParameterDict': '''class MyModule(nn.Module):
    def __init__(self):
        super().__init__()
        self.params = nn.ParameterDict({'left': nn.Parameter(torch.randn(2, 3)), 'right': nn.Parameter(torch.randn(2, 3))})

    def forward(self, x, choice):
        return self.params[choice].mm(x)

m = MyModule()
print(m, m(torch.ones(3, 1), 'left'))
''',
}

# Not in powers of ten, which would show digits that depend on the order of a sum.
HEAD = 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n\ntorch.manual_seed(0)\ntorch.set_printoptions(sci_mode=False)\n'


def example(layers, inputs, *rest):
    lines = [HEAD]
    for given in inputs:
        for made in layers:
            call = 'm(*x)' if given.startswith('(') else 'm(x)'
            lines.append(f'm = {made}\nprint(m)\nx = {given}\ny = {call}\nfor part in y if isinstance(y, tuple) else (y,):\n')
            # The state of an LSTM is a tuple in a tuple.
            lines.append('    print(part)\n' if made.startswith('nn.LSTM') else '    print(part.size(), part)\n')
    return ''.join(lines) + ''.join(f'{one}\n' for one in rest)


def loss(layers, inputs):
    lines = [HEAD]
    for given in inputs:
        for made in layers:
            lines.append(f'loss = {made}\ngiven = {given}\noutput = loss(*given)\nprint(loss, output)\noutput.sum().backward()\n'
                         'print(given[0].grad if given[0].is_leaf else None)\n')
    return ''.join(lines)


if __name__ == '__main__':
    programs = {name: example(layers, inputs, *rest) for name, layers, inputs, *rest in LAYERS}
    programs |= {name: loss(layers, inputs) for name, layers, inputs in LOSSES}
    programs |= {name: HEAD + source for name, source in CONTAINERS.items()}
    record(pathlib.Path(__file__).with_suffix('.json'), programs)
    print(len(programs), 'layers')
