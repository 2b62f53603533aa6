#include "autograd/in_place.hpp"

#include <utility>

#include "autograd/node.hpp"
#include "autograd/strided.hpp"
#include "errors/error.hpp"
#include "errors/raised.hpp"
#include "tensor/views.hpp"
#include "tensor/walk.hpp"

namespace playground::autograd {
namespace {

// As c10::canCast.
void require_castable(DType from, DType to) {
  const auto kind = [](DType dtype) {
    return tensor::is_floating(dtype) ? 2 : dtype == DType::kBool ? 0 : 1;
  };
  if (kind(from) <= kind(to)) return;
  errors::raise("result type {} can't be cast to the desired output type {}",
                tensor::scalar_type_name(from), tensor::scalar_type_name(to));
}

void require_shape(const Variable& target, const Variable& result) {
  if (target.shape() == result.shape()) return;
  errors::raise("output with shape {} doesn't match the broadcast shape {}",
                to_string(target.shape()), to_string(result.shape()));
}

void require_no_overlap(const Variable& target) {
  try {
    tensor::require_no_overlap(target.value());
  } catch (const errors::Error& error) {
    throw errors::Raised(errors::Exception::kRuntimeError, error.what());
  }
}

Variable converted(const Variable& x, DType dtype) {
  if (x.dtype() == dtype) return x;
  const DType own = x.dtype();
  Variable y(to(x.value(), dtype), x.device());
  record(y, "ToCopyBackward0", {x}, {},
         [own](Backward& b) { b.give(0, Variable(to(b.grad().value(), own), b.grad().device())); });
  return y;
}

// The history of a base of which `result` is written to a part: what the part had is gone.
void rewrite_part(Variable base, const Variable& target, const Variable& result) {
  const auto node = std::make_shared<Node>(
      "CopySlices", std::vector<Edge>{base.gradient_edge(), result.gradient_edge()});
  node->set_way_back(WayBack([reach = reach(target.value(), base.value())](Backward& b) {
                       const Variable grad = b.grad();
                       const auto given = [&](Tensor value) {
                         return without_second_derivative(Variable(std::move(value), grad.device()),
                                                          "copy_slices", {grad});
                       };
                       if (b.wants(0)) b.give(0, given(without_part(grad.value(), reach)));
                       if (b.wants(1)) b.give(1, given(part_of(grad.value(), reach)));
                     }),
                     {});
  base.set_history({node, node->add_output(base)});
}

}  // namespace

void require_writable(const Variable& target) {
  if (!is_grad_enabled()) return;
  const Variable base = target.base();
  if (!base) {
    if (target.requires_grad() && target.is_leaf()) {
      errors::raise("a leaf Variable that requires grad is being used in an in-place operation.");
    }
    return;
  }
  if (!target.requires_grad() && !base.requires_grad()) return;
  if (target.view_kind() == ViewKind::kOfSeveral) {
    const std::shared_ptr<Node> node = target.impl()->history.node;
    errors::raise(
        "Output {} of {} is a view and is being modified inplace. This view is the output of a "
        "function that returns multiple views. Such functions do not allow the output views to be "
        "modified inplace. You should replace the inplace operation by an out-of-place one.",
        target.impl()->history.output, node ? node->name() : std::string_view("UnbindBackward0"));
  }
  if (target.view_kind() == ViewKind::kWithoutGrad) {
    errors::raise(
        "A view was created in no_grad mode and is being modified inplace with grad mode enabled. "
        "Given that this use case is ambiguous and error-prone, it is forbidden. You can clarify "
        "your code by moving both the view and the inplace either both inside the no_grad block "
        "(if you don't want the inplace to be tracked) or both outside (if you want the inplace to "
        "be tracked).");
  }
  if (base.is_leaf()) {
    errors::raise(
        "a view of a leaf Variable that requires grad is being used in an in-place operation.");
  }
  if (target.is_leaf()) {
    errors::raise("a leaf Variable that requires grad is being used in an in-place operation.");
  }
}

Variable assign(const Variable& target, const Variable& given) {
  // An operation that gives back what it got has written nothing.
  if (given.is(target)) return target;
  require_shape(target, given);
  require_castable(given.dtype(), target.dtype());
  Variable written = target;
  require_no_overlap(target);
  const Variable result = converted(given, target.dtype());
  tensor::copy_into(written.value(), contiguous(result.value()));
  written.version().bump();
  if (!is_grad_enabled() || !result.requires_grad()) return target;

  if (const Variable base = target.base()) {
    rewrite_part(base, target, result);
  } else {
    written.set_history(result.gradient_edge());
  }
  for (SavedVariable& saved : result.gradient_edge().node->saved()) {
    if (saved.is_output()) saved.became(target);
  }
  return target;
}

}  // namespace playground::autograd
