"""What PyTorch has and this package has not, and what to do instead."""

_HALF = 'half precision is not reproduced here: leave it out to see the same in float32'
_SAME = 'leave it out, the program prints the same without'
_NORMS = 'divide the weight by its norm in forward() instead'
_ONE_MACHINE = 'there is one process on one machine here: leave it out'

_NAMES = {
    'half': _HALF,
    'float16': _HALF,
    'bfloat16': _HALF,
    'HalfTensor': _HALF,
    'BFloat16Tensor': _HALF,
    'autocast': _HALF,
    'amp': _HALF,
    'complex64': 'there are no complex numbers here',
    'complex128': 'there are no complex numbers here',
    'complex': 'there are no complex numbers here',
    'cfloat': 'there are no complex numbers here',
    'fft': 'there are no complex numbers here',
    'compile': _SAME,
    'jit': _SAME,
    'fx': _SAME,
    'onnx': 'models cannot be exported here',
    'hub': 'nothing can be downloaded here',
    'distributed': _ONE_MACHINE,
    'multiprocessing': _ONE_MACHINE,
    'quantization': 'quantized numbers are not reproduced here',
    'ao': 'quantized numbers are not reproduced here',
    'sparse': 'there are no sparse tensors here: use dense ones',
    'sparse_coo_tensor': 'there are no sparse tensors here: use dense ones',
    'vmap': 'call the function for each item, and torch.stack what it gives',
    'func': 'use torch.autograd.grad',
    'profiler': _SAME,
    'tensorboard': 'print the numbers instead',
    'weight_norm': _NORMS,
    'spectral_norm': _NORMS,
    'parametrizations': _NORMS,
    'prune': 'set the weights to zero under torch.no_grad()',
    'LBFGS': 'take torch.optim.SGD or Adam',
    'SparseAdam': 'there are no sparse gradients here: take torch.optim.Adam',
    'CTCLoss': 'it is not reproduced here',
    'to_sparse': 'there are no sparse tensors here: use dense ones',
}


def missing(module, name):
    """The error for a name that a module does not have: with what to do, where PyTorch has it."""
    return _error(f'{module}.{name}', name, f"module '{module}' has no attribute '{name}'")


def missing_in(instance, name):
    """The same for an attribute of an object."""
    kind = type(instance).__name__
    return _error(f'{kind}.{name}', name, f"'{kind}' object has no attribute '{name}'")


def why(name):
    """Why a name of PyTorch is not here, and what to do; None for a name that nobody knows."""
    return next((_NAMES[part] for part in name.split('.') if part in _NAMES), None)


def _error(full_name, name, unknown):
    reason = why(name)
    return AttributeError(f'{full_name} is not in the playground: {reason}.' if reason else unknown)
