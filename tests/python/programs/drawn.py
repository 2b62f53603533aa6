"""Writes drawn.json: 300 programs and some more, drawn from a grammar, and what PyTorch 1.13 prints of them.

    python3 drawn.py

The grammar has the kinds of programs that people paste, each as often as it was met (of a hundred: small layers 20,
models 13, training 13, pictures 8, attention 10, seeds 10, recurrent layers 7, dropout by hand 7, passes that differ 6,
gradients 6), and lets their layers, shapes, calls, indices, prints, modes, seeds, losses, optimisers and errors vary.

It avoids what two builds of PyTorch print differently themselves: all digits of a sum of floats (sums are printed with
four digits, or of elements that are exact), and anything that is decided by a sum's last bit. It also avoids dropout of
what lies transposed in memory, which versions of PyTorch draw in different orders, and the lists of overloads that
PyTorch knows. For the same reason a
program is passed over that prints something else by PyTorch's kernels without AVX2 and after noise of an ulp in the
products of matrices.

Python's random.Random(22) draws, so that the same programs come again.
"""
import json
import pathlib
import random
import subprocess
import sys
import os

DRAWN = 340

draw = random.Random(22)
pick = draw.choice
chance = lambda share: draw.random() < share  # noqa: E731


def rate():
    return pick(['0.5', '0.5', '0.5', '0.2', '0.1', '0.3', '0.25', '0.4', '0.6', '0.75', '0.8', '0.9', '1 / 3',
        'p=0.5', 'p=0.2'])


def plain_rate():
    return rate().removeprefix('p=')


def seed():
    return pick(['0', '1', '42', '42', '7', '123', '1234', '2023', '3407', '99', str(draw.randrange(10000))])


def sizes(*choices):
    return ', '.join(str(pick(one)) for one in choices)


def imports(*names):
    """The lines in front, in one of the ways in which people write them."""
    told = {
        'nn': pick(['import torch.nn as nn', 'from torch import nn']),
        'F': pick(['import torch.nn.functional as F', 'from torch.nn import functional as F']),
        'optim': pick(['import torch.optim as optim', 'from torch import optim']),
        'np': 'import numpy as np',
        'math': 'import math',
        'data': 'from torch.utils.data import DataLoader, TensorDataset, Dataset',
        'random': 'import random',
        'copy': 'import copy',
    }
    return ['import torch', *(told[name] for name in names)]


def seeded():
    return f'torch.manual_seed({seed()})'


# What a program prints of a tensor.

def looks(t, dims, last=4):
    """A line that prints something of the tensor `t` that is exact, or has four digits."""
    general = [
        f'print({t})', f'print({t})', f'print({t}.shape)', f'print("{t}:", {t})', f"print('shape', tuple({t}.shape))",
        f'print({t}.size(), {t}.dtype)', f'print({t}[0])', f'print({t}[..., 0])', f'print({t}[-1])',
        f'print(({t} == 0).sum())', f'print(({t} == 0).sum().item())', f'print(({t} != 0).float())',
        f"print(f'{{({t} == 0).float().mean().item():.2f}} of it is zero')", f'print({t}.abs().max())',
        f"print(f'mean {{{t}.mean().item():.4f}}')", f'print("%.3f" % {t}.mean())',
        f'print("std: {{:.3f}}".format({t}.std().item()))', f'print(round({t}.sum().item(), 3))',
        f'print(torch.count_nonzero({t}))', f'print({t}.flatten()[:5])', f'print({t}.view(-1).shape)',
        f'print({t}.reshape(-1)[::2])', f'print({t}.min(), {t}.max())', f'print({t}.argmax())',
            f'print({t}.numel(), {t}.dim())',
        f'print({t}.unsqueeze(0).shape, {t}.unsqueeze(-1).shape)', f'print({t} > 0)', f'print({t}[{t} > 0][:4])',
        f'print({t}.requires_grad, {t}.is_leaf)', f'print(torch.relu({t}))', f'print({t}.clamp(-1, 1))',
        f'print({t}.long())', f'print({t}.detach().numpy())', f'print({t}.detach().numpy().shape)',
            f'print(torch.is_tensor({t}), type({t}))',
        f'print({t}.mean(dim=0).shape)', f'print({t}.sum(-1, keepdim=True).shape)', f'print({t}.cumsum(-1))',
            f'print({t}.sort(-1)[1])',
        f'print({t}.max(dim=-1))', f'print({t}.mul(2).add(1))', f'print({t}.sign())', f'print(({t} * 2 - 1) / 4)',
            f'print({t}.double().dtype, {t}.int())',
        f'print(torch.where({t} > 0, {t}, torch.zeros_like({t})))', f'print({t}.topk(2, dim=-1).indices)',
            f'print({t}.bool().any(), ({t} < 9).all())',
        f'print(torch.stack([{t}, -{t}]).shape)',
            f'print(torch.cat([{t}, {t}], dim=0).shape, torch.cat(({t}, {t}), -1).shape)',
        f'print({t}.masked_fill({t} == 0, -1.))', f'print({t}.masked_fill({t} != 0, 9))',
            f'print({t}.norm().item() > 0)', f'print({t}.softmax(-1))',
        f'print(len({t}), {t}.tolist().__class__.__name__)', f'print([s for s in {t}.shape])',
            f'print({t}.nonzero().shape)', f'print({t}.nonzero()[:3])',
        f'print({t}.var(-1, unbiased=False))', f'print({t}.quantile(0.5))', f'print({t}.abs().median())',
            f'print({t}.pow(2).mean(-1))', f'print({t}.chunk(2, dim=-1)[0])',
        f'print({t}.split({max(1, last // 2)}, dim=-1)[-1])', f'print(torch.flip({t}, dims=[0]))',
            f'print({t}.roll(1, -1))', f'print({t}.repeat_interleave(2, dim=-1).shape)',
        f'print(torch.unique({t} == 0))', f'print({t}.eq(0).all(-1))',
            f'print(torch.allclose({t}, {t} + 1e-9), torch.equal({t}, {t}.clone()))',
        f'print({t}.device, {t}.layout)', f'print({t}.storage_offset(), {t}.stride(), {t}.is_contiguous())',
    ]
    two = [
        f'print({t}.T.shape)', f'print({t}.t()[0])', f'print({t}[:, 0])', f'print({t}[:, -2:])', f'print({t}[0, 1])',
            f'print({t}[1:, ::2])', f'print({t}.sum(dim=1).shape)',
        f'print(({t} == 0).sum(dim=1))', f'print(({t} == 0).sum(0).tolist())',
            f'print(({t} == 0).float().mean(dim=1))', f'print({t}.argmax(dim=1))', f'print({t}.max(1)[1])',
        f'for row in {t}:\n    print(row)',
            f'for i, row in enumerate({t}):\n    print(i, row.shape, (row == 0).sum().item())', f'print({t}[[0, 1]])',
            f'print({t}[torch.tensor([1, 0])])',
        f'print({t}.transpose(0, 1).shape)', f'print({t}[:, None].shape)',
            f'print({t}.gather(1, torch.tensor([[0], [1]])))', f'print({t}[0].tolist()[:1] == [{t}[0, 0].item()])',
        f'print({t}.tril())', f'print(torch.triu({t}, diagonal=1))', f'print({t}.diagonal())',
            f'print({t}.all(dim=1), {t}.any(dim=0))', f'print(*{t}.shape)',
        f'a, b = {t}[0], {t}[1]\nprint(a + b)',
            f"print('\\n'.join(' '.join(f'{{v:6.2f}}' for v in row) for row in {t}.tolist()))",
            f'print({t}.mean(1, keepdim=True))',
        f'print({t}.index_select(0, torch.tensor([0])))', f'print({t}.expand(2, *{t}.shape).shape)',
            f'print(torch.cat([{t}[:1], {t}[1:2]], 1))', f'print({t}.std(dim=1))',
    ]
    three = [
        f'print({t}.permute(2, 0, 1).shape)', f'print({t}[:, 0].shape, {t}[..., 0].shape)', f'print({t}[0, :, 0])',
            f'print({t}.transpose(1, 2).contiguous().view({t}.size(0), -1).shape)',
        f'print({t}.flatten(1).shape)', f'print({t}.sum(dim=(1, 2)).shape)', f'print({t}.mean((-1, -2)))',
            f'print({t}[:, -1])', f'print({t}[0, 0, :2])', f'print({t}.view({t}.size(0), -1).size())',
        f'print(({t} == 0).all(-1))', f'print({t}.squeeze().shape, {t}.squeeze(1).shape)',
            f'print({t}.transpose(1, -1).shape)', f'print({t}.reshape({t}.shape[0], -1).argmax(1))',
            f'print({t}.amax((1, 2)))',
    ]
    return pick(general * 2 + ({1: [], 2: two * 3}.get(dims, three * 4)))


def views(t, dims, least=1, most=4, last=4):
    return '\n'.join(looks(t, dims, last) for _ in range(draw.randint(least, most))).split('\n')


def made(shape, exact=False):
    """An expression that makes a tensor of a shape ("2, 3")."""
    first = [f'torch.ones({shape})', f'torch.ones(({shape}))',
        f'torch.ones([{shape}])' if ',' in shape else f'torch.ones({shape})', f'torch.full(({shape},), 2.0)',
             f'torch.ones({shape}) * {pick(["2", "3.0", "-1", "10"])}', f'torch.zeros({shape}) + 1']
    if ',' in shape:
        count = 1
        for part in shape.split(','):
            count *= int(part)
        first += [f'torch.arange({count}.).view({shape})',
            f'torch.arange({count}, dtype=torch.float32).reshape({shape})',
            f'torch.arange(1, {count + 1}).float().view({shape})',
                  f'torch.linspace(0, {count - 1}, {count}).view({shape})']
    else:
        first += [f'torch.arange({shape}.)', f'torch.arange(1., {int(shape) + 1})', f'torch.linspace(-1, 1, {shape})',
            f'torch.arange({shape}).float()']
    drawn = [f'torch.randn({shape})', f'torch.randn({shape})', f'torch.rand({shape})', f'torch.randn(({shape},))',
        f'torch.rand({shape}) - 0.5', f'torch.empty({shape}).uniform_(-1, 1)',
             f'torch.empty({shape}).normal_()', f'torch.zeros({shape}).normal_(0, 2)',
                 f'torch.randint(0, 10, ({shape},)).float()', f'torch.FloatTensor({shape}).uniform_()',
             f'torch.normal(0, 1, size=({shape},))',
                 f'torch.randn({shape}, dtype=torch.float64)' if chance(.3) else f'torch.randn({shape})']
    return pick(first) if exact or chance(.5) else pick(drawn)


# Kinds of programs. Each gives lines.

def small_layer():
    dims = pick([1, 1, 2, 2, 2, 3, 4])
    ranges = [(2, 3, 4)] * (dims - 1) + [(4, 5, 6, 8)]
    shape = sizes(*ranges)
    last = int(shape.split(',')[-1])
    layers = ['Dropout'] * 8 + ['AlphaDropout',
        'FeatureAlphaDropout'] + (['Dropout1d'] if dims in (2,
        3) else []) + (['Dropout2d'] * 4 if dims == 4 else ['Dropout3d', 'Dropout2d'] if dims == 3 else [])
    layer = pick(layers)
    lines = imports('nn', *(['F'] if chance(.3) else []))
    if chance(.9):
        lines.append(seeded())
    else:
        options = pick(['precision=2', 'precision=6', 'sci_mode=False', 'linewidth=50', 'precision=3, sci_mode=False',
            'profile="short"'])
        lines += [seeded(), f'torch.set_printoptions({options})']
    arguments = rate() + (', inplace=True' if chance(.12) else '')
    drop = pick(['drop', 'dropout', 'm', 'layer', 'do'])
    lines.append(f'{drop} = nn.{layer}({arguments})')
    x = pick(['x', 'x', 'input', 'data', 'a'])
    lines.append(f'{x} = {made(shape)}')
    if chance(.3):
        lines.append(f'print({drop})')
    if chance(.2):
        lines += views(x, dims, 1, 1, last)
    y = pick(['y', 'out', 'output'])
    lines.append(f'{y} = {drop}({x})')
    lines += views(y, dims, 1, 4, last)
    extra = pick(['eval', 'eval', 'loop', 'again', 'functional', 'training', 'none', 'none', 'rates', 'compare',
        'dict', 'p'])
    if extra == 'eval':
        lines += [f'{drop}.eval()', f'print({drop}({x}))' if chance(.6) else f'print(torch.equal({drop}({x}), {x}))',
            f'print({drop}.training)']
    elif extra == 'loop':
        lines += [f'for {pick(["i", "_", "step"])} in range({pick([2, 3])}):',
            f'    print({drop}({x}){pick(["", ".sum()", "[0]", ".shape", ".mean()"])})']
    elif extra == 'again':
        lines += [seeded(), f'print({drop}({x}) == {y})']
    elif extra == 'functional' and len(lines[2]) and any('functional' in line for line in lines[:3]):
        lines += [f'print(F.dropout({x}, {plain_rate()}{pick(["", ", training=True", ", training=False", ", training=" + drop + ".training"])}))']
    elif extra == 'training':
        lines += [f'{drop}.train({pick(["False", "True", "mode=False"])})',
            f'print({drop}.training, {drop}({x}).sum())']
    elif extra == 'rates':
        lines += [f'for p in {pick(["[0.1, 0.5, 0.9]", "(0, 0.5, 1)", "[0.0, 0.25, 0.5, 0.75]", "torch.arange(0, 1, 0.25).tolist()"])}:',
            f'    {seeded()}',
                  f'    {pick(["kept", "z", "result"])} = nn.Dropout(p)({x})',
                      f'    print({pick(["p, ", ""])}(nn.Dropout(p)({x}) != 0).sum().item())']
    elif extra == 'compare':
        lines += [f'scaled = {y} / {x}', f'print(scaled)', f'print(torch.isnan(scaled).any())']
    elif extra == 'dict':
        lines += [f'print({drop}.state_dict(), list({drop}.parameters()), {drop}.extra_repr())',
            f"print({drop}.__class__.__name__, {drop}.p)"]
    elif extra == 'p':
        lines += [f'{drop}.p = {plain_rate()}', f'print({drop}, {drop}({x}))']
    return lines


ACTIVATIONS = ['nn.ReLU()', 'nn.ReLU()', 'nn.ReLU(inplace=True)', 'nn.Tanh()', 'nn.Sigmoid()', 'nn.LeakyReLU(0.1)',
    'nn.LeakyReLU(0.2, inplace=True)', 'nn.GELU()', 'nn.ELU()', 'nn.SELU()',
               'nn.SiLU()', 'nn.Softplus()', 'nn.PReLU()', 'nn.Hardtanh()', 'nn.Mish()', 'nn.Softsign()',
                   'nn.ReLU6()', 'nn.CELU(0.5)', 'nn.Hardswish()', 'nn.LogSigmoid()', 'nn.Tanhshrink()',
               'nn.Softshrink()', 'nn.Threshold(0.1, 0)', 'nn.Hardsigmoid()']
NORMS = ['nn.BatchNorm1d({n})', 'nn.LayerNorm({n})', 'nn.LayerNorm(({n},))', 'nn.BatchNorm1d({n}, momentum=0.2)',
    'nn.BatchNorm1d({n}, affine=False)', 'nn.GroupNorm(2, {n})', 'nn.Identity()']


INITS = ['xavier_uniform_(m.weight)', 'kaiming_normal_(m.weight)', 'constant_(m.weight, 0.1)',
    'normal_(m.weight, std=0.02)', 'uniform_(m.weight, -0.1, 0.1)', 'orthogonal_(m.weight)', 'ones_(m.weight)',
         "kaiming_uniform_(m.weight, nonlinearity='relu')", 'xavier_normal_(m.weight, gain=2.0)',
             'trunc_normal_(m.weight, std=0.1)']


def stack(sizes_, norm=.3, drop=.9, out=None):
    """The layers of a perceptron, as texts."""
    layers = []
    for at, (a, b) in enumerate(zip(sizes_, sizes_[1:])):
        layers.append(f'nn.Linear({a}, {b}{", bias=False" if chance(.1) else ""})')
        if at < len(sizes_) - 2:
            if chance(norm):
                layers.append(pick(NORMS).format(n=b))
            layers.append(pick(ACTIVATIONS))
            if chance(drop):
                layers.append(f'nn.Dropout({rate()})')
    return layers + ([out] if out else [])


def module(name, a, h, b, use_F):
    """A class with layers, and its lines."""
    first = pick(['super().__init__()', f'super({name}, self).__init__()'])
    p = plain_rate()
    head = pick([f'def __init__(self, p={p}):', f'def __init__(self, dropout={p}):', 'def __init__(self):'])
    given = head.split('(self')[1].split('=')[0].strip(', )') or None
    value = given if given and given != ':' and 'self' not in head.split('(self')[1][:1] and '=' in head else p
    ways = ['module', 'module', 'functional', 'sequential', 'list']
    way = pick(ways if use_F else ['module', 'sequential', 'list'])
    lines = [f'class {name}(nn.Module):', f'    {head}', f'        {first}']
    act = pick(['torch.relu', 'torch.tanh', 'torch.sigmoid']
        + (['F.relu', 'F.relu', 'F.gelu', 'F.elu', 'F.leaky_relu', 'F.silu', 'F.softplus'] if use_F else []))
    if way in ('module', 'functional'):
        lines += [f'        self.fc1 = nn.Linear({a}, {h})', f'        self.fc2 = nn.Linear({h}, {b})']
        lines += [f'        self.drop = nn.Dropout({value})'] if way == 'module' else [f'        self.p = {value}']
        hidden = f'{act}(self.fc1(x))'
        if way == 'module':
            lines += ['', '    def forward(self, x):', f'        x = self.drop({hidden})',
                '        return self.fc2(x)']
        else:
            end = pick(['training=self.training', 'self.training', 'training=True',
                'p=self.p, training=self.training'])
            end = end if end.startswith('p=') else f'self.p, {end}'
            lines += ['', '    def forward(self, x):', f'        x = {hidden}', f'        x = F.dropout(x, {end})',
                '        return self.fc2(x)']
    elif way == 'sequential':
        lines += ['        self.net = nn.Sequential('] + [f'            {one},' for one in stack([a, h,
            b])] + ['        )', '', '    def forward(self, x):', '        return self.net(x)']
    else:
        lines += [f'        self.layers = nn.ModuleList([nn.Linear({a} if i == 0 else {h}, {h}) for i in range(2)])',
            f'        self.drop = nn.Dropout({value})', f'        self.out = nn.Linear({h}, {b})',
                  '', '    def forward(self, x):', '        for layer in self.layers:',
                      f'            x = self.drop({act}(layer(x)))', '        return self.out(x)']
    return lines


def model():
    a, h, b = pick([3, 4, 5]), pick([4, 6, 8]), pick([1, 2, 3])
    use_F = chance(.6)
    lines = imports('nn', *(['F'] if use_F else []))
    n = pick([2, 3])
    if chance(.6):
        name = pick(['Net', 'MLP', 'Model', 'SimpleNet', 'Classifier', 'Block'])
        lines += ['', *module(name, a, h, b, use_F), '', seeded(), f'{"model"} = {name}()']
    else:
        layers = stack([a, h, b], out=pick([None, None, 'nn.Softmax(dim=1)', 'nn.LogSoftmax(dim=-1)', 'nn.Sigmoid()',
            'nn.Flatten()']))
        lines += [seeded(), 'model = nn.Sequential(', *(f'    {one},' for one in layers),
            ')'] if chance(.8) else [seeded(), f'model = nn.Sequential({", ".join(layers)})']
    lines += [f'x = torch.randn({n}, {a})']
    for _ in range(draw.randint(2, 5)):
        lines += pick([
            ['print(model)'], ['out = model(x)', 'print(out)'],
                ['y = model(x)', 'print(y.shape, y.grad_fn is not None)'], ['model.eval()', 'print(model(x))'],
            ['model.eval()', 'with torch.no_grad():', '    print(model(x))'], ['model.train()', 'print(model(x))'],
            ['for name, p in model.named_parameters():', '    print(name, p.shape, p.requires_grad)'],
                ['print(sum(p.numel() for p in model.parameters()))'],
            ['for name, m in model.named_modules():', '    print(repr(name), type(m).__name__)'],
                ['print([type(m).__name__ for m in model.modules()])'],
                ['for child in model.children():', '    print(child)'],
            ['print(list(model.state_dict().keys()))'],
                ["for k, v in model.state_dict().items():\n    print(f'{k:<24}{tuple(v.shape)}')"],
                ['print(model.training, [m.training for m in model.children()])'],
            ['model.eval()', 'a, b = model(x), model(x)', 'print(torch.equal(a, b))'],
                ['model.train()', 'print(torch.allclose(model(x), model(x)))'],
            ['for m in model.modules():', '    if isinstance(m, nn.Dropout):', f'        m.p = {plain_rate()}',
                'print(model)'],
            ['for m in model.modules():', "    if m.__class__.__name__.startswith('Dropout'):", '        m.eval()',
                'print([m.training for m in model.modules()])'],
            ['def init(m):', '    if type(m) == nn.Linear:', f'        nn.init.{pick(INITS)}',
             'model.apply(init)', 'print(next(model.parameters()))'],
            ['out = model(x)', 'out.sum().backward()', 'print(next(model.parameters()).grad)'],
                ['model(x).pow(2).mean().backward()', 'print([p.grad is not None for p in model.parameters()])'],
            ['p = next(iter(model.parameters()))', 'print(p[0])', 'print(p.data.shape, type(p))'],
                ['import copy', 'twin = copy.deepcopy(model)',
                'print(all(torch.equal(a, b) for a, b in zip(twin.parameters(), model.parameters())))'],
            ['for p in model.parameters():', '    p.requires_grad = False', 'print(model(x).requires_grad)'],
                ["torch.save(model.state_dict(), 'model.pt')",
                "print(model.load_state_dict(torch.load('model.pt')))"],
            ['def hook(module, inputs, output):', '    print(type(module).__name__, tuple(output.shape))',
                'handles = [m.register_forward_hook(hook) for m in model.modules() if isinstance(m, (nn.Linear, nn.Dropout))]',
                'model(x)', 'for h in handles:', '    h.remove()'],
            ['model.double()', 'print(model(x.double()).dtype)', 'model.float()'],
                ['model.to("cpu")', 'print(next(model.parameters()).device)'],
                ['print(len(list(model.parameters())), len(list(model.buffers())))'],
            ['probs = torch.softmax(model(x), dim=-1)', 'print(probs.shape, probs.argmax(-1).shape)'],
                ['model.zero_grad()', 'print([p.grad for p in model.parameters()][0])'],
        ])
    return lines


OPTIMISERS = ['optim.SGD({p}, lr=0.1)', 'optim.SGD({p}, lr=0.05, momentum=0.9)',
    'optim.SGD({p}, lr=0.1, weight_decay=1e-3)', 'optim.SGD({p}, lr=0.05, momentum=0.9, nesterov=True)',
    'optim.Adam({p})',
              'optim.Adam({p}, lr=0.01)', 'optim.Adam({p}, lr=1e-2, weight_decay=1e-4)', 'optim.AdamW({p}, lr=0.01)',
                  'optim.RMSprop({p}, lr=0.01)', 'optim.Adagrad({p}, lr=0.1)',
                  'optim.Adam({p}, lr=0.01, betas=(0.5, 0.9))',
              'optim.Adamax({p}, lr=0.01)', 'optim.Adadelta({p})', 'optim.RAdam({p}, lr=0.01)',
                  'optim.Adam({p}, lr=0.01, amsgrad=True)', 'optim.ASGD({p}, lr=0.05)', 'optim.Rprop({p}, lr=0.01)']
SCHEDULERS = ['optim.lr_scheduler.StepLR(optimizer, step_size=2, gamma=0.5)',
    'optim.lr_scheduler.ExponentialLR(optimizer, 0.9)', 'optim.lr_scheduler.MultiStepLR(optimizer, [1, 3])',
              'optim.lr_scheduler.LambdaLR(optimizer, lambda e: 1 / (1 + e))',
                  'optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=4)']


def training():
    a, h = pick([2, 3, 4]), pick([6, 8])
    task = pick(['regression', 'regression', 'classes', 'binary'])
    b = {'regression': 1, 'classes': 3, 'binary': 1}[task]
    n = pick([8, 10, 12])
    lines = imports('nn', 'optim', *(['data'] if (batches := chance(.35)) else []))
    lines.append(seeded())
    lines.append(f'X = torch.{pick(["randn", "rand"])}({n}, {a})')
    lines.append({'regression': pick(['y = X.sum(dim=1, keepdim=True)', 'y = 2 * X[:, :1] - 1',
        f'y = X @ torch.ones({a}, 1) + 0.1 * torch.randn({n}, 1)']),
                  'classes': pick([f'y = torch.randint(0, 3, ({n},))', f'y = torch.arange({n}) % 3']),
                  'binary': pick(['y = (X.sum(1, keepdim=True) > 0).float()',
                      f'y = torch.randint(0, 2, ({n}, 1)).float()'])}[task])
    layers = stack([a, h, b], norm=.1) if chance(.7) else stack([a, h, h, b], norm=.1)
    lines += ['model = nn.Sequential(', *(f'    {one},' for one in layers), ')']
    loss = {'regression': pick(['nn.MSELoss()', 'nn.MSELoss()', 'nn.L1Loss()', 'nn.SmoothL1Loss()', 'nn.HuberLoss()',
        "nn.MSELoss(reduction='sum')"]),
            'classes': pick(['nn.CrossEntropyLoss()', 'nn.CrossEntropyLoss()',
                'nn.CrossEntropyLoss(label_smoothing=0.1)', "nn.CrossEntropyLoss(reduction='sum')",
                'nn.CrossEntropyLoss(weight=torch.tensor([1., 2., 3.]))']),
            'binary': pick(['nn.BCEWithLogitsLoss()', 'nn.BCEWithLogitsLoss()',
                'nn.BCEWithLogitsLoss(pos_weight=torch.tensor([2.]))'])}[task]
    criterion = pick(['criterion', 'loss_fn', 'loss_function'])
    lines += [f'{criterion} = {loss}', f'optimizer = {pick(OPTIMISERS).format(p="model.parameters()")}']
    scheduler = chance(.25)
    if scheduler:
        lines.append(f'scheduler = {pick(SCHEDULERS)}')
    epochs = pick([2, 3, 4, 5])
    step = ['optimizer.zero_grad()', f'loss = {criterion}(model({{x}}), {{y}})', 'loss.backward()',
        *(['nn.utils.clip_grad_norm_(model.parameters(), 1.0)'] if chance(.15) else []), 'optimizer.step()']
    if batches:
        lines.append(f'loader = DataLoader(TensorDataset(X, y), batch_size={pick([2, 4, 5])}, shuffle={pick(["True", "True", "False"])}{pick(["", "", ", drop_last=True"])})')
        lines += [f'for epoch in range({epochs}):', '    model.train()', '    total = 0.0',
            f'    for {pick(["xb, yb", "xb, yb"])} in loader:',
            *(f'        {one.format(x="xb", y="yb")}' for one in step), '        total += loss.item()',
                  "    print(f'epoch {epoch + 1}: {total / len(loader):.4f}')"]
    else:
        lines += [f'for epoch in range({epochs}):', *(f'    {one.format(x="X", y="y")}' for one in step),
                  pick(["    print(f'Epoch {epoch+1}, Loss: {loss.item():.4f}')",
                      "    print('epoch %d loss %.3f' % (epoch, loss.item()))",
                      '    print(epoch, round(loss.item(), 4))',
                      "    if epoch % 2 == 0:\n        print('{}: {:.4f}'.format(epoch, loss.item()))",
                      '    print(loss)'])]
    if scheduler:
        lines += ['    scheduler.step()', "    print(f\"lr {optimizer.param_groups[0]['lr']:.5f}\")"]
    lines += ['model.eval()', 'with torch.no_grad():', '    pred = model(X)']
    ends = [['print(pred.shape)'], ["print(f'{%s(pred, y).item():.4f}')" % criterion], ['print(pred[:3])'],
        ['print(next(model.parameters())[0])'], ['print(model[0].weight.grad.shape)'], ['print(optimizer)'],
            ['print(sorted(optimizer.state_dict()))'],
                ['print(len(optimizer.param_groups), optimizer.param_groups[0].keys())'],
                ['print([p.requires_grad for p in model.parameters()])']]
    if task == 'classes':
        ends += [["print('accuracy', (pred.argmax(1) == y).float().mean().item() >= 0)"],
            ['print(pred.argmax(dim=1))'], ['print(torch.softmax(pred, 1)[0])']]
    if task == 'binary':
        ends += [['print((torch.sigmoid(pred) > 0.5).int().flatten().tolist())'],
            ["print(((pred > 0).float() == y).float().mean())"]]
    for _ in range(draw.randint(1, 2)):
        lines += pick(ends)
    return lines


def picture():
    channels, side = pick([1, 1, 3]), pick([6, 8])
    maps = pick([2, 3, 4])
    lines = imports('nn', 'F', *(['optim'] if (trains := chance(.5)) else []))
    kernel, padding = pick([(3, 1), (3, 0), (5, 2), (2, 0)])
    after = (side + 2 * padding - kernel + 1) // 2
    pool = pick(['F.max_pool2d({x}, 2)', 'F.max_pool2d({x}, kernel_size=2, stride=2)', 'F.avg_pool2d({x}, 2)',
        'self.pool({x})'])
    drop = pick(['nn.Dropout2d', 'nn.Dropout2d', 'nn.Dropout'])
    lines += ['', 'class CNN(nn.Module):', '    def __init__(self):',
        f'        {pick(["super().__init__()", "super(CNN, self).__init__()"])}',
              f'        self.conv = nn.Conv2d({channels}, {maps}, {pick(["kernel_size=", ""])}{kernel}{f", padding={padding}" if padding else ""}{pick(["", "", ", bias=False"])})',
                  
              *([f'        self.bn = nn.BatchNorm2d({maps})'] if (bn := chance(.3)) else []),
              *([f'        self.pool = nn.{pick(["MaxPool2d(2)", "MaxPool2d(2, 2)", "AvgPool2d(2)", f"AdaptiveAvgPool2d({after})"])}'] if 'self' in pool else []),
                  
              f'        self.drop = {drop}({rate()})', f'        self.fc = nn.Linear({maps * after * after}, 3)', '',
                  '    def forward(self, x):',
              f'        x = {"self.bn(self.conv(x))" if bn else "self.conv(x)"}',
                  f'        x = {pool.format(x="F.relu(x)")}', '        x = self.drop(x)',
              f'        x = {pick(["x.view(x.size(0), -1)", "torch.flatten(x, 1)", "x.flatten(1)", f"x.view(-1, {maps * after * after})", "x.reshape(x.shape[0], -1)"])}',
                  
              f'        return {pick(["self.fc(x)", "F.log_softmax(self.fc(x), dim=1)"])}', '', seeded(),
                  'net = CNN()',
                  f'images = torch.{pick(["randn", "rand"])}({pick([2, 4])}, {channels}, {side}, {side})']
    lines += pick([['print(net)'], ['print(net(images))'], ['print(net(images).shape)'],
        ['out = net(images)', 'print(out.argmax(1).shape, out.shape)'], []])
    if trains:
        lines += ['labels = torch.arange(images.size(0)) % 3',
            f'optimizer = {pick(OPTIMISERS[:9]).format(p="net.parameters()")}', f'for step in range({pick([2, 3])}):',
            '    optimizer.zero_grad()',
                  f'    loss = F.cross_entropy(net(images), labels)', '    loss.backward()', '    optimizer.step()',
                      "    print(f'{step} {loss.item():.3f}')"]
    lines += pick([['net.eval()', 'print(net(images))'],
        ['net.eval()', 'with torch.no_grad():', '    print(net(images).max(1))'],
        ['for n, p in net.named_parameters():', '    print(n, list(p.shape))'],
                   ['features = F.relu(net.conv(images))', 'print(features.shape)',
                       'dropped = F.dropout2d(features, 0.5)', 'print((dropped.flatten(2).sum(-1) == 0).int())'],
                   ['print(sum(p.numel() for p in net.parameters() if p.requires_grad))',
                       'print(net.conv.weight.shape, net.conv)']])
    return lines


def recurrent():
    kind = pick(['LSTM', 'LSTM', 'GRU', 'RNN'])
    i, h, layers = pick([2, 3, 4]), pick([3, 4]), pick([1, 2, 2, 3])
    first = chance(.6)
    both = chance(.2)
    t, n = pick([3, 4, 5]), pick([1, 2])
    options = [f'num_layers={layers}'] if layers > 1 or chance(.3) else []
    options += [f'dropout={plain_rate()}'] if layers > 1 or chance(.3) else []
    options += ['batch_first=True'] if first else []
    options += ['bidirectional=True'] if both else []
    options += ["nonlinearity='relu'"] if kind == 'RNN' and chance(.3) else []
    named = chance(.3)
    lines = imports('nn') + [seeded(),
        f'rnn = nn.{kind}({"input_size=" if named else ""}{i}, {"hidden_size=" if named else ""}{h}{"".join(f", {o}" for o in options)})',
        
                             f'x = torch.randn({n if first else t}, {t if first else n}, {i})']
    state = pick(['h', 'hidden', '(h, c)'])if kind == 'LSTM' else pick(['h', 'hidden', '_'])
    start = '' if chance(.7) else (f', (torch.zeros({layers * (1 + both)}, {n}, {h}), torch.zeros({layers * (1 + both)}, {n}, {h}))' if kind == 'LSTM' else f', torch.zeros({layers * (1 + both)}, {n}, {h})')
    lines += [f'out, {state} = rnn(x{start})']
    ends = [['print(out.shape)'], ['print(out)'], ['print(out[:, -1])'], ['print(rnn)'],
        ['for name, p in rnn.named_parameters():', '    print(name, tuple(p.shape))'],
        ['rnn.eval()', 'print(rnn(x)[0])'],
            ['print(torch.equal(rnn(x)[0], rnn(x)[0]))'], ['rnn.eval()', 'print(torch.equal(rnn(x)[0], rnn(x)[0]))'],
                [f'drop = nn.Dropout({rate()})', 'print(drop(out.contiguous()))' if first else 'print(drop(out))'],
                [f'head = nn.Linear({h * (1 + both)}, 2)', 'print(head(out).shape, head(out[:, -1]))'],
            ['out.sum().backward()', 'print(rnn.weight_ih_l0.grad.shape)', 'print(rnn.bias_hh_l0.grad)'],
                ['print(rnn.all_weights[0][0].shape, rnn.dropout, rnn.num_layers)'],
                ['print(out.mean().item() < 1, out.requires_grad)'],
            [f'cell = nn.{kind}Cell({i}, {h})', 'print(cell(x[:, 0])' + ('[0]' if kind == 'LSTM' else '') + ')'],
            ['emb = nn.Embedding(10, %d)' % i, 'ids = torch.tensor([[1, 2, 3], [4, 5, 0]])',
                f'drop = nn.Dropout({rate()})', 'e = drop(emb(ids))', 'print(e.shape)', 'print(rnn(e)[0].shape)'],
            ['mask = x.new_empty(x.size(0), 1, x.size(2)).bernoulli_(0.5) / 0.5', 'print((x * mask).shape, mask)']]
    if state == '(h, c)':
        ends += [['print(h.shape, c.shape)'], ['print(h[-1])'], ['print(c)']]
    elif kind != 'LSTM' and state != '_':
        ends += [[f'print({state}.shape)'], [f'print({state}[-1])']]
    for _ in range(draw.randint(2, 4)):
        lines += pick(ends)
    return lines


def attention():
    d, heads, t, n = pick([4, 8]), pick([1, 2]), pick([3, 4]), pick([1, 2])
    kind = pick(['hand', 'hand', 'multihead', 'encoder', 'encoder', 'decoder', 'embedding', 'class'])
    lines = imports('nn', 'F', 'math')
    if kind == 'hand':
        lines += ['def attention(q, k, v, mask=None, dropout=None):',
            '    scores = q @ k.transpose(-2, -1) / math.sqrt(q.size(-1))', '    if mask is not None:',
                  f'        scores = scores.masked_fill({pick(["mask == 0", "~mask.bool()"])}, {pick(["-1e9", "-torch.inf"])})',
                      '    weights = F.softmax(scores, dim=-1)', '    if dropout is not None:',
                      '        weights = dropout(weights)',
                  '    return weights @ v, weights', seeded(),
                      f'q, k, v = (torch.randn({n}, {t}, {d}) for _ in range(3))', f'drop = nn.Dropout({rate()})',
                  *([f'mask = torch.tril(torch.ones({t}, {t}))'] if (masked := chance(.6)) else []),
                      f'out, w = attention(q, k, v{", mask" if masked else ""}, dropout=drop)']
        lines += views('out', 3, 1, 2, d) + pick([['print(w)'], ['print((w == 0).sum(-1))'], ['print(w.shape)'],
            ['drop.eval()', f'print(attention(q, k, v, None, drop)[0])']])
    elif kind == 'multihead':
        first = chance(.5)
        lines += [seeded(),
            f'mha = nn.MultiheadAttention({d}, {heads}, dropout={plain_rate()}{", batch_first=True" if first else ""})',
            f'x = torch.randn({n}, {t}, {d})',
            f'out, weights = mha(x, x, x{pick(["", "", ", average_attn_weights=False", ", need_weights=True"])})',
                  'print(out.shape, weights.shape)', *views('weights', 3, 1, 1), 'print(out)', 'mha.eval()',
                      'print(mha(x, x, x)[1])']
        lines += pick([[], ['print(mha)'], ['for name, p in mha.named_parameters():', '    print(name, p.shape)'],
            ['print(mha.in_proj_weight[0])']])
    elif kind in ('encoder', 'decoder'):
        norm = chance(.2)
        cls = 'Encoder' if kind == 'encoder' else 'Decoder'
        lines += [seeded(),
            f'layer = nn.Transformer{cls}Layer(d_model={d}, nhead={heads}, dim_feedforward={2 * d}, dropout={plain_rate()}{pick(["", "", ", activation=F.gelu"])}{", norm_first=True" if norm else ""})',
            
                  f'x = torch.randn({t}, {n}, {d})']
        if kind == 'encoder':
            mask = pick(['', '', f', src_mask=torch.triu(torch.full(({t}, {t}), float("-inf")), diagonal=1)',
                f', torch.triu(torch.ones({t}, {t}, dtype=torch.bool), 1)'])
            if chance(.4):
                lines += [f'encoder = nn.TransformerEncoder(layer, num_layers={pick([1, 2])})',
                    f'print(encoder(x{mask.replace("src_mask", "mask")}))',
                    'print(len(encoder.layers), sum(p.numel() for p in encoder.parameters()))']
            else:
                lines += [f'print(layer(x{mask}))',
                    pick(['print(layer)', 'print(layer.dropout1, layer.self_attn.dropout)', 'print(layer.training)'])]
        else:
            lines += [f'memory = torch.randn({t + 1}, {n}, {d})', 'print(layer(x, memory))',
                'print([n for n, _ in layer.named_children()])']
        lines += ['layer.eval()',
            'with torch.no_grad():' if False else f'print(layer(x{", memory" if kind == "decoder" else ""}).shape)']
    elif kind == 'embedding':
        lines += ['class PositionalEncoding(nn.Module):',
            f'    def __init__(self, d_model, dropout={plain_rate()}, max_len=10):', '        super().__init__()',
            '        self.dropout = nn.Dropout(p=dropout)', '        position = torch.arange(max_len).unsqueeze(1)',
                  '        div_term = torch.exp(torch.arange(0, d_model, 2) * (-math.log(10000.0) / d_model))',
                      '        pe = torch.zeros(max_len, 1, d_model)',
                      '        pe[:, 0, 0::2] = torch.sin(position * div_term)',
                      '        pe[:, 0, 1::2] = torch.cos(position * div_term)',
                  "        self.register_buffer('pe', pe)", '', '    def forward(self, x):',
                      '        x = x + self.pe[:x.size(0)]', '        return self.dropout(x)', '', seeded(),
                      f'pos = PositionalEncoding({d})', f'x = torch.zeros({t}, {n}, {d})',
                  pick(['print(pos(x))', 'print(pos(x)[0])', 'print(pos(x).shape, pos.pe.shape)']), 'pos.eval()',
                      'print(pos(x)[:2, 0])',
                      pick(['print(pos.state_dict().keys())', 'print(list(pos.buffers())[0].shape)', 'print(pos)'])]
    else:
        lines += ['class SelfAttention(nn.Module):', '    def __init__(self, dim, heads, dropout):',
            '        super().__init__()', '        assert dim % heads == 0', '        self.heads = heads',
            f'        self.qkv = nn.Linear(dim, 3 * dim, bias={pick(["False", "True"])})',
            '        self.attn_drop = nn.Dropout(dropout)',
                  '        self.proj = nn.Linear(dim, dim)', '        self.proj_drop = nn.Dropout(dropout)',
                      f"        self.register_buffer('mask', torch.tril(torch.ones({t}, {t})))", '',
                      '    def forward(self, x):', '        B, T, C = x.shape',
                      '        q, k, v = self.qkv(x).chunk(3, dim=-1)',
                  '        q, k, v = (z.view(B, T, self.heads, C // self.heads).transpose(1, 2) for z in (q, k, v))',
                      '        att = (q @ k.transpose(-2, -1)) * (C // self.heads) ** -0.5',
                      "        att = att.masked_fill(self.mask[:T, :T] == 0, float('-inf'))",
                      '        att = self.attn_drop(F.softmax(att, dim=-1))',
                  '        y = (att @ v).transpose(1, 2).contiguous().view(B, T, C)',
                      '        return self.proj_drop(self.proj(y))', '', seeded(),
                      f'm = SelfAttention({d}, {heads}, {plain_rate()})', f'x = torch.randn({n}, {t}, {d})',
                      'y = m(x)', *views('y', 3, 1, 2, d),
                      pick(['print(m)', 'm.eval()\nprint(m(x))', 'y.sum().backward()\nprint(m.proj.bias.grad)',
                      'print(m.mask)'])]
    return lines


def seeds():
    n = pick([4, 5, 6])
    lines = imports('nn', *(['np', 'random'] if chance(.3) else []))
    uses_numpy = 'import numpy as np' in lines
    p = rate()
    for _ in range(draw.randint(3, 5)):
        options = [
            [seeded(), f'print(torch.rand({n}))'], [seeded(), f'print(torch.randn({n}))'],
                [seeded(), f'print(nn.Dropout({p})(torch.ones({n})))'], [seeded(), f'print(torch.randperm({n}))'],
                [seeded(), f'print(torch.randint(0, 10, ({n},)))'],
            [seeded(), f'a = torch.rand({n})', seeded(), f'b = torch.rand({n})', 'print(torch.equal(a, b))'],
                [f'g = torch.Generator().manual_seed({seed()})', f'print(torch.rand({n}, generator=g))'],
            ['state = torch.get_rng_state()', f'a = torch.rand({n})', 'torch.set_rng_state(state)',
                f'print(torch.equal(a, torch.rand({n})))'],
                [f'torch.manual_seed({seed()})', 'print(torch.initial_seed())'],
            [seeded(), 'for i in range(3):', f'    print(i, nn.Dropout({p})(torch.ones({n})))'],
                ['for s in range(3):', '    torch.manual_seed(s)',
                f'    print(nn.Dropout({p})(torch.ones({n})).tolist())'],
            [seeded(), 'with torch.random.fork_rng():', '    torch.manual_seed(0)', '    print(torch.rand(2))',
                'print(torch.rand(2))'], [seeded(), f'print(torch.bernoulli(torch.full(({n},), {plain_rate()})))'],
                [seeded(), f'print(torch.normal(torch.zeros({n}), torch.ones({n})))'],
            [seeded(),
                f'print(torch.empty({n}).exponential_())' if chance(.3) else f'print(torch.empty({n}).uniform_(0, 5))'],
                [seeded(), 'print(nn.Linear(2, 2).weight)'],
                [seeded(), 'print(nn.Linear(3, 1).bias, nn.Embedding(3, 2).weight)'],
            [seeded(), f'print(torch.rand_like(torch.zeros(2, {n})), torch.randn_like(torch.zeros(2)))'],
                [seeded(), f'm = (torch.rand(2, {n}) > {plain_rate()}).float()', 'print(m)'],
                ['def set_seed(s):', '    torch.manual_seed(s)', '    torch.cuda.manual_seed_all(s)',
                '    torch.backends.cudnn.deterministic = True', f'set_seed({seed()})', 'print(torch.rand(2))'],
            [seeded(), f'x = torch.ones({n})', f'd = nn.Dropout({p})',
                'print(torch.stack([d(x) for _ in range(4)]))'],
                [seeded(), f'torch.rand({pick([1, 2, 3])})', f'print(nn.Dropout({p})(torch.ones({n})))'],
                [seeded(), 'd = nn.Dropout(0.5).eval()', 'd(torch.ones(100))', 'print(torch.rand(1))'],
            [seeded(), f'print(torch.randn({pick([16, 17, 20])})[:4])'],
                [seeded(), f'print(torch.randn({n}, dtype=torch.float64))'],
                [seeded(), f'print(torch.randint(5, (2, {n})))'],
                [seeded(), 'idx = torch.randperm(8)[:3]', 'print(idx, torch.arange(8)[idx])'],
            ["torch.manual_seed('a')" if chance(.05) else 'print(type(torch.manual_seed(1)).__name__)'],
                [seeded(), f'w = torch.tensor([0., 3., 1.])', 'print(torch.multinomial(w, 2))'],
        ]
        if uses_numpy:
            options += [[f'np.random.seed({seed()})', f'print(np.random.rand({n}))'],
                [f'np.random.seed({seed()})', f'print(np.random.binomial(1, 0.5, size={n}))'],
                [f'np.random.seed({seed()})', f'mask = (np.random.rand(2, {n}) < 0.5) / 0.5', 'print(mask)'],
                        [f'random.seed({seed()})', 'print(random.random(), random.randint(0, 9))'],
                            [f'np.random.seed({seed()})', f'print(torch.from_numpy(np.random.randn({n})).float())'],
                            [f'rng = np.random.default_rng({seed()})', 'print(rng.random(3))']] * 3
        lines += pick(options)
    return lines


def by_hand():
    shape = sizes((2, 3), (4, 5, 6))
    lines = imports('nn', *(['np'] if (numpy := chance(.25)) else []))
    if numpy:
        lines += [f'np.random.seed({seed()})', 'def dropout(x, p):',
            f'    {pick(["mask = np.random.rand(*x.shape) > p", "mask = np.random.binomial(1, 1 - p, size=x.shape)", "mask = (np.random.uniform(0, 1, x.shape) >= p).astype(np.float32)"])}',
            '    return x * mask / (1 - p)',
                  f'x = np.{pick([f"ones(({shape}))", f"arange(8.).reshape(2, 4)", f"random.randn({shape})"])}',
                      f'y = dropout(x, {plain_rate()})', 'print(y)',
                      pick(['print(y.shape, y.dtype)', 'print((y == 0).mean().round(2))', 'print(y.sum(axis=0))',
                      'print(np.count_nonzero(y))', "print(f'{y.mean():.3f}')", 'print(torch.from_numpy(y))'])]
        return lines
    way = pick(['mask = (torch.rand(x.shape) > p).float()', 'mask = torch.bernoulli(torch.full_like(x, 1 - p))',
        'mask = torch.empty_like(x).bernoulli_(1 - p)', 'mask = (torch.rand_like(x) >= p).to(x.dtype)',
        'mask = torch.FloatTensor(*x.shape).uniform_() > p', 'mask = torch.zeros_like(x).bernoulli_(1 - p)',
                'mask = torch.distributions.Bernoulli(1 - p).sample(x.shape)',
                    'mask = torch.distributions.bernoulli.Bernoulli(probs=1 - p).sample(x.size())',
                    'mask = torch.rand(x.size()).ge(p).float()', 'mask = x.new_empty(x.size(0), 1).bernoulli_(1 - p)',
                    'mask = (torch.rand(x.shape[-1]) < 1 - p).float()'])
    if chance(.5):
        lines += ['def dropout(x, p, training=True):',
            pick(['    assert 0 <= p <= 1', '    if not 0 <= p < 1:\n        raise ValueError(f"bad p: {p}")',
            '    if p == 1:\n        return torch.zeros_like(x)']), '    if not training:', '        return x',
            f'    {way}', pick(['    return mask * x / (1 - p)', '    return x * mask / (1.0 - p)',
            '    return x * mask * (1 / (1 - p))']), seeded(),
                  f'x = {made(shape)}', f'y = dropout(x, {plain_rate()})', *views('y', 2, 1, 3),
                      pick([f'print(dropout(x, {plain_rate()}, training=False) is x)',
                      f'for p in (0.1, 0.5, 0.9):\n    print(p, (dropout(torch.ones(1000), p) == 0).float().mean().item())',
                      f'print(dropout(x, {pick(["1.5", "-0.1", "0.0"])}))'])]
    else:
        lines += ['class MyDropout(nn.Module):', f'    def __init__(self, p={plain_rate()}):',
            '        super().__init__()', '        if p < 0 or p > 1:',
            "            raise ValueError('dropout probability has to be between 0 and 1, but got {}'.format(p))",
            '        self.p = p', '', '    def forward(self, x):', '        if self.training:',
            '            p = self.p', f'            {way}', '            return x * mask / (1 - p)',
            '        return x',
                  *(['', '    def extra_repr(self):', "        return f'p={self.p}'"] if chance(.4) else []), '',
                      seeded(), f'drop = MyDropout({plain_rate() if chance(.9) else "2"})', f'x = {made(shape)}',
                      'y = drop(x)', *views('y', 2, 1, 3),
                      pick(['print(drop)', 'drop.eval()\nprint(torch.equal(drop(x), x))',
                      'print(nn.Sequential(nn.Linear(2, 2), drop))', f'{seeded()}\nprint(nn.Dropout(drop.p)(x))'])]
    return lines


def passes():
    a, h = pick([2, 3, 4]), pick([4, 6, 8])
    n = pick([4, 5, 8, 10])
    lines = imports('nn') + [seeded(), f'model = nn.Sequential({", ".join(stack([a, h, pick([1, 2, 3])], norm=0))})',
        f'x = torch.randn({pick([1, 2, 3])}, {a})']
    if chance(.5):
        lines += ['model.eval()', 'for m in model.modules():',
            pick(["    if m.__class__.__name__.startswith('Dropout'):", '    if isinstance(m, nn.Dropout):',
            '    if type(m) is nn.Dropout:']), '        m.train()']
    else:
        lines += ['model.train()']
    lines += pick([['with torch.no_grad():', f'    samples = torch.stack([model(x) for _ in range({n})])'],
        ['preds = []', f'for _ in range({n}):', '    with torch.no_grad():', '        preds.append(model(x))',
        'samples = torch.stack(preds)'],
                   ['with torch.no_grad():',
                       f'    samples = torch.stack([torch.softmax(model(x), dim=-1) for _ in range({n})], dim=0)'],
                       [f'samples = torch.cat([model(x).unsqueeze(0) for _ in range({n})]).detach()']])
    ends = [['print(samples.shape)'], ['mean, std = samples.mean(0), samples.std(0)', 'print(mean)', 'print(std)'],
        ['print(samples.mean(dim=0), samples.var(dim=0))'], ["print('mean:', samples.mean(0).squeeze())"],
        ['for m, s in zip(samples.mean(0), samples.std(0)):',
        "    print(f'{m[0].item():.3f} +/- {s[0].item():.3f}')"],
            ['lower, upper = samples.quantile(0.05, dim=0), samples.quantile(0.95, dim=0)', 'print(lower)',
                'print(upper)'], ['print(samples.std(0).max())'],
                ['print(samples.max(0).values - samples.min(0).values)'],
                ['entropy = -(samples.softmax(-1).mean(0) * samples.softmax(-1).mean(0).log()).sum(-1)',
                'print(entropy)'],
            ['print(samples[0], samples[-1])'], ['print(torch.std_mean(samples, dim=0))'],
                ['print(samples.numpy().std(axis=0).shape)'], ['print(np.round(samples.numpy().mean(0), 3))']]
    if chance(.3):
        lines.insert(1, 'import numpy as np')
    else:
        ends.pop()
    for _ in range(draw.randint(1, 3)):
        lines += pick(ends)
    return lines


def gradient():
    n = pick([3, 4, 5])
    lines = imports('nn', 'F') + [seeded()]
    for _ in range(draw.randint(1, 3)):
        lines += pick([
            [f'x = torch.ones({n}, requires_grad=True)', f'y = F.dropout(x, {plain_rate()})', 'y.sum().backward()',
                'print(y)', 'print(x.grad)'],
            [f'x = torch.randn(2, {n}, requires_grad=True)', f'out = nn.Dropout({rate()})(x)',
                'out.backward(torch.ones_like(out))', 'print(x.grad)'],
            [f'x = torch.arange({n}., requires_grad=True)', f'y = nn.Dropout({rate()})(x)',
                'print(y, y.grad_fn)' if chance(.0) else 'print(y)', f'z = (y ** 2).{pick(["sum", "mean"])}()',
                'z.backward()', 'print(z, x.grad)'],
            [f'w = nn.Parameter(torch.ones({n}))',
                f'(F.dropout(w, {plain_rate()}) * torch.arange({n}.)).sum().backward()', 'print(w.grad)',
                'with torch.no_grad():', '    w -= 0.1 * w.grad', 'w.grad.zero_()', 'print(w)'],
            [f'x = torch.ones({n})', f'drop = nn.Dropout({rate()}, inplace=True)', 'y = drop(x)', 'print(x is y, x)'],
                [f'x = torch.ones({n}, requires_grad=True)', 'try:', '    F.dropout(x, 0.5, inplace=True)',
                'except RuntimeError as e:', '    print(e)'],
            [f'x = torch.ones({n}, requires_grad=True)', f'y = F.dropout(x, {plain_rate()}).detach()',
                'print(y.requires_grad, y)'],
                [f'x = torch.rand({n}, requires_grad=True)',
                f'g, = torch.autograd.grad(F.dropout(x * 3, {plain_rate()}).sum(), x)', 'print(g)'],
            [f'lin = nn.Linear({n}, 2)', f'y = F.dropout(lin(torch.ones(1, {n})), {plain_rate()})',
                'y.sum().backward()', 'print(lin.weight.grad)', 'print(lin.bias.grad)'],
                [f'x = torch.ones({n}, requires_grad=True)', 'y = x * 2', 'y.retain_grad()',
                'F.dropout(y).sum().backward()', 'print(y.grad, x.grad)'],
            [f'x = torch.ones({n}, requires_grad=True)', 'with torch.no_grad():', '    y = F.dropout(x)',
                'print(y.requires_grad)', 'y.sum().backward()' if chance(.3) else 'print(y)'],
                [f'a = torch.ones({n}, requires_grad=True)', 'b = a.exp()', 'c = F.dropout(b, inplace=True)',
                'c.sum().backward()'],
            [f'x = torch.ones({n}, requires_grad=True)', 'x.register_hook(lambda g: print("grad", g))',
                f'(nn.Dropout({rate()})(x) * 2).sum().backward()'],
                [f'x = torch.ones({n}, requires_grad=True)', 'y = nn.Dropout(0.5)(x)',
                'y.backward()' if chance(.5) else 'y.sum().backward(retain_graph=True)\ny.sum().backward()\nprint(x.grad)'],
                
            [f'x = torch.ones({n}, requires_grad=True)', 'y = x.sum()', 'y.backward()',
                'y.backward()' if chance(.4) else 'print(x.grad)'],
                ['class Double(torch.autograd.Function):', '    @staticmethod', '    def forward(ctx, x):',
                '        mask = torch.bernoulli(torch.full_like(x, 0.5))', '        ctx.save_for_backward(mask)',
                '        return x * mask * 2', '', '    @staticmethod', '    def backward(ctx, g):',
                '        mask, = ctx.saved_tensors', '        return g * mask * 2',
                f'x = torch.ones({n}, requires_grad=True)', 'Double.apply(x).sum().backward()', 'print(x.grad)'],
        ])
    return lines


ENDINGS = [
    'nn.Dropout({p})', 'nn.Dropout(p="half")(torch.ones(2))', 'nn.Linear(3, 2)(torch.ones(1, 4))',
        'torch.ones(2, 3) @ torch.ones(2, 3)', 'torch.ones(3) + torch.ones(4)', 'nn.Dropout(0.5)([1., 2.])',
        'nn.Dropout(0.5)(3.0)', 'torch.ones(2, 3).view(4)', 'torch.ones(2)[5]',
    'nn.Dropout(0.5)(torch.ones(3).long())', 'nn.Dropout2d(0.5)(torch.arange(4))', 'F.dropout(torch.arange(3))',
        'nn.Embedding(3, 2)(torch.tensor([3]))', 'nn.Linear(2, 2)(torch.ones(2, dtype=torch.float64))',
        'torch.cat([torch.ones(2, 2), torch.ones(3, 3)])', 'torch.stack([torch.ones(2), torch.ones(3)])',
    'nn.CrossEntropyLoss()(torch.ones(2, 3), torch.tensor([0, 3]))',
        'nn.MSELoss()(torch.ones(2, 3), torch.ones(2, 2))', 'torch.ones(2).numpy().foo',
        'nn.Sequential(nn.Dropout(0.5), 3)', 'nn.Dropout(0.5).foo', 'torch.ones(2).foo()',
        'nn.Dropout(0.5, 0.5, 0.5, 0.5)', 'nn.LSTM(2, 3)(torch.ones(2, 2, 4))',
        'nn.Conv2d(1, 2, 3)(torch.ones(1, 3, 5, 5))',
    'nn.BatchNorm1d(3)(torch.ones(1, 3))', 'torch.tensor([1., 2.], requires_grad=True).numpy()',
        'torch.ones(3, requires_grad=True)[0] = 2' , 'torch.ones(2, requires_grad=True).add_(1)',
        'bool(torch.ones(2))', 'torch.ones(2, 2).item()', 'nn.MultiheadAttention(5, 2)', 'torch.zeros(2).backward()',
        'nn.Dropout(0.5)(x=torch.ones(1))', 'nn.Dropout()()', 'torch.randn(2, 3).reshape(5)',
    'nn.Linear(2, 2).load_state_dict({{"weight": torch.ones(2, 2)}})', 'torch.ones(2).to("cuda")',
        'torch.ones(2).cuda()', 'nn.LayerNorm(4)(torch.ones(2, 3))', 'torch.tensor([[1, 2], [3]])',
        'torch.ones(2).squeeze(3)', 'torch.ones(2).sum(dim=1)', 'torch.manual_seed(-1).foo',
        'nn.Softmax(dim=2)(torch.ones(2))',
    'F.nll_loss(torch.ones(2, 3), torch.ones(2))', 'nn.BCELoss()(torch.tensor([2.]), torch.tensor([1.]))',
        'torch.randint(5, 5, (2,))', 'torch.bernoulli(torch.tensor([1.5]))', 'torch.ones(2).type(torch.foo)',
        'raise ValueError("done")', 'assert torch.ones(1).item() == 2, "not equal"', 'nn.GroupNorm(3, 4)',
        'optim.SGD([], lr=0.1)',
]

KINDS = [(small_layer, 20), (model, 13), (training, 13), (picture, 8), (attention, 10), (seeds, 10), (recurrent, 7),
    (by_hand, 7), (passes, 6), (gradient, 6)]


def program(kind):
    lines = '\n'.join(kind()).split('\n')
    if chance(.13):
        ending = pick(ENDINGS).format(p=pick(['1.5', '-0.1', '2', '-1', "'a'", 'None']))
        for module, line in (('F.', 'import torch.nn.functional as F'), ('optim.', 'import torch.optim as optim'),
            ('nn.', 'import torch.nn as nn')):
            if module in ending and not any(f'{module[:-1]}' in one.split() for one in lines if 'import' in one):
                lines.insert(1, line)
        if chance(.3):
            lines += ['try:', f'    {ending}', 'except Exception as e:',
                f'    print({pick(["e", "type(e).__name__, e", "repr(e)", "str(e)"])})']
        else:
            lines.append(ending if ' = ' in ending or ending.startswith(('raise', 'assert')) else f'print({ending})')
    return '\n'.join(lines) + '\n'


def programs(count):
    total = sum(share for _, share in KINDS)
    names = {}
    for kind, share in KINDS:
        for at in range(count * share // total):
            names[f'{kind.__name__.replace("_", "-")}-{at + 1:03d}'] = kind
    return {name: program(kind) for name, kind in names.items()}


def disturb():
    """From now on, what is computed of sums of products is off by an ulp here and there."""
    import torch
    noise = torch.Generator().manual_seed(22)

    def disturbed(compute):
        def run(*args, **kwargs):
            result = compute(*args, **kwargs)
            for each in result if isinstance(result, tuple) else (result,):
                each.data.mul_(1 + torch.randint(-1, 2, each.shape, generator=noise) * 2.0**-23)
            return result
        return run

    functional = torch.nn.functional
    for holder, names in ((functional, ('linear', 'conv2d')), (torch, ('matmul', 'bmm', 'baddbmm')),
                          (torch.Tensor, ('matmul', '__matmul__')),
                              (torch._VF, ('lstm', 'gru', 'rnn_tanh', 'rnn_relu'))):
        for name in names:
            setattr(holder, name, disturbed(getattr(holder, name)))


def agreed(drawn):
    """Those that print the same by both sets of kernels that PyTorch has for this processor, and in spite of noise."""
    from record import printed
    is_other = os.environ['ATEN_CPU_CAPABILITY'] == 'default'
    if is_other:
        disturb()
    told = {name: printed(name, source) for name, source in drawn.items()}
    if is_other:
        json.dump(told, sys.stdout)
        raise SystemExit
    other = subprocess.run([sys.executable, __file__], env=os.environ | {'ATEN_CPU_CAPABILITY': 'default'},
        stdout=subprocess.PIPE, check=True)
    other = json.loads(other.stdout)
    return {name: source for name, source in drawn.items() if told[name] == other[name]}


if __name__ == '__main__':
    from record import record

    kept = agreed(programs(DRAWN))
    record(pathlib.Path(__file__).with_suffix('.json'), kept)
    print(len(kept), 'programs')
