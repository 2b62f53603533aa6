"""What operations return that give several tensors with names, as `torch.max(x, 1).values`."""

_FIELDS = {
    **dict.fromkeys(
        (
            'max',
            'min',
            'median',
            'nanmedian',
            'mode',
            'sort',
            'topk',
            'kthvalue',
            'cummax',
            'cummin',
        ),
        ('values', 'indices'),
    ),
    'aminmax': ('min', 'max'),
    'slogdet': ('sign', 'logabsdet'),
    'svd': ('U', 'S', 'V'),
    'qr': ('Q', 'R'),
    'linalg_qr': ('Q', 'R'),
}


class _Named(tuple):
    __slots__ = ()

    def __new__(cls, values):
        return tuple.__new__(cls, values)

    def __repr__(self):
        fields = ',\n'.join(f'{name}={value!r}' for name, value in zip(self.fields, self))
        return f'torch.return_types.{type(self).__name__}(\n{fields})'


def _class(name, fields):
    by_field = {field: property(lambda self, at=at: self[at]) for at, field in enumerate(fields)}
    return type(name, (_Named,), {'__slots__': (), 'fields': fields, **by_field})


CLASSES = {name: _class(name, fields) for name, fields in _FIELDS.items()}
globals().update(CLASSES)
