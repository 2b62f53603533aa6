"""`torch.backends.mps`: no Apple GPU is among the machines."""


def is_available():
    return False


def is_built():
    return False
