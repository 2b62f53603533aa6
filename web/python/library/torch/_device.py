"""`torch.device`."""

# As PyTorch lists them; only the first two are among the machines here.
_TYPES = (
    'cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, ort, xla, lazy, vulkan, mps, meta, hpu, '
    'privateuseone'
)


class device:
    """Where a tensor lies: `device('cuda:1')`, `device('cuda', 1)`."""

    __module__ = 'torch'
    __slots__ = ('type', 'index')

    def __init__(self, type, index=None):
        if isinstance(type, device):
            type, index = type.type, type.index
        elif isinstance(type, int):
            type, index = 'cuda', type
        kind, colon, ordinal = type.partition(':')
        if colon:
            if index is not None:
                raise RuntimeError(
                    f"type (string) must not include an index because index was passed explicitly: {type}"
                )
            if not ordinal.isdigit():
                raise RuntimeError(f"Invalid device string: '{type}'")
            index = int(ordinal)
        if kind not in _TYPES.split(', '):
            raise RuntimeError(
                f'Expected one of {_TYPES} device type at start of device string: {kind}'
            )
        self.type = kind
        self.index = index

    def __str__(self):
        return self.type if self.index is None else f'{self.type}:{self.index}'

    def __repr__(self):
        index = '' if self.index is None else f', index={self.index}'
        return f"device(type='{self.type}'{index})"

    def __eq__(self, other):
        return isinstance(other, device) and (self.type, self.index) == (other.type, other.index)

    def __hash__(self):
        return hash((self.type, self.index))

    def __reduce__(self):
        return device, (self.type, self.index)
