"""The same, by the name that notebooks import."""

from . import tqdm, trange  # noqa: F401
