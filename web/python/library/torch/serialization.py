"""`torch.save` and `torch.load`: what was saved here is read here. Files of PyTorch itself are not."""

import pickle

_BEGINNING = b'dropout-playground\n'


def save(
    obj,
    f,
    pickle_module=pickle,
    pickle_protocol=pickle.DEFAULT_PROTOCOL,
    _use_new_zipfile_serialization=True,
):
    """Writes an object, with all tensors in it, to a file or to the name of one."""
    contents = _BEGINNING + pickle.dumps(obj, pickle_protocol)
    if hasattr(f, 'write'):
        f.write(contents)
    else:
        with open(f, 'wb') as file:
            file.write(contents)


def load(f, map_location=None, pickle_module=pickle, *, weights_only=None, **pickle_load_args):
    """
    Reads what `save` has written.

    Raises RuntimeError for a file of PyTorch's own.
    """
    if hasattr(f, 'read'):
        contents = f.read()
    else:
        with open(f, 'rb') as file:
            contents = file.read()
    if not contents.startswith(_BEGINNING):
        raise RuntimeError(
            'torch.load reads here only what torch.save has written here: files that PyTorch saved '
            'elsewhere, and other formats, cannot be read in the playground.'
        )
    _placement.append(map_location)
    try:
        return pickle.loads(contents[len(_BEGINNING) :])
    finally:
        _placement.pop()


# The map_location of the loads that run, the innermost last: where tensors are put that lay on another device.
_placement = []


def placed(device):
    """Where a tensor of a file is put that was on this device when it was saved."""
    place = _placement[-1] if _placement else None
    if isinstance(place, dict):
        return str(place.get(device, device))
    return device if place is None or callable(place) else str(place)
