"""Functions of `torch` that PyTorch has in Python."""

from ._tensor import Tensor, function


def _all(tensors):
    return (
        list(tensors[0])
        if len(tensors) == 1 and isinstance(tensors[0], (list, tuple))
        else list(tensors)
    )


def einsum(equation, *operands):
    return function('einsum', equation, _all(operands))


def broadcast_tensors(*tensors):
    return function('broadcast_tensors', _all(tensors))


def meshgrid(*tensors, indexing='ij'):
    return function('meshgrid', _all(tensors), indexing=indexing)


def cartesian_prod(*tensors):
    return function('cartesian_prod', list(tensors))


def block_diag(*tensors):
    return function('block_diag', list(tensors))


def split(tensor, split_size_or_sections, dim=0):
    return tensor.split(split_size_or_sections, dim)


def chain_matmul(*matrices):
    return function('chain_matmul', list(matrices))


def _at_least(name):
    def run(*tensors):
        made = function(name, tensors[0] if len(tensors) == 1 else list(tensors))
        return made

    run.__name__ = name
    return run


atleast_1d, atleast_2d, atleast_3d = map(_at_least, ('atleast_1d', 'atleast_2d', 'atleast_3d'))


def is_nonzero(input):
    return bool(input)


def is_floating_point(input):
    return input.dtype.is_floating_point


def is_complex(input):
    return False


def is_same_size(input, other):
    return input.shape == other.shape


def numel(input):
    if not isinstance(input, Tensor):
        raise TypeError(
            f"numel(): argument 'input' (position 1) must be Tensor, not {type(input).__name__}"
        )
    return input.numel()


def typename(obj):
    if isinstance(obj, Tensor):
        return obj.type()
    module = type(obj).__module__
    return type(obj).__name__ if module in (None, 'builtins') else f'{module}.{type(obj).__name__}'
