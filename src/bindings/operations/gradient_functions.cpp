// The history of tensors, and the way back through it.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "autograd/engine.hpp"
#include "autograd/in_place.hpp"
#include "autograd/node.hpp"
#include "bindings/operations/callback.hpp"
#include "bindings/operations/core_functions.hpp"
#include "bindings/operations/held.hpp"
#include "errors/raised.hpp"

namespace playground::bindings {
namespace {

using operations::row;
using operations::Value;
using operations::Values;
using operations::Variable;
using operations::Variables;
using Arguments = std::span<const Value>;

bool requires_grad(const Variable& x) { return x.requires_grad(); }
Variable set_requires_grad(Variable x, bool requires_grad) {
  x.set_requires_grad(requires_grad);
  return {};
}
bool is_leaf(const Variable& x) { return x.is_leaf(); }

Variable grad(const Variable& x) { return x.grad(); }
Variable set_grad(Variable x, const Variable& grad) {
  x.set_grad(grad);
  return {};
}

bool retains_grad(const Variable& x) { return x.retains_grad(); }
Variable retain_grad(Variable x) {
  x.retain_grad();
  return {};
}

bool is_grad_enabled() { return autograd::is_grad_enabled(); }
Variable set_grad_enabled(bool enabled) {
  autograd::set_grad_enabled(enabled);
  return {};
}

/// A node as its number, of which there is one more holder now, and its name; None for none.
Value told(const NodeHandle& node) {
  if (!node) return {};
  // What is no operation has PyTorch's own namespace in its name, which is not printed.
  const std::string name(node->name());
  const bool is_own = name == "AccumulateGrad" || name == "CopySlices";
  return Values{static_cast<std::int64_t>(nodes().hold(node)),
                is_own ? "torch::autograd::" + name : name};
}

Value grad_fn(Arguments arguments) { return told(std::get<Variable>(arguments[0]).grad_fn()); }

/// For each input of a node, given by its number, the node that it is an output of, and which.
Value next_functions(Arguments arguments) {
  Values all;
  const auto number = static_cast<std::uint32_t>(std::get<std::int64_t>(arguments[0]));
  for (const auto& [node, output] : nodes().at(number)->next()) {
    all.push_back(Values{told(node), static_cast<std::int64_t>(output)});
  }
  return all;
}

Variable backward(const Variables& outputs, const Variables& gradients, bool retain_graph,
                  bool create_graph, const std::optional<Variables>& inputs) {
  autograd::backward(outputs, gradients, {retain_graph, create_graph}, inputs ? &*inputs : nullptr);
  return {};
}

/// backward() of one output, whose gradient is 1 if there is none and the output is a single
/// number.
Variable backward_of(const Variable& output, const Variable& gradient, bool retain_graph,
                     bool create_graph, const std::optional<Variables>& inputs) {
  Variable given = gradient;
  if (!given && output.requires_grad()) {
    if (output.size() != 1) errors::raise("grad can be implicitly created only for scalar outputs");
    given = Variable(tensor::full(output.shape(), 1, output.dtype()), output.device());
  }
  return backward({output}, {given}, retain_graph, create_graph, inputs);
}

Variables gradients(const Variables& outputs, const Variables& gradients, bool retain_graph,
                    bool create_graph, const Variables& inputs, bool allow_unused) {
  return autograd::grad(outputs, gradients, {retain_graph, create_graph}, inputs, allow_unused);
}

bool has(const Variables& variables, const Variable& one) {
  return std::ranges::any_of(variables, [&one](const Variable& each) { return each.is(one); });
}

/// The outputs with a node of this name, whose way back is a function of the program.
///
/// outputs             were computed without history. They come back as new tensors of the same
///                     elements, but those that are dirty as themselves.
/// dirty               inputs that were written in place
/// non_differentiable  outputs that get no history
/// callback            takes the gradients of the outputs, gives those of the inputs
Variables custom(const std::string& name, const Variables& inputs, const Variables& outputs,
                 const Variables& dirty, const Variables& non_differentiable,
                 std::int64_t callback) {
  Callback call(callback);
  for (const Variable& one : dirty) autograd::require_writable(one);
  Variables all;
  Variables with_history;
  std::vector<std::size_t> places;  // of those among all
  for (const Variable& output : outputs) {
    const bool is_itself = has(dirty, output);
    all.push_back(is_itself ? output : Variable(output.value(), output.device()));
    if (has(non_differentiable, output) || !is_floating(output.dtype())) continue;
    places.push_back(all.size() - 1);
    with_history.push_back(all.back());
  }
  auto way_back = [call = std::move(call), places, outputs = all.size(),
                   inputs = inputs.size()](autograd::Backward& backward) {
    Variables grads(outputs);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (backward.has_grad(i)) grads[places[i]] = backward.grad(i);
    }
    Variables given = call(grads);
    for (std::size_t i = 0; i < inputs; ++i) {
      if (i < given.size() && given[i]) backward.give(i, std::move(given[i]));
    }
  };
  autograd::record(with_history, name, inputs, {}, std::move(way_back));
  return all;
}

/// The number of a new hook, for remove_hook.
std::int64_t add_hook(const Variable& x, std::int64_t callback) {
  // A hook is copied; all copies are the one function.
  const auto call = std::make_shared<Callback>(callback);
  return static_cast<std::int64_t>(autograd::add_hook(x, [call](const Variable& gradient) {
    const Variables given = (*call)({&gradient, 1});
    return given.empty() ? Variable() : given[0];
  }));
}

Variable remove_hook(const Variable& x, std::int64_t number) {
  autograd::remove_hook(x, static_cast<std::uint64_t>(number));
  return {};
}

constexpr CoreFunction kFunctions[] = {
    row<&requires_grad>("requires_grad"),
    row<&set_requires_grad>("set_requires_grad"),
    row<&is_leaf>("is_leaf"),
    row<&grad>("grad"),
    row<&set_grad>("set_grad"),
    row<&retains_grad>("retains_grad"),
    row<&retain_grad>("retain_grad"),
    row<&is_grad_enabled>("is_grad_enabled"),
    row<&set_grad_enabled>("set_grad_enabled"),
    {"grad_fn", operations::Where::kInner, &grad_fn},
    {"next_functions", operations::Where::kInner, &next_functions},
    row<&backward>("backward"),
    row<&backward_of>("backward_of"),
    row<&gradients>("gradients"),
    row<&custom>("custom"),
    row<&add_hook>("add_hook"),
    row<&remove_hook>("remove_hook"),
};

}  // namespace

std::span<const CoreFunction> gradient_functions() { return kFunctions; }

}  // namespace playground::bindings
