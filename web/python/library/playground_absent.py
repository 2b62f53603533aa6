"""Modules that programs import and that are not here: an error that says what to do instead of them."""

import importlib.abc
import sys

_DATA = 'nothing can be downloaded in the playground. Make a small data set with torch.rand or torch.tensor instead'
_WITHOUT = 'it is not in the playground. Leave it out'

_WHY = {
    **dict.fromkeys(
        ('torchvision', 'torchtext', 'torchaudio', 'datasets', 'requests', 'urllib3'), _DATA
    ),
    **dict.fromkeys(
        ('transformers', 'timm', 'torch_geometric', 'pytorch_lightning', 'lightning'), _DATA
    ),
    **dict.fromkeys(('pandas', 'PIL', 'cv2', 'spacy', 'nltk', 'sklearn', 'scipy'), _WITHOUT),
    **dict.fromkeys(
        ('tensorflow', 'keras', 'jax', 'flax'), 'the playground runs programs of PyTorch'
    ),
    'matplotlib': 'of it the playground has pyplot, figure and axes',
    'seaborn': 'it is not in the playground. Draw with matplotlib.pyplot instead',
    'd2l': 'write out the few functions that you use of it',
}


class _Finder(importlib.abc.MetaPathFinder):
    """Comes last, so that it is asked only for what nobody has."""

    def find_spec(self, fullname, path=None, target=None):
        package, _, rest = fullname.partition('.')
        if why := _why_of_torch(rest) if package == 'torch' else _WHY.get(package):
            raise ModuleNotFoundError(f'No module named {fullname!r}: {why}.', name=fullname)


def _why_of_torch(name):
    # There already, if a part of it is asked for.
    from torch._absent import why

    return why(name)


def tell():
    """From now on, an import of one of these says why it fails."""
    sys.meta_path.append(_Finder())
