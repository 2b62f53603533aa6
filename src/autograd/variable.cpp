#include "autograd/variable.hpp"

#include <algorithm>

#include "autograd/node.hpp"
#include "autograd/strided.hpp"
#include "errors/raised.hpp"

namespace playground::autograd {
namespace {

bool grad_enabled = true;

}  // namespace

bool is_grad_enabled() noexcept { return grad_enabled; }
void set_grad_enabled(bool enabled) noexcept { grad_enabled = enabled; }

Variable::Variable(Tensor value, Device device)
    : impl_(std::make_shared<Impl>(std::move(value), device)) {}

Variable& Variable::set_is_number() noexcept {
  impl_->is_number = true;
  return *this;
}

bool Variable::is_leaf() const noexcept { return !grad_fn(); }

void Variable::set_requires_grad(bool requires_grad) {
  if (!is_leaf()) {
    if (requires_grad) return;
    errors::raise(
        "you can only change requires_grad flags of leaf variables. If you want to use a computed "
        "variable in a subgraph that doesn't require differentiation use var_no_grad = "
        "var.detach().");
  }
  if (requires_grad && !tensor::is_floating(dtype())) {
    errors::raise("only Tensors of floating point and complex dtype can require gradients");
  }
  impl_->requires_grad = requires_grad;
}

std::shared_ptr<Node> Variable::grad_fn() const {
  Impl& impl = *impl_;
  if (!impl.base) return impl.history.node;
  if (impl.view_kind == ViewKind::kWithoutGrad) return impl.history.node;
  if (impl.history_version == impl.version.count()) return impl.history.node;
  if (!impl.base.requires_grad()) return impl.history.node;
  // The base has been written in place: its elements that this is a view of are others now.
  auto node =
      std::make_shared<Node>("AsStridedBackward0", std::vector<Edge>{impl.base.gradient_edge()});
  node->set_way_back(
      WayBack([reach = reach(impl.value, impl.base.value())](Backward& b) {
        const Variable grad = b.grad();
        b.give(0, without_second_derivative(Variable(from_part(grad.value(), reach), grad.device()),
                                            "as_strided_backward", {grad}));
      }),
      {});
  impl.history = {node, node->add_output(*this)};
  impl.history_version = impl.version.count();
  return node;
}

Edge Variable::history() const {
  std::shared_ptr<Node> node = grad_fn();
  return {std::move(node), impl_->history.output};
}

Edge Variable::gradient_edge() const {
  if (Edge edge = history(); edge.node) return edge;
  if (!impl_->requires_grad) return {};
  std::shared_ptr<Node> accumulator = impl_->accumulator.lock();
  if (!accumulator) {
    accumulator = std::make_shared<Node>("AccumulateGrad", std::vector<Edge>());
    accumulator->leaf = *this;
    accumulator->add_output(*this);
    impl_->accumulator = accumulator;
  }
  return {std::move(accumulator), 0};
}

void Variable::set_history(Edge edge) {
  impl_->history = std::move(edge);
  impl_->history_version = impl_->version.count();
}

Variable Variable::grad() const { return impl_->grad; }

void Variable::set_grad(Variable grad) {
  if (grad) {
    if (grad.is(*this)) errors::raise("can't assign Variable as its own grad");
    if (grad.dtype() != dtype()) {
      errors::raise("assigned grad has data of a different type");
    }
    if (grad.device() != device()) {
      errors::raise("assigned grad has data located on a different device");
    }
    if (grad.shape() != shape()) errors::raise("assigned grad has data of a different size");
  }
  impl_->grad = std::move(grad);
}

void Variable::retain_grad() {
  if (!requires_grad()) {
    errors::raise("can't retain_grad on Tensor that has requires_grad=False");
  }
  const std::shared_ptr<Node> node = grad_fn();
  if (!node) return;
  node->watchers().retained[impl_->history.output] = impl_;
  impl_->retains_grad = true;
}

bool Variable::retains_grad() const noexcept { return impl_->retains_grad; }

Variable Variable::detach() const {
  Variable alias(impl_->value, impl_->device);
  alias.impl_->version = impl_->version;
  return alias;
}

Variable Variable::data() const { return Variable(impl_->value, impl_->device); }

void Variable::set_data(const Variable& other) {
  if (requires_grad() && !tensor::is_floating(other.dtype())) {
    errors::raise(
        "data set to a tensor that requires gradients must be floating point or complex dtype");
  }
  impl_->value = other.value();
  impl_->device = other.device();
}

void Variable::set_view_of(const Variable& base, ViewKind kind) {
  impl_->version = base.impl_->version;
  impl_->history_version = impl_->version.count();
  impl_->base = base.base() ? base.base() : base;
  impl_->view_kind = base.impl_->view_kind == ViewKind::kPlain ? kind : base.impl_->view_kind;
  const bool is_recorded = is_grad_enabled() || kind != ViewKind::kPlain;
  if (!is_recorded) impl_->view_kind = ViewKind::kWithoutGrad;
}

Variable Variable::base() const { return impl_->base; }
ViewKind Variable::view_kind() const noexcept { return impl_->view_kind; }

bool needs_history(VariableRefs inputs) noexcept {
  return grad_enabled && std::ranges::any_of(inputs, [](const Variable& input) {
           return input && input.requires_grad();
         });
}

bool needs_history(const Variables& inputs) noexcept {
  return grad_enabled && std::ranges::any_of(inputs, [](const Variable& input) {
           return input && input.requires_grad();
         });
}

}  // namespace playground::autograd
