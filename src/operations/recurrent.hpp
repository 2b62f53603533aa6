// One step of a recurrent layer.
#pragma once

#include "operations/value.hpp"

namespace playground::operations {

/// What a layer is made of, in one direction. The rows of a weight are those of its gates, one
/// after another; biases may be None.
struct CellWeights {
  Variable ih;       // [gates * hidden, input]
  Variable hh;       // [gates * hidden, hidden]
  Variable bias_ih;  // [gates * hidden]
  Variable bias_hh;
};

enum class CellKind : std::uint8_t { kTanh, kRelu, kGru, kLstm };

/// The hidden state, [batch, hidden]; of an LSTM also its cell state, else None.
struct CellState {
  Variable hidden;
  Variable cell;
};

/// The state after a step.
///
/// gates_in  [batch, gates * hidden]: the input times `ih`, with its bias
/// Source  aten/src/ATen/native/RNN.cpp: SimpleCell, GRUCell, LSTMCell.
CellState stepped(CellKind kind, const Variable& gates_in, const CellState& state,
                  const CellWeights& weights);

}  // namespace playground::operations
