"""What programs plot, as plain lists of floats: of tensors, arrays, lists, ranges and single numbers."""


def numbers(values):
    """Nested lists of floats; a text stays a text.

    Raises RuntimeError for a tensor that requires grad, in PyTorch's words.
    """
    if getattr(values, 'requires_grad', False) or getattr(values, 'is_cuda', False):
        # Tensor.numpy() says what is wrong with it.
        values = values.numpy()
    if hasattr(values, 'tolist'):
        values = values.tolist()
    if isinstance(values, (str, int, float)):
        return values if isinstance(values, str) else float(values)
    if values is None:
        return None
    if isinstance(values, dict):
        values = values.values()
    try:
        return [numbers(value) for value in values]
    except TypeError:
        return float(values)


def row(values):
    """A list; of a single number, one of one."""
    plain = numbers(values)
    if not isinstance(plain, list):
        return [plain]
    # A column or a row of a matrix.
    while plain and isinstance(plain[0], list) and (len(plain) == 1 or all(len(one) == 1 for one in plain)):
        plain = plain[0] if len(plain) == 1 else [one[0] for one in plain]
    return plain


def flat(values):
    plain = numbers(values)
    if not isinstance(plain, list):
        return [plain]
    return [number for one in plain for number in (flat(one) if isinstance(one, list) else [one])]


def is_finite(number):
    return number is not None and number - number == 0
