"""Checkpoints, which save memory and compute the same: nothing is saved here, all is kept."""


def checkpoint(function, *args, use_reentrant=None, preserve_rng_state=True, **kwargs):
    return function(*args, **kwargs)
