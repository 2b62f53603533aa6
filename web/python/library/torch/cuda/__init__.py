"""`torch.cuda`: the GPUs of the machine that was chosen, which may have none."""

from torch import _C
from torch._device import device as Device
from torch.random import cuda_generators


def device_count():
    return len(_C.cuda_devices())


def is_available():
    return device_count() > 0


def is_initialized():
    return is_available()


def init():
    _required()


def _required():
    if not is_available():
        raise AssertionError('Torch not compiled with CUDA enabled')


def current_device():
    _required()
    return 0


def set_device(device):
    _required()


def get_device_name(device=None):
    _required()
    return _C.cuda_devices()[_index(device)]


def _index(device):
    if device is None:
        return 0
    return device if isinstance(device, int) else Device(device).index or 0


def manual_seed(seed):
    """Without a GPU it does nothing, as in PyTorch."""
    for generator in cuda_generators()[:1]:
        generator.manual_seed(int(seed))


def manual_seed_all(seed):
    for generator in cuda_generators():
        generator.manual_seed(int(seed))


def get_rng_state(device='cuda'):
    _required()
    return cuda_generators()[_index(device)].get_state()


def set_rng_state(new_state, device='cuda'):
    _required()
    cuda_generators()[_index(device)].set_state(new_state)


def synchronize(device=None):
    _required()


def empty_cache():
    pass


def memory_allocated(device=None):
    return 0


def is_bf16_supported():
    return False
