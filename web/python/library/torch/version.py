"""The PyTorch that this package speaks like: what it prints, warns of and raises."""

__version__ = '2.7.0'
cuda = None
