"""The dropout calls of a program, with all that it takes to show each as a figure: x, and where its draws begin."""

import json
import random

# Elements of an input that is kept, calls of one line, and calls of a run.
_MOST_ELEMENTS = 256
_MOST_OF_LINE = 20
_MOST = 200

_WORDS = 624
# Of these, how many are looked through for where a generator stands.
_MOST_BLOCKS = 5000

_LAYERS = {
    'dropout': 'Dropout',
    'alpha_dropout': 'AlphaDropout',
    'feature_alpha_dropout': 'FeatureAlphaDropout',
}
_CHANNELS = {3: 'Dropout1d', 4: 'Dropout2d', 5: 'Dropout3d'}

# Who takes the calls of the program that runs.
_listener = None


def are_heard():
    return _listener is not None


def heard(run, *call):
    """Runs a dropout, of which `call` is (name, input, p, training, inplace), and tells of it if somebody listens."""
    if _listener is None:
        return run()
    return _listener.hear(run, *call)


class Calls:
    """The calls of one run.

    places  where the program is: see playground_answers.Places
    tell    is called with each as JSON: the lines as Answers has them, layer, p, training, inplace, and input, output,
            seed and words, how many of 32 bits have been drawn since the seeding; null for what is not known: of large
            or unusual tensors, and of a generator whose state was set
    """

    def __init__(self, places, tell):
        self._places = places
        self._tell = tell
        self._counts = {}

    def __enter__(self):
        global _listener
        _listener = self
        return self

    def __exit__(self, *_):
        global _listener
        _listener = None

    def hear(self, run, name, input, p, training, inplace):
        place = self._places.running()
        count = self._counts[place] = self._counts.get(place, 0) + 1
        if count > _MOST_OF_LINE or sum(self._counts.values()) > _MOST:
            return run()
        # An input that is changed in place, and a generator that goes on.
        before = _told_of(name, input, training)
        output = run()
        line, end_line, outer_line = place
        self._tell(
            json.dumps(
                {
                    'line': line,
                    'endLine': end_line,
                    'outerLine': outer_line,
                    'p': float(p),
                    'training': bool(training),
                    'inplace': bool(inplace),
                    **before,
                    'output': before['input'] and _text(output),
                }
            )
        )
        return output


def _told_of(name, input, training):
    layer = _CHANNELS.get(input.dim()) if name == 'feature_dropout' else _LAYERS[name]
    is_shown = layer and 0 < input.numel() <= _MOST_ELEMENTS and input.is_contiguous()
    seed, words = _drawn(input.device) if is_shown and training else (None, None)
    return {
        'layer': layer or 'Dropout',
        'shape': str(tuple(input.shape)),
        'input': _text(input) if is_shown else None,
        'device': input.device.type,
        'seed': seed,
        'words': words,
    }


def _text(tensor):
    """As a literal; None where a dtype has none."""
    dtype = str(tensor.dtype)
    numbers = _literal(tensor.detach().cpu().tolist())
    if dtype == 'torch.float32':
        return numbers
    return f'torch.tensor({numbers}, dtype={dtype})' if dtype == 'torch.float64' else None


def _literal(numbers):
    if isinstance(numbers, list):
        return '[' + ', '.join(map(_literal, numbers)) + ']'
    return repr(numbers).removesuffix('.0')


def _drawn(device):
    """The seed of a device's generator, as text, and the words that it has drawn since."""
    import torch

    if device.type == 'cuda':
        generator = torch.random.cuda_generators()[device.index or 0]
        state = bytes(generator.get_state().tolist())
        return str(generator.initial_seed()), int.from_bytes(state[8:16], 'little')
    state = bytes(torch.default_generator.get_state().tolist())
    seed = int.from_bytes(state[:8], 'little')
    words = [
        int.from_bytes(state[at : at + 4], 'little') for at in range(8, 8 + 4 * _WORDS, 4)
    ]
    place = int.from_bytes(state[8 + 4 * _WORDS :][:4], 'little')
    blocks = _blocks_before(seed, words)
    return str(seed), None if blocks is None else (blocks - 1) * _WORDS + place


# The Mersenne Twister of a seed, which goes on from call to call: (seed, generator, blocks).
_last = (None, None, 0)


def _blocks_before(seed, words):
    """How often a Mersenne Twister has made new words since its seeding; None if it was never there.

    Source: Matsumoto and Nishimura's mt19937ar.c, init_genrand; Python's own `random` has the same generator.
    """
    global _last
    kept, twister, blocks = _last
    for is_anew in (kept != seed, True):
        if is_anew:
            twister, blocks = _seeded(seed), 0
        while blocks < _MOST_BLOCKS:
            if twister.getstate()[1][:_WORDS] == tuple(words):
                _last = (seed, twister, blocks)
                return blocks
            twister.getrandbits(32 * _WORDS)
            blocks += 1
    return None


def _seeded(seed):
    words = [seed & 0xFFFFFFFF]
    for i in range(1, _WORDS):
        words.append((1812433253 * (words[-1] ^ words[-1] >> 30) + i) & 0xFFFFFFFF)
    twister = random.Random()
    twister.setstate((3, (*words, _WORDS), None))
    return twister
