"""Functions of `torch` that PyTorch has in Python."""

import warnings

import playground_calls as _calls

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


def tensordot(a, b, dims=2):
    if isinstance(dims, Tensor):
        dims = dims.tolist()
    if isinstance(dims, int):
        if dims < 0:
            raise RuntimeError(f'tensordot expects dims >= 0, but got dims={dims}')
        dims = list(range(-dims, 0)), list(range(dims))
    return function('tensordot', a, b, *map(_listed, dims))


def _listed(dims):
    return [dims] if isinstance(dims, int) else list(dims)


def meshgrid(*tensors, indexing=None):
    if indexing is None:
        warnings.warn(
            'torch.meshgrid: in an upcoming release, it will be required to pass the indexing argument.'
        )
    return function('meshgrid', _all(tensors), indexing=indexing or 'ij')


def cartesian_prod(*tensors):
    return function('cartesian_prod', list(tensors))


def block_diag(*tensors):
    return function('block_diag', list(tensors))


def split(tensor, split_size_or_sections, dim=0):
    return tensor.split(split_size_or_sections, dim)


def unique(input, sorted=True, return_inverse=False, return_counts=False, dim=None):
    asked = sorted, return_inverse, return_counts
    if dim is None:
        found = function('_unique2', input, *asked)
    else:
        found = function('unique_dim', input, dim, *asked)
    return _wanted(found, return_inverse, return_counts)


def unique_consecutive(input, return_inverse=False, return_counts=False, dim=None):
    found = function('unique_consecutive', input, return_inverse, return_counts, dim)
    return _wanted(found, return_inverse, return_counts)


def _wanted(found, return_inverse, return_counts):
    """Of values, inverse and counts those that were asked for; the values alone not as a tuple."""
    wanted = tuple(
        one for one, is_wanted in zip(found, (True, return_inverse, return_counts)) if is_wanted
    )
    return wanted if len(wanted) > 1 else wanted[0]


def nonzero(input, *, as_tuple=False):
    return function('nonzero_numpy' if as_tuple else 'nonzero', input)


def norm(input, p='fro', dim=None, keepdim=False, out=None, dtype=None):
    """As PyTorch's, over all dimensions where none is given; Frobenius' norm is that of p = 2."""
    if p == 'nuc':
        raise NotImplementedError("norm() with p='nuc' is not in the playground")
    if dim is None:
        dim = list(range(input.dim()))
    options = {} if dtype is None else {'dtype': dtype}
    power = 2 if p == 'fro' else p
    return function('norm', input, power, dim, keepdim, **options)


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
    named = obj if hasattr(obj, '__qualname__') else type(obj)
    module = named.__module__
    return named.__qualname__ if module in (None, 'builtins') else f'{module}.{named.__qualname__}'


def _dropping(name):
    """A dropout of the core, of which who listens to such calls is told."""

    def run(*args, **kwargs):
        def call():
            return function(name, *args, **kwargs)

        told = {**dict(zip(('input', 'p', 'train'), args)), **kwargs}
        if len(args) > 3 or told.keys() != {'input', 'p', 'train'} or not isinstance(told['input'], Tensor):
            # The core says what is wrong with it.
            return call()
        is_inplace = name.endswith('_')
        return _calls.heard(call, name.removesuffix('_'), told['input'], told['p'], told['train'], is_inplace)

    run.__name__ = run.__qualname__ = name
    return run


for _name in ('dropout', 'feature_dropout', 'alpha_dropout', 'feature_alpha_dropout'):
    globals().update({_name: _dropping(_name), f'{_name}_': _dropping(f'{_name}_')})
