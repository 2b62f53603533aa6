#include "operations/planes.hpp"

#include <string>

#include "autograd/node.hpp"
#include "ops/planes.hpp"

namespace playground::operations {

using autograd::Backward;
using autograd::record;
using autograd::Saved;

std::string backward_of(std::string_view node) {
  return std::string(node.substr(0, node.size() - 1)) + "Backward0";
}

Variable picked(const Variable& x, std::size_t plane, const Variable& indices, const Shape& shape,
                std::string_view node) {
  Variable y(ops::picked(x.value(), plane, indices.value(), shape), x.device());
  if (!autograd::needs_history({x})) return y;
  record(y, node, {x}, {Saved(indices)},
         [plane, input = x.shape(), name = backward_of(node)](Backward& b) {
           b.give(0, put_back(b.grad(), plane, b.saved(0), input, name));
         });
  return y;
}

Variable put_back(const Variable& grad, std::size_t plane, const Variable& indices,
                  const Shape& shape, std::string_view node) {
  Variable sums(ops::put_back(grad.value(), plane, indices.value(), shape), grad.device());
  if (!autograd::needs_history({grad})) return sums;
  record(sums, node, {grad}, {Saved(indices)},
         [plane, output = grad.shape(), name = backward_of(node)](Backward& b) {
           b.give(0, picked(b.grad(), plane, b.saved(0), output, name));
         });
  return sums;
}

}  // namespace playground::operations
