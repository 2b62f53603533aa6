"""`torch.linalg`."""

from . import return_types
from ._tensor import operation as _operation, function as _function

for _name in ('norm', 'vector_norm', 'matrix_norm', 'inv', 'det', 'solve'):
    globals()[_name] = _operation(f'linalg_{_name}', _function, _name)


def qr(A, mode='reduced'):
    return return_types.linalg_qr(_function('linalg_qr', A, mode))


def __getattr__(name):
    from ._absent import missing

    raise missing('torch.linalg', name)
