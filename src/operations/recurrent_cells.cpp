#include "errors/raised.hpp"
#include "operations/joining.hpp"
#include "operations/linear_algebra.hpp"
#include "operations/pointwise.hpp"
#include "operations/recurrent.hpp"

namespace playground::operations {
namespace {

// The gates beside each other in a row, one by one.
Variables gates_of(const Variable& row, std::int64_t count) {
  if (row.rank() != 2 || row.shape()[1] == 0 || row.shape()[1] % count != 0) {
    errors::raise("a recurrent layer has {} gates of one size, but got {} for all", count,
                  to_string(row.shape()));
  }
  return chunk(row, count, 1);
}

CellState gru(const Variable& gates_in, const Variable& hidden, const Variable& gates_hidden) {
  const Variables in = gates_of(gates_in, 3);
  const Variables own = gates_of(gates_hidden, 3);
  const Variable reset = sigmoid(add(own[0], in[0]));
  const Variable update = sigmoid(add(own[1], in[1]));
  const Variable candidate = tanh(add(in[2], mul(own[2], reset)));
  return {add(mul(sub(hidden, candidate), update), candidate), {}};
}

CellState lstm(const Variable& gates, const Variable& cell) {
  const Variables each = gates_of(gates, 4);
  const Variable input = sigmoid(each[0]);
  const Variable forget = sigmoid(each[1]);
  const Variable candidate = tanh(each[2]);
  const Variable output = sigmoid(each[3]);
  const Variable next = add(mul(forget, cell), mul(input, candidate));
  return {mul(output, tanh(next)), next};
}

}  // namespace

CellState stepped(CellKind kind, const Variable& gates_in, const CellState& state,
                  const CellWeights& weights) {
  const Variable gates_hidden = linear(state.hidden, weights.hh, weights.bias_hh);
  if (kind == CellKind::kGru) return gru(gates_in, state.hidden, gates_hidden);
  const Variable gates = add(gates_hidden, gates_in);
  if (kind == CellKind::kLstm) return lstm(gates, state.cell);
  return {kind == CellKind::kTanh ? tanh(gates) : relu(gates), {}};
}

}  // namespace playground::operations
