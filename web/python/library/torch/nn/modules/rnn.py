"""RNN, LSTM and GRU, over a sequence and for one step."""

import math
import numbers
import warnings

import playground_calls as _calls
import torch
from torch._tensor import function as _function

from .. import functional as F
from .. import init
from ..parameter import Parameter
from ..utils.rnn import PackedSequence
from .module import Module


class RNNBase(Module):
    """
    The parameters and checks that the three have in common.

    Sequences are [length, batch, features], [batch, length, features] with `batch_first`, or [length, features].
    """

    def __init__(
        self,
        mode,
        input_size,
        hidden_size,
        num_layers=1,
        bias=True,
        batch_first=False,
        dropout=0.0,
        bidirectional=False,
        proj_size=0,
        device=None,
        dtype=None,
    ):
        super().__init__()
        if (
            not isinstance(dropout, numbers.Number)
            or not 0 <= dropout <= 1
            or isinstance(dropout, bool)
        ):
            raise ValueError(
                'dropout should be a number in range [0, 1] representing the probability of an element being zeroed'
            )
        if dropout > 0 and num_layers == 1:
            warnings.warn(
                'dropout option adds dropout after all but last recurrent layer, so non-zero dropout expects '
                f'num_layers greater than 1, but got dropout={dropout} and num_layers={num_layers}'
            )
        if proj_size:
            raise NotImplementedError(
                f'{mode} with proj_size is not in the playground: leave it out.'
            )
        if hidden_size <= 0:
            raise ValueError('hidden_size must be greater than zero')
        if num_layers <= 0:
            raise ValueError('num_layers must be greater than zero')
        self.mode = mode
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.num_layers = num_layers
        self.bias = bias
        self.batch_first = batch_first
        self.dropout = float(dropout)
        self.bidirectional = bidirectional
        self._flat_weights_names = []
        rows = {'LSTM': 4, 'GRU': 3}.get(mode, 1) * hidden_size
        for layer in range(num_layers):
            for suffix in ['', '_reverse'] if bidirectional else ['']:
                width = input_size if layer == 0 else hidden_size * (1 + bidirectional)
                shapes = {'weight_ih': (rows, width), 'weight_hh': (rows, hidden_size)}
                if bias:
                    shapes |= {'bias_ih': (rows,), 'bias_hh': (rows,)}
                for name, shape in shapes.items():
                    full_name = f'{name}_l{layer}{suffix}'
                    setattr(
                        self, full_name, Parameter(torch.empty(shape, device=device, dtype=dtype))
                    )
                    self._flat_weights_names.append(full_name)
        self.reset_parameters()

    @property
    def _flat_weights(self):
        return [getattr(self, name) for name in self._flat_weights_names]

    @property
    def all_weights(self):
        each = 4 if self.bias else 2
        weights = self._flat_weights
        return [weights[at : at + each] for at in range(0, len(weights), each)]

    def reset_parameters(self):
        bound = 1.0 / math.sqrt(self.hidden_size) if self.hidden_size > 0 else 0
        for weight in self.parameters():
            init.uniform_(weight, -bound, bound)

    def flatten_parameters(self):
        """Changes nothing: the weights are read where they lie."""

    def extra_repr(self):
        text = f'{self.input_size}, {self.hidden_size}'
        defaults = {
            'num_layers': 1,
            'bias': True,
            'batch_first': False,
            'dropout': 0,
            'bidirectional': False,
        }
        for name, default in defaults.items():
            if getattr(self, name) != default:
                text += f', {name}={getattr(self, name)}'
        return text

    _operation: str

    def _state(self, hx):
        """The states given by a program, as a list."""
        return [hx]

    def _zeros(self, batch, like):
        shape = self.num_layers * (1 + self.bidirectional), batch, self.hidden_size
        zeros = torch.zeros(shape, dtype=like.dtype, device=like.device)
        return [zeros]

    def forward(self, input, hx=None):
        if isinstance(input, PackedSequence):
            return self._packed_forward(input, hx)
        if input.dim() not in (2, 3):
            raise ValueError(
                f'{self._get_name()}: Expected input to be 2D or 3D, got {input.dim()}D instead'
            )
        is_batched = input.dim() == 3
        batch_dim = 0 if self.batch_first else 1
        if not is_batched:
            input = input.unsqueeze(batch_dim)
        if hx is None:
            states = self._zeros(input.size(batch_dim), input)
        else:
            states = self._state(hx)
            for state in states:
                if state.dim() != (3 if is_batched else 2):
                    self._fail_for_dimensions(is_batched, states)
            if not is_batched:
                states = [state.unsqueeze(1) for state in states]
        self._check(input, states, input.size(batch_dim))
        output, *states = self._run(input, states)
        if not is_batched:
            output = output.squeeze(batch_dim)
            states = [state.squeeze(1) for state in states]
        return output, self._given_back(states)

    def _run(self, input, states):
        self._tell_of_dropout(input, states)
        return _function(
            self._operation,
            input,
            self._for_operation(states),
            self._flat_weights,
            self.bias,
            self.num_layers,
            self.dropout,
            self.training,
            self.bidirectional,
            self.batch_first,
        )

    def _packed_forward(self, packed, hx):
        data, batch_sizes, sorted_indices, unsorted_indices = packed
        if hx is None:
            states = self._zeros(int(batch_sizes[0]), data)
        else:
            states = self._state(hx)
            if sorted_indices is not None:
                states = [state.index_select(1, sorted_indices) for state in states]
        self._tell_of_dropout(data, states, batch_sizes)
        output, *states = _function(
            self._operation,
            data,
            batch_sizes,
            self._for_operation(states),
            self._flat_weights,
            self.bias,
            self.num_layers,
            self.dropout,
            self.training,
            self.bidirectional,
        )
        if unsorted_indices is not None:
            states = [state.index_select(1, unsorted_indices) for state in states]
        return PackedSequence(
            output, batch_sizes, sorted_indices, unsorted_indices
        ), self._given_back(states)

    def _tell_of_dropout(self, input, states, batch_sizes=None):
        """The operation drops between its layers. For who listens to such calls they run one by one first.

        What that draws is taken back, so that the program prints the same.
        """
        if not (self.training and self.dropout > 0 and self.num_layers > 1 and _calls.are_heard()):
            return
        is_packed = batch_sizes is not None
        directions = 1 + self.bidirectional
        each = len(self._flat_weights) // self.num_layers
        with torch.no_grad(), torch.random.fork_rng():
            # As the operation itself goes over a sequence.
            output = input if is_packed or not self.batch_first else input.transpose(0, 1)
            for layer in range(self.num_layers - 1):
                own = slice(layer * directions, (layer + 1) * directions)
                output, *_ = _function(
                    self._operation,
                    output,
                    *([batch_sizes] if is_packed else []),
                    self._for_operation([state[own] for state in states]),
                    self._flat_weights[layer * each : (layer + 1) * each],
                    self.bias,
                    1,
                    0.0,
                    True,
                    self.bidirectional,
                    *([] if is_packed else [False]),
                )
                output = F.dropout(output, self.dropout)

    def _for_operation(self, states):
        return states[0]

    def _given_back(self, states):
        return states[0]

    def _check(self, input, states, batch):
        if input.size(-1) != self.input_size:
            raise RuntimeError(
                f'input.size(-1) must be equal to input_size. Expected {self.input_size}, got {input.size(-1)}'
            )
        expected = (self.num_layers * (1 + self.bidirectional), batch, self.hidden_size)
        for at, state in enumerate(states):
            if state.shape != expected:
                which = f'hidden[{at}]' if len(states) > 1 else 'hidden'
                raise RuntimeError(f'Expected {which} size {expected}, got {list(state.size())}')

    def _fail_for_dimensions(self, is_batched, states):
        expected, found = ('batched 3-D', '3-D') if is_batched else ('unbatched 2-D', '2-D')
        raise RuntimeError(
            f'For {expected} input, hx should also be {found} but got {states[0].dim()}-D tensor'
        )


class RNN(RNNBase):
    def __init__(self, input_size, hidden_size, num_layers=1, nonlinearity='tanh', *args, **kwargs):
        if nonlinearity not in ('tanh', 'relu'):
            raise ValueError(f"Unknown nonlinearity '{nonlinearity}'")
        super().__init__(
            f'RNN_{nonlinearity.upper()}', input_size, hidden_size, num_layers, *args, **kwargs
        )
        self.nonlinearity = nonlinearity

    @property
    def _operation(self):
        return f'rnn_{self.nonlinearity}'


class GRU(RNNBase):
    _operation = 'gru'

    def __init__(self, *args, **kwargs):
        super().__init__('GRU', *args, **kwargs)


class LSTM(RNNBase):
    _operation = 'lstm'

    def __init__(self, *args, **kwargs):
        super().__init__('LSTM', *args, **kwargs)

    def _state(self, hx):
        return list(hx)

    def _zeros(self, batch, like):
        zeros = super()._zeros(batch, like)
        return [*zeros, *zeros]

    def _for_operation(self, states):
        return states

    def _given_back(self, states):
        return tuple(states)

    def _fail_for_dimensions(self, is_batched, states):
        expected, found = ('batched 3-D', '3-D') if is_batched else ('unbatched 2-D', '2-D')
        raise RuntimeError(
            f'For {expected} input, hx and cx should also be {found} but got '
            f'({states[0].dim()}-D, {states[1].dim()}-D) tensors'
        )


class RNNCellBase(Module):
    """One step: [batch, features], or [features]."""

    _rows: int
    _operation: str

    def __init__(self, input_size, hidden_size, bias=True, device=None, dtype=None):
        super().__init__()
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.bias = bias
        rows = self._rows * hidden_size
        like = {'device': device, 'dtype': dtype}
        self.weight_ih = Parameter(torch.empty((rows, input_size), **like))
        self.weight_hh = Parameter(torch.empty((rows, hidden_size), **like))
        self.register_parameter('bias_ih', Parameter(torch.empty(rows, **like)) if bias else None)
        self.register_parameter('bias_hh', Parameter(torch.empty(rows, **like)) if bias else None)
        self.reset_parameters()

    def reset_parameters(self):
        bound = 1.0 / math.sqrt(self.hidden_size) if self.hidden_size > 0 else 0
        for weight in self.parameters():
            init.uniform_(weight, -bound, bound)

    def forward(self, input, hx=None):
        is_batched = input.dim() == 2
        input = input if is_batched else input.unsqueeze(0)
        if hx is None:
            hx = torch.zeros(
                input.size(0), self.hidden_size, dtype=input.dtype, device=input.device
            )
        elif not is_batched:
            hx = hx.unsqueeze(0)
        result = self._step(input, hx)
        return result if is_batched else result.squeeze(0)

    def _step(self, input, state):
        return _function(
            self._operation,
            input,
            state,
            self.weight_ih,
            self.weight_hh,
            self.bias_ih,
            self.bias_hh,
        )

    def extra_repr(self):
        text = f'{self.input_size}, {self.hidden_size}'
        text += '' if self.bias else f', bias={self.bias}'
        nonlinearity = getattr(self, 'nonlinearity', 'tanh')
        return text if nonlinearity == 'tanh' else f'{text}, nonlinearity={nonlinearity}'


class RNNCell(RNNCellBase):
    _rows = 1

    def __init__(
        self, input_size, hidden_size, bias=True, nonlinearity='tanh', device=None, dtype=None
    ):
        super().__init__(input_size, hidden_size, bias, device, dtype)
        self.nonlinearity = nonlinearity

    @property
    def _operation(self):
        return f'rnn_{self.nonlinearity}_cell'


class GRUCell(RNNCellBase):
    _rows = 3
    _operation = 'gru_cell'


class LSTMCell(RNNCellBase):
    _rows = 4
    _operation = 'lstm_cell'

    def forward(self, input, hx=None):
        is_batched = input.dim() == 2
        input = input if is_batched else input.unsqueeze(0)
        if hx is None:
            zeros = torch.zeros(
                input.size(0), self.hidden_size, dtype=input.dtype, device=input.device
            )
            hx = zeros, zeros
        elif not is_batched:
            hx = tuple(state.unsqueeze(0) for state in hx)
        states = self._step(input, list(hx))
        return states if is_batched else tuple(state.squeeze(0) for state in states)
