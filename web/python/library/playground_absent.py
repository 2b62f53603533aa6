"""Modules that programs import and that are not here: an error that says what to do instead of them."""

import importlib.abc
import sys

from torch._absent import why as why_of_torch

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
    'matplotlib': 'pictures are not drawn in the playground. Leave it out, and print the numbers',
    'seaborn': 'pictures are not drawn in the playground. Leave it out, and print the numbers',
    'd2l': 'write out the few functions that you use of it',
}


class _Finder(importlib.abc.MetaPathFinder):
    """Comes last, so that it is asked only for what nobody has."""

    def find_spec(self, fullname, path=None, target=None):
        package, _, rest = fullname.partition('.')
        if why := why_of_torch(rest) if package == 'torch' else _WHY.get(package):
            raise ModuleNotFoundError(f'No module named {fullname!r}: {why}.', name=fullname)


def tell():
    """From now on, an import of one of these says why it fails."""
    sys.meta_path.append(_Finder())
