#include "operations/recurrent.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <tuple>
#include <utility>

#include "errors/raised.hpp"
#include "operations/dropout.hpp"
#include "operations/joining.hpp"
#include "operations/linear_algebra.hpp"
#include "operations/packed.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"

namespace playground::operations {
namespace {

using States = std::vector<CellState>;

// What a layer of one direction has seen: its outputs, and the state that it ends in.
struct Seen {
  Variable output;
  CellState last;
};

// What a call is made of besides the input.
struct Layers {
  CellKind kind;
  std::vector<CellWeights> weights;  // layer after layer, and there direction after direction
  States states;                     // likewise, before the first step
  std::int64_t count;
  double dropout;
  bool train;
  bool bidirectional;
};

CellState sliced(const CellState& state, std::int64_t start, std::int64_t length) {
  return {narrow(state.hidden, 0, start, length),
          state.cell ? narrow(state.cell, 0, start, length) : Variable()};
}

CellState joined(const States& states) {
  Variables hidden;
  Variables cell;
  for (const CellState& state : states) {
    hidden.push_back(state.hidden);
    if (state.cell) cell.push_back(state.cell);
  }
  return {cat(hidden, 0), cell.empty() ? Variable() : cat(cell, 0)};
}

// Over sequences of one length: input [time, batch, features].
struct OfEqualLength {
  Seen layer(CellKind kind, const Variable& input, const CellState& first,
             const CellWeights& weights, bool is_reversed) const {
    Variables steps = unbind(linear(input, weights.ih, weights.bias_ih), 0);
    if (is_reversed) std::ranges::reverse(steps);
    CellState state = first;
    for (Variable& step : steps) {
      state = stepped(kind, step, state, weights);
      step = state.hidden;
    }
    if (is_reversed) std::ranges::reverse(steps);
    return {stack(steps, 0), state};
  }
};

// Over sequences of several lengths, the longest first, packed: input [steps of all, features].
struct OfSeveralLengths {
  std::vector<std::int64_t> batch_sizes;  // how many have that step, never growing

  Seen layer(CellKind kind, const Variable& input, const CellState& first,
             const CellWeights& weights, bool is_reversed) const {
    const Variable gates = linear(input, weights.ih, weights.bias_ih);
    return is_reversed ? backwards(kind, gates, first, weights)
                       : forwards(kind, gates, first, weights);
  }

 private:
  // Those that end are put aside.
  Seen forwards(CellKind kind, const Variable& gates, const CellState& first,
                const CellWeights& weights) const {
    Variables outputs;
    States ended;
    CellState state = first;
    std::int64_t running = batch_sizes.front();
    std::int64_t offset = 0;
    for (const std::int64_t size : batch_sizes) {
      if (size < running) {
        ended.push_back(sliced(state, size, running - size));
        state = sliced(state, 0, size);
        running = size;
      }
      state = stepped(kind, narrow(gates, 0, offset, size), state, weights);
      offset += size;
      outputs.push_back(state.hidden);
    }
    ended.push_back(state);
    std::ranges::reverse(ended);
    return {cat(outputs, 0), joined(ended)};
  }

  // Those that are longer are there first, and the others join them.
  Seen backwards(CellKind kind, const Variable& gates, const CellState& first,
                 const CellWeights& weights) const {
    Variables outputs;
    std::int64_t running = batch_sizes.back();
    CellState state = sliced(first, 0, running);
    std::int64_t offset = gates.shape()[0];
    for (std::size_t i = batch_sizes.size(); i-- > 0;) {
      const std::int64_t size = batch_sizes[i];
      if (size > running) {
        state = joined({state, sliced(first, running, size - running)});
        running = size;
      }
      offset -= size;
      state = stepped(kind, narrow(gates, 0, offset, size), state, weights);
      outputs.push_back(state.hidden);
    }
    std::ranges::reverse(outputs);
    return {cat(outputs, 0), state};
  }
};

// All layers: the output of the last, and the last states of all. Between them dropout draws, after
// a layer is done.
//
// Source  aten/src/ATen/native/RNN.cpp: apply_layer_stack, FullBidirectionalLayer.
template <class Lengths>
std::pair<Variable, CellState> through(const Layers& layers, Variable input,
                                       const Lengths& lengths) {
  const std::size_t directions = layers.bidirectional ? 2 : 1;
  Variables hidden;
  Variables cell;
  for (std::int64_t i = 0; i < layers.count; ++i) {
    Variables outputs;
    for (std::size_t j = 0; j < directions; ++j) {
      const std::size_t at = static_cast<std::size_t>(i) * directions + j;
      Seen seen = lengths.layer(layers.kind, input, layers.states[at], layers.weights[at], j == 1);
      outputs.push_back(std::move(seen.output));
      hidden.push_back(std::move(seen.last.hidden));
      if (seen.last.cell) cell.push_back(std::move(seen.last.cell));
    }
    input = directions == 1 ? outputs[0] : cat(outputs, -1);
    if (layers.train && layers.dropout != 0 && i < layers.count - 1) {
      input = dropout(input, layers.dropout, true);
    }
  }
  return {input, {stack(hidden, 0), cell.empty() ? Variable() : stack(cell, 0)}};
}

std::vector<CellWeights> weights_of(const Variables& params, bool has_biases) {
  const std::size_t each = has_biases ? 4 : 2;
  if (params.size() % each != 0) errors::raise("got an incorrect number of RNN parameters");
  std::vector<CellWeights> made;
  for (std::size_t i = 0; i < params.size(); i += each) {
    made.push_back({params[i], params[i + 1], has_biases ? params[i + 2] : Variable(),
                    has_biases ? params[i + 3] : Variable()});
  }
  return made;
}

Layers layers_of(CellKind kind, const Variables& hx, const Variables& params, bool has_biases,
                 std::int64_t num_layers, double dropout, bool train, bool bidirectional) {
  Layers made{.kind = kind,
              .weights = weights_of(params, has_biases),
              .states = {},
              .count = num_layers,
              .dropout = dropout,
              .train = train,
              .bidirectional = bidirectional};
  const Variables hidden = unbind(hx[0], 0);
  const Variables cell = hx.size() > 1 ? unbind(hx[1], 0) : Variables();
  if (hx.size() > 1 && cell.size() != hidden.size()) {
    errors::raise("lstm expects as many cell states as hidden ones");
  }
  for (std::size_t i = 0; i < hidden.size(); ++i) {
    made.states.push_back({hidden[i], cell.empty() ? Variable() : cell[i]});
  }
  const auto expected = static_cast<std::size_t>(num_layers) * (bidirectional ? 2 : 1);
  if (made.weights.size() != expected) errors::raise("got an incorrect number of RNN parameters");
  if (made.states.size() != expected) {
    errors::raise("Expected more hidden states in stacked_rnn");
  }
  return made;
}

std::pair<Variable, CellState> through_sequences(const Variable& input, const Layers& layers,
                                                 bool batch_first) {
  auto [output, last] =
      through(layers, batch_first ? transpose(input, 0, 1) : input, OfEqualLength());
  if (!batch_first) return {output, last};
  // PyTorch turns the output of all but an LSTM in place, which its node tells.
  if (layers.kind == CellKind::kLstm) return {transpose(output, 0, 1), last};
  const Value turned = call("transpose_", {output, std::int64_t{0}, std::int64_t{1}}, {}, true);
  return {std::get<Variable>(turned), last};
}

std::pair<Variable, CellState> through_packed(const Variable& data, const Variable& batch_sizes,
                                              const Layers& layers) {
  return through(layers, data, OfSeveralLengths{batch_sizes_of(batch_sizes)});
}

using Two = std::tuple<Variable, Variable>;
using Three = std::tuple<Variable, Variable, Variable>;

template <CellKind kKind>
Two of_input(const Variable& input, const Variable& hx, const Variables& params, bool has_biases,
             std::int64_t num_layers, double dropout, bool train, bool bidirectional,
             bool batch_first) {
  const auto [output, last] = through_sequences(
      input, layers_of(kKind, {hx}, params, has_biases, num_layers, dropout, train, bidirectional),
      batch_first);
  return {output, last.hidden};
}

template <CellKind kKind>
Two of_data(const Variable& data, const Variable& batch_sizes, const Variable& hx,
            const Variables& params, bool has_biases, std::int64_t num_layers, double dropout,
            bool train, bool bidirectional) {
  const auto [output, last] = through_packed(
      data, batch_sizes,
      layers_of(kKind, {hx}, params, has_biases, num_layers, dropout, train, bidirectional));
  return {output, last.hidden};
}

void require_two_states(const Variables& hx) {
  if (hx.size() != 2) errors::raise("lstm expects two hidden states");
}

Three lstm_of_input(const Variable& input, const Variables& hx, const Variables& params,
                    bool has_biases, std::int64_t num_layers, double dropout, bool train,
                    bool bidirectional, bool batch_first) {
  require_two_states(hx);
  const auto [output, last] = through_sequences(
      input,
      layers_of(CellKind::kLstm, hx, params, has_biases, num_layers, dropout, train, bidirectional),
      batch_first);
  return {output, last.hidden, last.cell};
}

Three lstm_of_data(const Variable& data, const Variable& batch_sizes, const Variables& hx,
                   const Variables& params, bool has_biases, std::int64_t num_layers,
                   double dropout, bool train, bool bidirectional) {
  require_two_states(hx);
  const auto [output, last] = through_packed(data, batch_sizes,
                                             layers_of(CellKind::kLstm, hx, params, has_biases,
                                                       num_layers, dropout, train, bidirectional));
  return {output, last.hidden, last.cell};
}

// One step by itself

// Source  at::native::check_rnn_cell_forward_input, check_rnn_cell_forward_hidden.
void require_sizes(const Variable& input, const Variable& hidden, const CellWeights& weights,
                   int label) {
  for (const Variable& each : {input, hidden, weights.ih, weights.hh}) wrapped(1, each.rank());
  const std::int64_t features = weights.ih.shape()[1];
  if (input.shape()[1] != features) {
    errors::raise("input has inconsistent input_size: got {} expected {}", input.shape()[1],
                  features);
  }
  if (input.shape()[0] != hidden.shape()[0]) {
    errors::raise("Input batch size {} doesn't match hidden{} batch size {}", input.shape()[0],
                  label, hidden.shape()[0]);
  }
  const std::int64_t size = weights.hh.shape()[1];
  if (hidden.shape()[1] != size) {
    errors::raise("hidden{} has inconsistent hidden_size: got {}, expected {}", label,
                  hidden.shape()[1], size);
  }
}

CellState one_step(CellKind kind, const Variable& input, const CellState& state,
                   const CellWeights& weights) {
  require_sizes(input, state.hidden, weights, 0);
  if (state.cell) require_sizes(input, state.cell, weights, 1);
  return stepped(kind, linear(input, weights.ih, weights.bias_ih), state, weights);
}

template <CellKind kKind>
Variable cell(const Variable& input, const Variable& hx, const Variable& w_ih, const Variable& w_hh,
              const Variable& b_ih, const Variable& b_hh) {
  return one_step(kKind, input, {hx, {}}, {w_ih, w_hh, b_ih, b_hh}).hidden;
}

Two lstm_cell(const Variable& input, const Variables& hx, const Variable& w_ih,
              const Variable& w_hh, const Variable& b_ih, const Variable& b_hh) {
  if (hx.size() != 2) errors::raise("lstm_cell expects two hidden states");
  const CellState next = one_step(CellKind::kLstm, input, {hx[0], hx[1]}, {w_ih, w_hh, b_ih, b_hh});
  return {next.hidden, next.cell};
}

}  // namespace

std::span<const Row> recurrent_rows() {
  static constexpr Row kRows[] = {
      row<&lstm_of_input>(
          "lstm.input(Tensor input, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, "
          "float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor, "
          "Tensor)",
          Where::kFunction),
      row<&lstm_of_data>(
          "lstm.data(Tensor data, Tensor batch_sizes, Tensor[] hx, Tensor[] params, bool "
          "has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, "
          "Tensor, Tensor)",
          Where::kFunction),
      row<&of_input<CellKind::kGru>>(
          "gru.input(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int num_layers, "
          "float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor)",
          Where::kFunction),
      row<&of_data<CellKind::kGru>>(
          "gru.data(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool has_biases, "
          "int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor)",
          Where::kFunction),
      row<&of_input<CellKind::kTanh>>(
          "rnn_tanh.input(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int "
          "num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> "
          "(Tensor, Tensor)",
          Where::kFunction),
      row<&of_data<CellKind::kTanh>>(
          "rnn_tanh.data(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool "
          "has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, "
          "Tensor)",
          Where::kFunction),
      row<&of_input<CellKind::kRelu>>(
          "rnn_relu.input(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int "
          "num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> "
          "(Tensor, Tensor)",
          Where::kFunction),
      row<&of_data<CellKind::kRelu>>(
          "rnn_relu.data(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool "
          "has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, "
          "Tensor)",
          Where::kFunction),
      row<&lstm_cell>("lstm_cell(Tensor input, Tensor[] hx, Tensor w_ih, Tensor w_hh, Tensor? "
                      "b_ih=None, Tensor? b_hh=None) -> (Tensor, Tensor)",
                      Where::kFunction),
      row<&cell<CellKind::kGru>>("gru_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, "
                                 "Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor",
                                 Where::kFunction),
      row<&cell<CellKind::kTanh>>("rnn_tanh_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor "
                                  "w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor",
                                  Where::kFunction),
      row<&cell<CellKind::kRelu>>("rnn_relu_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor "
                                  "w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor",
                                  Where::kFunction),
      row<&pack_padded_sequence>(
          "_pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first) -> (Tensor, "
          "Tensor)",
          Where::kInner),
      row<&pad_packed_sequence>(
          "_pad_packed_sequence(Tensor data, Tensor batch_sizes, bool batch_first, Scalar "
          "padding_value, int total_length) -> (Tensor, Tensor)",
          Where::kInner),
  };
  return kRows;
}

}  // namespace playground::operations
