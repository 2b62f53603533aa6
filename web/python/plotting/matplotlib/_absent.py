"""What matplotlib has and the playground has not: a warning, and the program goes on."""

import warnings

_FOLDER = __file__.removesuffix('_absent.py')


class Absent:
    """Whatever is asked of it is absent, too."""

    def __call__(self, *args, **options):
        return self

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return self

    def __getitem__(self, key):
        return self

    def __setitem__(self, key, value):
        pass

    def __iter__(self):
        return iter(())

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass


def leave_out(name):
    """Warns at the program's own line, and stands for what is absent."""
    warn(f'{name} is not in the playground: it is left out of the picture')
    return Absent()


def warn(text):
    warnings.warn(text, skip_file_prefixes=(_FOLDER,))
