"""`nn.Embedding` and `nn.EmbeddingBag`."""

import torch

from .. import functional as F
from .. import init
from ..parameter import Parameter
from .module import Module


class Embedding(Module):
    def __init__(
        self,
        num_embeddings,
        embedding_dim,
        padding_idx=None,
        max_norm=None,
        norm_type=2.0,
        scale_grad_by_freq=False,
        sparse=False,
        _weight=None,
        _freeze=False,
        device=None,
        dtype=None,
    ):
        super().__init__()
        self.num_embeddings = num_embeddings
        self.embedding_dim = embedding_dim
        if padding_idx is not None:
            assert (
                -num_embeddings <= padding_idx < num_embeddings
            ), 'Padding_idx must be within num_embeddings'
            padding_idx %= num_embeddings
        self.padding_idx = padding_idx
        self.max_norm = max_norm
        self.norm_type = norm_type
        self.scale_grad_by_freq = scale_grad_by_freq
        self.sparse = sparse
        if _weight is None:
            empty = torch.empty((num_embeddings, embedding_dim), device=device, dtype=dtype)
            self.weight = Parameter(empty, requires_grad=not _freeze)
            self.reset_parameters()
        else:
            assert list(_weight.shape) == [
                num_embeddings,
                embedding_dim,
            ], 'Shape of weight does not match num_embeddings and embedding_dim'
            self.weight = Parameter(_weight, requires_grad=not _freeze)

    def reset_parameters(self):
        init.normal_(self.weight)
        if self.padding_idx is not None:
            with torch.no_grad():
                self.weight[self.padding_idx].fill_(0)

    def forward(self, input):
        return F.embedding(
            input,
            self.weight,
            self.padding_idx,
            self.max_norm,
            self.norm_type,
            self.scale_grad_by_freq,
            self.sparse,
        )

    def extra_repr(self):
        text = f'{self.num_embeddings}, {self.embedding_dim}'
        defaults = {
            'padding_idx': None,
            'max_norm': None,
            'norm_type': 2,
            'scale_grad_by_freq': False,
        }
        for name, default in defaults.items():
            if getattr(self, name) != default:
                text += f', {name}={getattr(self, name)}'
        return text + (', sparse=True' if self.sparse else '')

    @classmethod
    def from_pretrained(cls, embeddings, freeze=True, padding_idx=None, **kwargs):
        assert embeddings.dim() == 2, 'Embeddings parameter is expected to be 2-dimensional'
        return cls(
            *embeddings.shape, padding_idx=padding_idx, _weight=embeddings, _freeze=freeze, **kwargs
        )


class EmbeddingBag(Module):
    def __init__(
        self,
        num_embeddings,
        embedding_dim,
        max_norm=None,
        norm_type=2.0,
        scale_grad_by_freq=False,
        mode='mean',
        sparse=False,
        _weight=None,
        include_last_offset=False,
        padding_idx=None,
        device=None,
        dtype=None,
    ):
        super().__init__()
        self.num_embeddings = num_embeddings
        self.embedding_dim = embedding_dim
        self.max_norm = max_norm
        self.norm_type = norm_type
        self.scale_grad_by_freq = scale_grad_by_freq
        if padding_idx is not None:
            assert (
                -num_embeddings <= padding_idx < num_embeddings
            ), 'padding_idx must be within num_embeddings'
            padding_idx %= num_embeddings
        self.padding_idx = padding_idx
        if _weight is None:
            size = num_embeddings, embedding_dim
            self.weight = Parameter(torch.empty(size, device=device, dtype=dtype))
            self.reset_parameters()
        else:
            assert list(_weight.shape) == [
                num_embeddings,
                embedding_dim,
            ], 'Shape of weight does not match num_embeddings and embedding_dim'
            self.weight = Parameter(_weight)
        self.mode = mode
        self.sparse = sparse
        self.include_last_offset = include_last_offset

    reset_parameters = Embedding.reset_parameters

    def forward(self, input, offsets=None, per_sample_weights=None):
        return F.embedding_bag(
            input,
            self.weight,
            offsets,
            self.max_norm,
            self.norm_type,
            self.scale_grad_by_freq,
            self.mode,
            self.sparse,
            per_sample_weights,
            self.include_last_offset,
            self.padding_idx,
        )

    def extra_repr(self):
        text = f'{self.num_embeddings}, {self.embedding_dim}'
        if self.max_norm is not None:
            text += f', max_norm={self.max_norm}'
        if self.norm_type != 2:
            text += f', norm_type={self.norm_type}'
        if self.scale_grad_by_freq:
            text += f', scale_grad_by_freq={self.scale_grad_by_freq}'
        text += f', mode={self.mode}'
        return text if self.padding_idx is None else f'{text}, padding_idx={self.padding_idx}'

    @classmethod
    def from_pretrained(cls, embeddings, freeze=True, **kwargs):
        assert embeddings.dim() == 2, 'Embeddings parameter is expected to be 2-dimensional'
        bags = cls(*embeddings.shape, _weight=embeddings, **kwargs)
        bags.weight.requires_grad = not freeze
        return bags
