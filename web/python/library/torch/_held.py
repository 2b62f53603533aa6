"""What stands for something of the core: tensors and generators."""


class Held:
    """Has a `_handle` of the core."""


def given(values):
    """Arguments as the core takes them: what is held by its handle, also inside lists and tuples."""
    made = [
        value._handle
        if isinstance(value, Held)
        else given(value)
        if isinstance(value, (list, tuple))
        else value
        for value in values
    ]
    return made if isinstance(values, list) else tuple(made)
