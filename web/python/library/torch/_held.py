"""What stands for something of the core: tensors and generators."""


class Held:
    """Has a `_handle` of the core."""


def given(value):
    """An argument as the core takes it: what is held by its handle, also inside lists and tuples."""
    if isinstance(value, Held):
        return value._handle
    if isinstance(value, list):
        return [given(each) for each in value]
    if isinstance(value, tuple):
        return tuple(given(each) for each in value)
    return value
