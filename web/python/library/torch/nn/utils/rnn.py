"""Sequences of different lengths: padded to one, and packed without padding."""

from collections import namedtuple

import torch
from torch._tensor import function as _function


class PackedSequence(
    namedtuple('PackedSequence', ['data', 'batch_sizes', 'sorted_indices', 'unsorted_indices'])
):
    """The steps of all sequences, the first of each first; `batch_sizes` says how many there are of each."""

    def __new__(cls, data, batch_sizes=None, sorted_indices=None, unsorted_indices=None):
        if unsorted_indices is None:
            unsorted_indices = invert_permutation(sorted_indices)
        return super().__new__(cls, data, batch_sizes, sorted_indices, unsorted_indices)

    def to(self, *args, **kwargs):
        return PackedSequence(self.data.to(*args, **kwargs), *self[1:])

    @property
    def is_cuda(self):
        return self.data.is_cuda


def invert_permutation(permutation):
    if permutation is None:
        return None
    positions = torch.arange(0, permutation.numel(), device=permutation.device)
    return torch.empty_like(permutation).scatter_(0, permutation, positions)


def pack_padded_sequence(input, lengths, batch_first=False, enforce_sorted=True):
    lengths = torch.as_tensor(lengths, dtype=torch.int64)
    sorted_indices = None
    if not enforce_sorted:
        lengths, sorted_indices = torch.sort(lengths, descending=True)
        input = input.index_select(0 if batch_first else 1, sorted_indices.to(input.device))
    data, batch_sizes = _function('_pack_padded_sequence', input, lengths, batch_first)
    return PackedSequence(data, batch_sizes, sorted_indices, None)


def pad_packed_sequence(sequence, batch_first=False, padding_value=0.0, total_length=None):
    longest = sequence.batch_sizes.size(0)
    if total_length is not None:
        if total_length < longest:
            raise ValueError(
                'Expected total_length to be at least the length of the longest sequence in input, '
                f'but got total_length={total_length} and max sequence length being {longest}'
            )
        longest = total_length
    padded, lengths = _function(
        '_pad_packed_sequence',
        sequence.data,
        sequence.batch_sizes,
        batch_first,
        padding_value,
        longest,
    )
    if sequence.unsorted_indices is None:
        return padded, lengths
    at = sequence.unsorted_indices
    return padded.index_select(0 if batch_first else 1, at), lengths[at.cpu()]


def pad_sequence(sequences, batch_first=False, padding_value=0.0):
    longest = max(sequence.size(0) for sequence in sequences)
    first = sequences[0]
    sizes = (len(sequences), longest) if batch_first else (longest, len(sequences))
    padded = first.new_full((*sizes, *first.shape[1:]), padding_value)
    for at, sequence in enumerate(sequences):
        place = (at, slice(sequence.size(0))) if batch_first else (slice(sequence.size(0)), at)
        padded[place] = sequence
    return padded


def unpad_sequence(padded_sequences, lengths, batch_first=False):
    rows = padded_sequences if batch_first else padded_sequences.transpose(0, 1)
    return [row[:length] for row, length in zip(rows, lengths)]


def pack_sequence(sequences, enforce_sorted=True):
    lengths = [sequence.size(0) for sequence in sequences]
    return pack_padded_sequence(pad_sequence(sequences), lengths, enforce_sorted=enforce_sorted)
