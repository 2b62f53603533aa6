#include "autograd/node.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "autograd/arithmetic.hpp"
#include "errors/raised.hpp"

namespace playground::autograd {
namespace {

std::uint64_t next_sequence = 0;

// Of the operation in place that computes.
const Variable* written_over = nullptr;

bool is_gone_soon(const Variable& variable) {
  return written_over && variable.value().is_view_of_same(written_over->value()) &&
         !variable.version().is(written_over->version());
}

// Nodes lead to nodes: released one inside the other, those of a long history would need a deep
// stack.
std::vector<std::shared_ptr<Node>> waiting;
bool is_releasing = false;

void release_later(Edge& edge) {
  if (edge.node) waiting.push_back(std::move(edge.node));
}

void release_waiting() {
  if (is_releasing) return;
  is_releasing = true;
  while (!waiting.empty()) {
    const std::shared_ptr<Node> next = std::move(waiting.back());
    waiting.pop_back();
  }
  is_releasing = false;
}

// Whether a tensor of the one shape has the other when it is repeated.
bool was_broadcast(const Shape& from, const Shape& to) {
  if (from.rank() > to.rank()) return false;
  const std::size_t added = to.rank() - from.rank();
  for (std::size_t dim = 0; dim < from.rank(); ++dim) {
    if (from[dim] != 1 && from[dim] != to[added + dim]) return false;
  }
  return true;
}

std::string described(const Variable& variable) {
  return errors::filled("[torch.{}{}Tensor {}]",
                        {variable.device().is_cuda() ? "cuda." : "",
                         tensor::scalar_type_name(variable.dtype()), to_string(variable.shape())});
}

}  // namespace

NodeName::NodeName(std::string_view text) {
  static std::set<std::string, std::less<>> texts;
  const auto found = texts.find(text);
  text_ = found != texts.end() ? *found : *texts.emplace(text).first;
}

SavedVariable::SavedVariable(const Saved& saved) {
  if (!saved.variable_ || !*saved.variable_) return;
  const Variable& variable = *saved.variable_;
  is_output_ = saved.output_ != Saved::kNone;
  if (is_output_) {
    edge_.output = saved.output_;
    became(variable);
    return;
  }
  device_ = variable.device();
  count_ = variable.version().count();
  if (variable.requires_grad() && variable.is_leaf() && !variable.base()) {
    leaf_ = variable;
    return;
  }
  edge_ = variable.gradient_edge();
  is_view_ = variable.base() && variable.base().requires_grad();
  if (is_gone_soon(variable)) {
    value_ = variable.value().clone();
    count_ = 0;
  } else {
    value_ = variable.value();
    version_ = variable.version();
  }
  original_ = variable.shared();
}

WrittenOver::WrittenOver(const Variable& target) noexcept
    : before_(std::exchange(written_over, &target)) {}

WrittenOver::~WrittenOver() { written_over = before_; }

void SavedVariable::became(const Variable& variable) {
  value_ = variable.value();
  device_ = variable.device();
  version_ = variable.version();
  count_ = version_.count();
  original_ = variable.shared();
}

// Whether it has the history that was saved, and not one that it got since.
bool SavedVariable::has_history(const Variable& variable, const Edge& edge) const {
  if (!edge.node) return !variable.requires_grad();
  const Edge own = variable.history();
  return own.node == edge.node && own.output == edge.output;
}

Variable SavedVariable::unpack(const std::shared_ptr<Node>& of) const {
  if (leaf_) {
    if (leaf_.version().count() != count_) fail_as_written({});
    return leaf_;
  }
  if (!value_) return {};
  const Edge edge = is_output_ ? Edge{of, edge_.output} : edge_;
  if (version_.count() != count_) fail_as_written(edge);
  if (std::shared_ptr<Variable::Impl> original = original_.lock()) {
    Variable variable(std::move(original));
    if (variable.value().is_same(*value_) && has_history(variable, edge)) return variable;
  }
  Variable variable(*value_, device_);
  variable.version() = version_;
  if (edge.node) variable.set_history(edge);
  return variable;
}

void SavedVariable::fail_as_written(const Edge& edge) const {
  const Variable variable = leaf_ ? leaf_ : Variable(*value_, device_);
  const std::shared_ptr<Variable::Impl> original = is_output_ ? nullptr : original_.lock();
  const Edge made_by = leaf_ ? leaf_.history() : original ? Variable(original).history() : edge;
  std::string source;
  if (made_by.node) {
    // A view that is gone would have a new history by now, as one that is there gets it.
    const bool is_gone_view = is_view_ && !original;
    source = errors::filled(
        ", which is output {} of {},",
        {is_gone_view ? 0 : made_by.output,
         is_gone_view ? std::string_view("AsStridedBackward0") : made_by.node->name()});
  }
  errors::raise(
      "one of the variables needed for gradient computation has been modified by an inplace "
      "operation: {}{} is at version {}; expected version {} instead. Hint: enable anomaly "
      "detection to find the operation that failed to compute its gradient, with "
      "torch.autograd.set_detect_anomaly(True).",
      described(variable), source, leaf_ ? leaf_.version().count() : version_.count(), count_);
}

Node::Node(NodeName name, std::vector<Edge> next)
    : name_(name), next_(std::move(next)), sequence_(next_sequence++) {}

Node::~Node() {
  for (Edge& edge : next_) release_later(edge);
  saved_.clear();
  release_waiting();
}

std::uint32_t Node::add_output(const Variable& output) {
  outputs_.push_back({output.shape(), output.dtype(), output.device()});
  return static_cast<std::uint32_t>(outputs_.size() - 1);
}

Node::Watchers& Node::watchers() {
  if (!watchers_) watchers_ = std::make_unique<Watchers>();
  return *watchers_;
}

void Node::set_way_back(WayBack way_back, std::span<const Saved> saved) {
  way_back_ = std::move(way_back);
  saved_.clear();
  saved_.reserve(saved.size());
  for (const Saved& each : saved) saved_.emplace_back(each);
}

void Node::release() {
  // What saved nothing may be gone through again.
  if (saved_.empty()) return;
  saved_.clear();
  way_back_.reset();
  is_released_ = true;
}

void Node::apply(std::span<const Variable> gradients, std::span<Variable> given) {
  if (is_released_) {
    errors::raise(
        "Trying to backward through the graph a second time (or directly access saved tensors "
        "after they have already been freed). Saved intermediate values of the graph are freed "
        "when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to "
        "backward through the graph a second time or if you need to access saved tensors after "
        "calling backward.");
  }
  Backward backward(*this, gradients, given);
  if (way_back_) way_back_(backward);
}

Variable Backward::grad(std::size_t output) const {
  if (grads_[output]) return grads_[output];
  const Node::Output& like = node_.outputs()[output];
  return zeros(like.shape, like.dtype, like.device);
}

Variable Backward::saved(std::size_t i) const {
  return node_.saved()[i].unpack(node_.shared_from_this());
}

bool Backward::wants(std::size_t input) const noexcept {
  return node_.next()[input].node != nullptr;
}

void Backward::give(std::size_t input, Variable grad) {
  if (!grad || !wants(input)) return;
  const Edge& edge = node_.next()[input];
  const Node::Output& like = edge.node->outputs()[edge.output];
  if (!was_broadcast(like.shape, grad.shape())) {
    errors::raise(
        "Function {} returned an invalid gradient at index {} - got {} but expected "
        "shape compatible with {}",
        node_.name(), input, to_string(grad.shape()), to_string(like.shape));
  }
  if (grad.shape() != like.shape) grad = sum_to(grad, like.shape);
  if (grad.dtype() != like.dtype) {
    const DType own = grad.dtype();
    Variable converted(to(grad.value(), like.dtype), grad.device());
    record(converted, "ToCopyBackward0", {grad}, {}, [own](Backward& b) {
      const Variable back = b.grad();
      b.give(0, without_second_derivative(Variable(to(back.value(), own), back.device()),
                                          "_to_copy", {back}));
    });
    grad = std::move(converted);
  }
  given_[input] = std::move(grad);
}

namespace {

template <class Inputs>
void attach(std::span<const Variable> results, NodeName name, const Inputs& inputs,
            std::span<const Saved> saved, WayBack way_back) {
  std::vector<Edge> next;
  next.reserve(inputs.size());
  for (const Variable& input : inputs) next.push_back(input ? input.gradient_edge() : Edge());
  const auto node = std::make_shared<Node>(name, std::move(next));
  node->set_way_back(std::move(way_back), saved);
  for (Variable result : results) {
    // Integers have an index, too, though no gradient.
    const std::uint32_t output = node->add_output(result);
    if (tensor::is_floating(result.dtype())) result.set_history({node, output});
  }
}

}  // namespace

void record(const Variable& result, NodeName name, VariableRefs inputs, SavedList saved,
            WayBack way_back) {
  if (!needs_history(inputs)) return;
  attach({&result, 1}, name, inputs, saved, std::move(way_back));
}

void record(std::span<const Variable> results, NodeName name, const Variables& inputs,
            SavedList saved, WayBack way_back) {
  if (!needs_history(inputs)) return;
  attach(results, name, inputs, saved, std::move(way_back));
}

Variable without_second_derivative(Variable gradient, NodeName name, VariableRefs inputs) {
  record(gradient, "NotImplemented", inputs, {}, [name](Backward&) {
    errors::raise("derivative for aten::{} is not implemented", name.text());
  });
  return gradient;
}

}  // namespace playground::autograd
