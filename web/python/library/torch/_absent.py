"""What PyTorch has and this package has not, and what to do instead."""

_HALF = 'half precision is not reproduced here: leave it out to see the same in float32'
_SAME = 'leave it out, the program prints the same without'
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
    'utils.tensorboard': 'print the numbers instead',
}


def missing(module, name):
    """The error for a name that a module does not have: with what to do, where PyTorch has it."""
    within = f'{module}.{name}'.removeprefix('torch.')
    if why := _NAMES.get(within) or _NAMES.get(name):
        return AttributeError(f'{module}.{name} is not in the playground: {why}.')
    return AttributeError(f"module '{module}' has no attribute '{name}'")
