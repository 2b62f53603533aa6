"""`torch.nn.functional`: checks and warnings in PyTorch's words, around operations of the core."""

import math
import warnings

import playground_calls as _calls
import torch
from torch._tensor import function as _function

from ._reduction import code as _reduction

# Dropout


def _checked(p):
    if p < 0.0 or p > 1.0:
        raise ValueError(f'dropout probability has to be between 0 and 1, but got {p}')


def _drop(name, input, p, training, inplace):
    def run():
        return _function(name + '_' if inplace else name, input, p, training)

    return _calls.heard(run, name, input, p, training, inplace)


def dropout(input, p=0.5, training=True, inplace=False):
    _checked(p)
    return _drop('dropout', input, p, training, inplace)


def alpha_dropout(input, p=0.5, training=False, inplace=False):
    _checked(p)
    return _drop('alpha_dropout', input, p, training, inplace)


def feature_alpha_dropout(input, p=0.5, training=False, inplace=False):
    _checked(p)
    return _drop('feature_alpha_dropout', input, p, training, inplace)


def dropout1d(input, p=0.5, training=True, inplace=False):
    _checked(p)
    dim = input.dim()
    if dim not in (2, 3):
        raise RuntimeError(
            f'dropout1d: Expected 2D or 3D input, but received a {dim}D input. '
            'Note that dropout1d exists to provide channel-wise dropout on inputs with 1 spatial '
            'dimension, a channel dimension, and an optional batch dimension (i.e. 2D or 3D inputs).'
        )
    return _drop_channels(input, p, training, inplace, is_batched=dim == 3)


def dropout2d(input, p=0.5, training=True, inplace=False):
    _checked(p)
    dim = input.dim()
    if dim not in (3, 4):
        _warn_of_dimensions(2, dim, '3D or 4D')
    if dim == 3:
        warnings.warn(
            'dropout2d: Received a 3D input to dropout2d and assuming that channel-wise '
            '1D dropout behavior is desired - input is interpreted as shape (N, C, L), where C '
            'is the channel dim. This behavior will change in a future release to interpret the '
            'input as one without a batch dimension, i.e. shape (C, H, W). To maintain the 1D '
            'channel-wise dropout behavior, please switch to using dropout1d instead.'
        )
    return _drop('feature_dropout', input, p, training, inplace)


def dropout3d(input, p=0.5, training=True, inplace=False):
    _checked(p)
    dim = input.dim()
    if dim not in (4, 5):
        _warn_of_dimensions(3, dim, '4D or 5D')
    return _drop_channels(input, p, training, inplace, is_batched=dim == 5)


def _warn_of_dimensions(spatial, dim, expected):
    warnings.warn(
        f'dropout{spatial}d: Received a {dim}-D input to dropout{spatial}d, which is deprecated '
        'and will result in an error in a future release. To retain the behavior '
        f'and silence this warning, please use dropout instead. Note that dropout{spatial}d '
        f'exists to provide channel-wise dropout on inputs with {spatial} spatial dimensions, '
        f'a channel dimension, and an optional batch dimension (i.e. {expected} inputs).'
    )


def _drop_channels(input, p, training, inplace, is_batched):
    if is_batched:
        return _drop('feature_dropout', input, p, training, inplace)
    batch = input.unsqueeze_(0) if inplace else input.unsqueeze(0)
    dropped = _drop('feature_dropout', batch, p, training, inplace)
    return dropped.squeeze_(0) if inplace else dropped.squeeze(0)


# Activations


def _activation(name, **defaults):
    """The functions that take a tensor, numbers, and whether to change it in place."""

    def run(input, *args, inplace=False, **kwargs):
        args = list(args)
        if len(args) > len(defaults):
            inplace = args.pop()
        values = defaults | dict(zip(defaults, args)) | kwargs
        if unknown := values.keys() - defaults.keys():
            raise TypeError(f'{name}() got an unexpected keyword argument {unknown.pop()!r}')
        return _function(name + '_' if inplace else name, input, *values.values())

    run.__name__ = run.__qualname__ = name
    return run


relu = _activation('relu')
selu = _activation('selu')
silu = _activation('silu')
mish = _activation('mish')
leaky_relu = _activation('leaky_relu', negative_slope=0.01)
elu = _activation('elu', alpha=1.0)
celu = _activation('celu', alpha=1.0)
hardtanh = _activation('hardtanh', min_val=-1.0, max_val=1.0)
hardswish = _activation('hardswish')
hardsigmoid = _activation('hardsigmoid')
relu6 = _activation('relu6')
threshold = _activation('threshold', threshold=None, value=None)


def relu_(input):
    return relu(input, inplace=True)


def leaky_relu_(input, negative_slope=0.01):
    return leaky_relu(input, negative_slope, inplace=True)


def elu_(input, alpha=1.0):
    return elu(input, alpha, inplace=True)


def rrelu(input, lower=1.0 / 8, upper=1.0 / 3, training=False, inplace=False):
    return _function('rrelu_' if inplace else 'rrelu', input, lower, upper, training)


def gelu(input, approximate='none'):
    return _function('gelu', input, approximate=approximate)


def prelu(input, weight):
    return _function('prelu', input, weight)


def glu(input, dim=-1):
    if input.dim() == 0:
        raise RuntimeError('glu does not support scalars because halving size must be even')
    return _function('glu', input, dim)


def sigmoid(input):
    warnings.warn('nn.functional.sigmoid is deprecated. Use torch.sigmoid instead.')
    return input.sigmoid()


def tanh(input):
    warnings.warn('nn.functional.tanh is deprecated. Use torch.tanh instead.')
    return input.tanh()


def softplus(input, beta=1, threshold=20):
    return _function('softplus', input, beta, threshold)


def logsigmoid(input):
    return _function('log_sigmoid', input)


def softsign(input):
    return input / (input.abs() + 1)


def tanhshrink(input):
    return input - input.tanh()


def softshrink(input, lambd=0.5):
    return _function('softshrink', input, lambd)


def hardshrink(input, lambd=0.5):
    return _function('hardshrink', input, lambd)


def _chosen_dim(name, dims, stacklevel):
    warnings.warn(
        f'Implicit dimension choice for {name} has been deprecated. Change the call to include dim=X as an argument.',
        stacklevel=stacklevel,
    )
    return 0 if dims in (0, 1, 3) else 1


def softmax(input, dim=None, _stacklevel=3, dtype=None):
    dim = _chosen_dim('softmax', input.dim(), _stacklevel) if dim is None else dim
    return input.softmax(dim) if dtype is None else input.softmax(dim, dtype=dtype)


def log_softmax(input, dim=None, _stacklevel=3, dtype=None):
    dim = _chosen_dim('log_softmax', input.dim(), _stacklevel) if dim is None else dim
    return input.log_softmax(dim) if dtype is None else input.log_softmax(dim, dtype=dtype)


def softmin(input, dim=None, _stacklevel=3, dtype=None):
    dim = _chosen_dim('softmin', input.dim(), _stacklevel) if dim is None else dim
    return (-input).softmax(dim) if dtype is None else (-input).softmax(dim, dtype=dtype)


def gumbel_softmax(logits, tau=1, hard=False, eps=1e-10, dim=-1):
    noise = -torch.empty_like(logits).exponential_().log()
    soft = ((logits + noise) / tau).softmax(dim)
    if not hard:
        return soft
    index = soft.max(dim, keepdim=True)[1]
    return torch.zeros_like(logits).scatter_(dim, index, 1.0) - soft.detach() + soft


# Linear layers, embeddings, distances


def linear(input, weight, bias=None):
    return _function('linear', input, weight, bias)


def bilinear(input1, input2, weight, bias=None):
    return _function('bilinear', input1, input2, weight, bias)


def embedding(
    input,
    weight,
    padding_idx=None,
    max_norm=None,
    norm_type=2.0,
    scale_grad_by_freq=False,
    sparse=False,
):
    if padding_idx is not None:
        if padding_idx > 0:
            assert padding_idx < weight.size(0), 'Padding_idx must be within num_embeddings'
        elif padding_idx < 0:
            assert padding_idx >= -weight.size(0), 'Padding_idx must be within num_embeddings'
            padding_idx += weight.size(0)
    if max_norm is not None:
        with torch.no_grad():
            _function('embedding_renorm_', weight.detach(), input.contiguous(), max_norm, norm_type)
    return _function(
        'embedding',
        weight,
        input,
        -1 if padding_idx is None else padding_idx,
        scale_grad_by_freq,
        sparse,
    )


def embedding_bag(
    input,
    weight,
    offsets=None,
    max_norm=None,
    norm_type=2,
    scale_grad_by_freq=False,
    mode='mean',
    sparse=False,
    per_sample_weights=None,
    include_last_offset=False,
    padding_idx=None,
):
    if weight.dtype == torch.long and input.is_floating_point():
        warnings.warn(
            'Argument order of nn.functional.embedding_bag was changed. '
            'Usage `embedding_bag(weight, input, ...)` is deprecated, '
            'and should now be `embedding_bag(input, weight, ...)`.'
        )
        weight, input = input, weight
    if per_sample_weights is not None and input.size() != per_sample_weights.size():
        raise ValueError(
            f'embedding_bag: If per_sample_weights ({per_sample_weights.shape}) is not None, '
            f'then it must have the same shape as the input ({input.shape})'
        )
    if input.dim() == 2:
        if offsets is not None:
            raise ValueError(
                'if input is 2D, then offsets has to be None, as input is treated is a mini-batch of '
                f'fixed length sequences. However, found offsets of type {type(offsets)}'
            )
        offsets = torch.arange(0, input.numel(), input.size(1), dtype=input.dtype)
        input = input.reshape(-1)
        if per_sample_weights is not None:
            per_sample_weights = per_sample_weights.reshape(-1)
    elif input.dim() == 1:
        if offsets is None:
            raise ValueError('offsets has to be a 1D Tensor but got None')
        if offsets.dim() != 1:
            raise ValueError('offsets has to be a 1D Tensor')
    else:
        raise ValueError(
            f'input has to be 1D or 2D Tensor, but got Tensor of dimension {input.dim()}'
        )
    modes = ('sum', 'mean', 'max')
    if mode not in modes:
        raise ValueError('mode has to be one of sum, mean or max')
    if mode == 'max' and scale_grad_by_freq:
        raise ValueError('max mode does not support scaling the gradient by the frequency')
    if mode == 'max' and sparse:
        raise ValueError('max mode does not support sparse weights')
    if max_norm is not None:
        with torch.no_grad():
            _function('embedding_renorm_', weight.detach(), input.contiguous(), max_norm, norm_type)
    if per_sample_weights is not None and mode != 'sum':
        raise NotImplementedError(
            'embedding_bag: per_sample_weights was not None. '
            "per_sample_weights is only supported for mode='sum' "
            f"(got mode='{mode}'). Please open a feature request on GitHub."
        )
    return _function(
        'embedding_bag',
        weight,
        input,
        offsets,
        scale_grad_by_freq,
        modes.index(mode),
        sparse,
        per_sample_weights,
        include_last_offset,
        padding_idx,
    )[0]


def one_hot(tensor, num_classes=-1):
    return _function('one_hot', tensor, num_classes)


def cosine_similarity(x1, x2, dim=1, eps=1e-8):
    return _function('cosine_similarity', x1, x2, dim, eps)


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    return _function('pairwise_distance', x1, x2, p, eps, keepdim)


def normalize(input, p=2.0, dim=1, eps=1e-12):
    return input / input.norm(p, dim, keepdim=True).clamp_min(eps).expand_as(input)


# Convolution and pooling


def conv1d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    return _function('conv1d', input, weight, bias, stride, padding, dilation, groups)


def conv2d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    return _function('conv2d', input, weight, bias, stride, padding, dilation, groups)


def conv3d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    return _function('conv3d', input, weight, bias, stride, padding, dilation, groups)


def conv_transpose1d(
    input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1
):
    return _function(
        'conv_transpose1d', input, weight, bias, stride, padding, output_padding, groups, dilation
    )


def conv_transpose2d(
    input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1
):
    return _function(
        'conv_transpose2d', input, weight, bias, stride, padding, output_padding, groups, dilation
    )


def _max_pool(name):
    def run(
        input,
        kernel_size,
        stride=None,
        padding=0,
        dilation=1,
        ceil_mode=False,
        return_indices=False,
    ):
        stride = kernel_size if stride is None else stride
        operation = name + '_with_indices' if return_indices else name
        return _function(operation, input, kernel_size, stride, padding, dilation, ceil_mode)

    run.__name__ = run.__qualname__ = name
    return run


max_pool1d = _max_pool('max_pool1d')
max_pool2d = _max_pool('max_pool2d')


def avg_pool1d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    return _function(
        'avg_pool1d', input, kernel_size, stride, padding, ceil_mode, count_include_pad
    )


def avg_pool2d(
    input,
    kernel_size,
    stride=None,
    padding=0,
    ceil_mode=False,
    count_include_pad=True,
    divisor_override=None,
):
    stride = kernel_size if stride is None else stride
    return _function(
        'avg_pool2d',
        input,
        kernel_size,
        stride,
        padding,
        ceil_mode,
        count_include_pad,
        divisor_override,
    )


def _full_size(output_size, input):
    """None stands for the size that is there."""
    if not isinstance(output_size, (tuple, list)):
        return output_size
    sizes = input.shape[-len(output_size) :]
    return [there if size is None else size for size, there in zip(output_size, sizes)]


def adaptive_avg_pool1d(input, output_size):
    return _function('adaptive_avg_pool1d', input, output_size)


def adaptive_avg_pool2d(input, output_size):
    return _function('adaptive_avg_pool2d', input, _full_size(output_size, input))


def adaptive_max_pool1d(input, output_size, return_indices=False):
    result = _function('adaptive_max_pool1d', input, output_size)
    return result if return_indices else result[0]


def adaptive_max_pool2d(input, output_size, return_indices=False):
    result = _function('adaptive_max_pool2d', input, _full_size(output_size, input))
    return result if return_indices else result[0]


def _lp_pool(average, spatial):
    def run(input, norm_type, kernel_size, stride=None, ceil_mode=False):
        sizes = kernel_size if isinstance(kernel_size, tuple) else (kernel_size,) * spatial
        out = average(input.pow(norm_type), kernel_size, stride, 0, ceil_mode)
        return (torch.sign(out) * relu(torch.abs(out))).mul(math.prod(sizes)).pow(1.0 / norm_type)

    return run


lp_pool1d, lp_pool2d = _lp_pool(avg_pool1d, 1), _lp_pool(avg_pool2d, 2)


def pad(input, pad, mode='constant', value=None):
    return _function('pad', input, pad, mode, value)


def unfold(input, kernel_size, dilation=1, padding=0, stride=1):
    return _function('im2col', input, *map(_pair, (kernel_size, dilation, padding, stride)))


def _pair(value):
    return list(value) if isinstance(value, (tuple, list)) else [value, value]


def pixel_shuffle(input, upscale_factor):
    return _function('pixel_shuffle', input, upscale_factor)


def interpolate(input, size=None, scale_factor=None, mode='nearest', align_corners=None):
    """Of pictures [n, c, h, w], by 'nearest' or 'bilinear'."""
    if (size is None) == (scale_factor is None):
        raise ValueError(
            'only one of size or scale_factor should be defined' if size is not None
            else 'either size or scale_factor should be defined'
        )  # fmt: skip
    size = None if size is None else _pair(size)
    scales = None if scale_factor is None else [float(scale) for scale in _pair(scale_factor)]
    if mode == 'nearest':
        return _function('upsample_nearest2d', input, size, scale_factors=scales)
    if mode == 'bilinear':
        aligned = bool(align_corners)
        return _function('upsample_bilinear2d', input, size, aligned, scale_factors=scales)
    raise NotImplementedError(
        f"interpolate knows the modes 'nearest' and 'bilinear' here, not {mode!r}"
    )


upsample = interpolate

# Normalisation


def _checked_batch(size):
    if size[0] * math.prod(size[2:]) == 1:
        raise ValueError(
            f'Expected more than 1 value per channel when training, got input size {size}'
        )


def batch_norm(
    input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-5
):
    if training:
        _checked_batch(input.size())
    return _function(
        'batch_norm', input, weight, bias, running_mean, running_var, training, momentum, eps, True
    )


def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-5):
    return _function('layer_norm', input, list(normalized_shape), weight, bias, eps)


def group_norm(input, num_groups, weight=None, bias=None, eps=1e-5):
    _checked_batch(
        torch.Size([input.size(0) * input.size(1) // num_groups, num_groups, *input.shape[2:]])
    )
    return _function('group_norm', input, num_groups, weight, bias, eps)


def local_response_norm(input, size, alpha=1e-4, beta=0.75, k=1.0):
    """Divides by the squares of `size` channels around."""
    if input.dim() < 3:
        raise ValueError(
            'Expected 3D or higher dimensionality '
            f'                        input (got {input.dim()} dimensions)'
        )
    squares = input.mul(input).flatten(2).unsqueeze(1)
    squares = pad(squares, (0, 0, size // 2, (size - 1) // 2))
    near = avg_pool2d(squares, (size, 1), stride=1).squeeze(1).view(input.size())
    return input / near.mul(alpha).add(k).pow(beta)


def instance_norm(
    input,
    running_mean=None,
    running_var=None,
    weight=None,
    bias=None,
    use_input_stats=True,
    momentum=0.1,
    eps=1e-5,
):
    if use_input_stats and math.prod(input.shape[2:]) == 1:
        raise ValueError(
            f'Expected more than 1 spatial element when training, got input size {input.size()}'
        )
    return _function(
        'instance_norm',
        input,
        weight,
        bias,
        running_mean,
        running_var,
        use_input_stats,
        momentum,
        eps,
        True,
    )


# Losses


def _warn_of_sizes(input, target):
    if target.size() != input.size():
        warnings.warn(
            f'Using a target size ({target.size()}) that is different to the input size ({input.size()}). '
            'This will likely lead to incorrect results due to broadcasting. '
            'Please ensure they have the same size.',
            stacklevel=4,
        )


def _elementwise_loss(name, input, target, reduction, *rest):
    _warn_of_sizes(input, target)
    return _function(name, *torch.broadcast_tensors(input, target), _reduction(reduction), *rest)


def mse_loss(input, target, size_average=None, reduce=None, reduction='mean'):
    return _elementwise_loss('mse_loss', input, target, reduction)


def l1_loss(input, target, size_average=None, reduce=None, reduction='mean'):
    return _elementwise_loss('l1_loss', input, target, reduction)


def smooth_l1_loss(input, target, size_average=None, reduce=None, reduction='mean', beta=1.0):
    return _elementwise_loss('smooth_l1_loss', input, target, reduction, beta)


def huber_loss(input, target, reduction='mean', delta=1.0):
    return _elementwise_loss('huber_loss', input, target, reduction, delta)


def cross_entropy(
    input,
    target,
    weight=None,
    size_average=None,
    ignore_index=-100,
    reduce=None,
    reduction='mean',
    label_smoothing=0.0,
):
    return _function(
        'cross_entropy_loss',
        input,
        target,
        weight,
        _reduction(reduction),
        ignore_index,
        label_smoothing,
    )


def nll_loss(
    input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean'
):
    return _function('nll_loss_nd', input, target, weight, _reduction(reduction), ignore_index)


def binary_cross_entropy(
    input, target, weight=None, size_average=None, reduce=None, reduction='mean'
):
    if target.size() != input.size():
        raise ValueError(
            f'Using a target size ({target.size()}) that is different to the input size ({input.size()}) is deprecated. '
            'Please ensure they have the same size.'
        )
    return _function('binary_cross_entropy', input, target, weight, _reduction(reduction))


def binary_cross_entropy_with_logits(
    input, target, weight=None, size_average=None, reduce=None, reduction='mean', pos_weight=None
):
    if target.size() != input.size():
        raise ValueError(
            f'Target size ({target.size()}) must be the same as input size ({input.size()})'
        )
    return _function(
        'binary_cross_entropy_with_logits', input, target, weight, pos_weight, _reduction(reduction)
    )


def kl_div(input, target, size_average=None, reduce=None, reduction='mean', log_target=False):
    if reduction == 'mean':
        warnings.warn(
            "reduction: 'mean' divides the total loss by both the batch size and the support size."
            "'batchmean' divides only by the batch size, and aligns with the KL div math definition."
            "'mean' will be changed to behave the same as 'batchmean' in the next major release."
        )
    is_batch_mean = reduction == 'batchmean'
    code = _reduction('sum' if is_batch_mean else reduction)
    loss = _function('kl_div', input, target, code, log_target=log_target)
    return loss / input.size(0) if is_batch_mean and input.dim() != 0 else loss


def poisson_nll_loss(
    input,
    target,
    log_input=True,
    full=False,
    size_average=None,
    eps=1e-8,
    reduce=None,
    reduction='mean',
):
    return _function('poisson_nll_loss', input, target, log_input, full, eps, _reduction(reduction))


def gaussian_nll_loss(input, target, var, full=False, eps=1e-6, reduction='mean'):
    if torch.any(var < 0):
        raise ValueError('var has negative entry/entries')
    with torch.no_grad():
        var = var.clone().clamp_(min=eps) if not var.requires_grad else var
    loss = 0.5 * (torch.log(var.clamp(min=eps)) + (input - target) ** 2 / var.clamp(min=eps))
    if full:
        loss = loss + 0.5 * math.log(2 * math.pi)
    return loss.mean() if reduction == 'mean' else loss.sum() if reduction == 'sum' else loss


def hinge_embedding_loss(
    input, target, margin=1.0, size_average=None, reduce=None, reduction='mean'
):
    return _function('hinge_embedding_loss', input, target, margin, _reduction(reduction))


def cosine_embedding_loss(
    input1, input2, target, margin=0, size_average=None, reduce=None, reduction='mean'
):
    return _function('cosine_embedding_loss', input1, input2, target, margin, _reduction(reduction))


def margin_ranking_loss(
    input1, input2, target, margin=0, size_average=None, reduce=None, reduction='mean'
):
    return _function('margin_ranking_loss', input1, input2, target, margin, _reduction(reduction))


def triplet_margin_loss(
    anchor,
    positive,
    negative,
    margin=1.0,
    p=2,
    eps=1e-6,
    swap=False,
    size_average=None,
    reduce=None,
    reduction='mean',
):
    return _function(
        'triplet_margin_loss',
        anchor,
        positive,
        negative,
        margin,
        p,
        eps,
        swap,
        _reduction(reduction),
    )


def soft_margin_loss(input, target, size_average=None, reduce=None, reduction='mean'):
    return _function('soft_margin_loss', input, target, _reduction(reduction))


def multilabel_soft_margin_loss(
    input, target, weight=None, size_average=None, reduce=None, reduction='mean'
):
    loss = -(target * logsigmoid(input) + (1 - target) * logsigmoid(-input))
    loss = (loss if weight is None else loss * weight).sum(-1) / input.size(-1)
    return loss if reduction == 'none' else loss.mean() if reduction == 'mean' else loss.sum()


# Attention


def scaled_dot_product_attention(
    query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None
):
    weights = _attention_weights(query, key, attn_mask, dropout_p, is_causal, scale)
    return weights @ value


def _attention_weights(query, key, mask, dropout_p, is_causal=False, scale=None):
    """softmax(q kᵀ / √d + mask), dropped: [..., queries, keys]."""
    scale = 1 / math.sqrt(query.size(-1)) if scale is None else scale
    if is_causal:
        if mask is not None:
            raise RuntimeError(
                '_scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True'
            )
        mask = torch.ones(
            query.size(-2), key.size(-2), dtype=torch.bool, device=query.device
        ).tril()
    # Both sides take the root of the scale: so PyTorch does, to stay away from overflow.
    scores = (query * math.sqrt(scale)) @ (key.transpose(-2, -1) * math.sqrt(scale))
    if mask is not None:
        scores = scores + (
            _as_bias(mask.logical_not(), scores) if mask.dtype == torch.bool else mask
        )
    weights = scores.softmax(-1)
    return dropout(weights, dropout_p) if dropout_p > 0.0 else weights


def _as_bias(forbidden, like):
    """Of a mask that is True where nothing may be looked at."""
    bias = torch.zeros(forbidden.shape, dtype=like.dtype, device=like.device)
    return bias.masked_fill_(forbidden, -math.inf)


def multi_head_attention_forward(
    query,
    key,
    value,
    embed_dim_to_check,
    num_heads,
    in_proj_weight,
    in_proj_bias,
    bias_k,
    bias_v,
    add_zero_attn,
    dropout_p,
    out_proj_weight,
    out_proj_bias,
    training=True,
    key_padding_mask=None,
    need_weights=True,
    attn_mask=None,
    use_separate_proj_weight=False,
    q_proj_weight=None,
    k_proj_weight=None,
    v_proj_weight=None,
    average_attn_weights=True,
    is_causal=False,
):
    """Of inputs [length, batch, features]; without a batch, [length, features]."""
    is_batched = query.dim() == 3
    if not is_batched:
        query, key, value = query.unsqueeze(1), key.unsqueeze(1), value.unsqueeze(1)
        if key_padding_mask is not None:
            key_padding_mask = key_padding_mask.unsqueeze(0)
    length, batch, features = query.shape
    keys = key.size(0)
    assert (
        features == embed_dim_to_check
    ), f'was expecting embedding dimension of {embed_dim_to_check}, but got {features}'
    head = features // num_heads
    assert (
        head * num_heads == features
    ), f'embed_dim {features} not divisible by num_heads {num_heads}'

    if use_separate_proj_weight:
        biases = (None,) * 3 if in_proj_bias is None else in_proj_bias.chunk(3)
        q = linear(query, q_proj_weight, biases[0])
        k = linear(key, k_proj_weight, biases[1])
        v = linear(value, v_proj_weight, biases[2])
    else:
        assert (
            key.shape == value.shape
        ), f'key shape {key.shape} does not match value shape {value.shape}'
        q, k, v = _projected(query, key, value, in_proj_weight, in_proj_bias)

    if bias_k is not None and bias_v is not None:
        k = torch.cat([k, bias_k.repeat(1, batch, 1)])
        v = torch.cat([v, bias_v.repeat(1, batch, 1)])
    if add_zero_attn:
        zeros = torch.zeros(1, batch, features, dtype=k.dtype, device=k.device)
        k, v = torch.cat([k, zeros]), torch.cat([v, zeros])
    added = k.size(0) - keys
    keys = k.size(0)

    q = q.contiguous().view(length, batch * num_heads, head).transpose(0, 1)
    k = k.contiguous().view(keys, batch * num_heads, head).transpose(0, 1)
    v = v.contiguous().view(keys, batch * num_heads, head).transpose(0, 1)
    mask = _merged_masks(attn_mask, key_padding_mask, (length, batch, num_heads), added, q)
    scaled = q / math.sqrt(head)
    if mask is None:
        weights = torch.bmm(scaled, k.transpose(-2, -1))
    else:
        weights = torch.baddbmm(mask, scaled, k.transpose(-2, -1))
    weights = weights.softmax(-1)
    if training and dropout_p > 0.0:
        weights = dropout(weights, dropout_p)
    output = torch.bmm(weights, v).transpose(0, 1).contiguous().view(length * batch, features)
    output = linear(output, out_proj_weight, out_proj_bias).view(length, batch, features)
    output = output if is_batched else output.squeeze(1)
    if not need_weights:
        return output, None
    weights = weights.view(batch, num_heads, length, keys)
    if average_attn_weights:
        weights = weights.sum(dim=1) / num_heads
    return output, weights if is_batched else weights.squeeze(0)


def _projected(query, key, value, weight, bias):
    """By one matrix for all three where they are one tensor, as it gives the same in fewer steps."""
    if key is value and query is key:
        return linear(query, weight, bias).chunk(3, dim=-1)
    weights = weight.chunk(3)
    biases = (None,) * 3 if bias is None else bias.chunk(3)
    return tuple(linear(*each) for each in zip((query, key, value), weights, biases))


def _merged_masks(attn_mask, key_padding_mask, sizes, added, like):
    """One mask to add to the scores [batch * heads, queries, keys], of both and of keys that were added."""
    length, batch, heads = sizes
    merged = None
    if attn_mask is not None:
        merged = _as_bias(attn_mask, like) if attn_mask.dtype == torch.bool else attn_mask
        if merged.dim() == 2:
            if merged.shape[0] != length:
                raise RuntimeError(
                    f'The shape of the 2D attn_mask is {merged.shape}, but should be {(length, merged.shape[1])}.'
                )
            merged = merged.unsqueeze(0)
        merged = pad(merged, (0, added)) if added else merged
        merged = merged.expand(batch * heads, length, merged.size(-1))
    if key_padding_mask is not None:
        padding = key_padding_mask
        padding = _as_bias(padding, like) if padding.dtype == torch.bool else padding
        padding = pad(padding, (0, added)) if added else padding
        keys = padding.size(-1)
        padding = (
            padding.view(batch, 1, 1, keys)
            .expand(-1, heads, length, -1)
            .reshape(batch * heads, length, keys)
        )
        merged = padding if merged is None else merged + padding
    return merged


def __getattr__(name):
    from torch._absent import missing

    raise missing('torch.nn.functional', name)
