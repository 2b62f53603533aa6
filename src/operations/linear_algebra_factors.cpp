#include "operations/linear_algebra_factors.hpp"

#include <string>

#include "autograd/variable.hpp"
#include "errors/raised.hpp"
#include "operations/linear_algebra.hpp"
#include "operations/pointwise.hpp"
#include "operations/views.hpp"
#include "tensor/views.hpp"

namespace playground::operations {
namespace {

// "2x3 and 3x4", as PyTorch's messages have two shapes of matrices.
std::string shapes_of_factors(const Variable& a, const Variable& b) {
  const auto text = [](const Variable& x) {
    return std::to_string(x.shape()[0]) + "x" + std::to_string(x.shape()[1]);
  };
  return text(a) + " and " + text(b);
}

}  // namespace

Variable turned(const Variable& x) {
  if (autograd::is_grad_enabled()) return transposed(x);
  return Variable(tensor::transpose(x.value(), x.rank() - 2, x.rank() - 1), x.device());
}

Variable times(const Variable& x, const Scalar& factor) {
  return factor.number == 1 ? x : mul(x, factor);
}

void require_one_dtype(const Variable& a, const Variable& b, std::string_view name) {
  if (a.dtype() != b.dtype()) {
    errors::raise("expected scalar type {} but found {}", tensor::scalar_type_name(a.dtype()),
                  tensor::scalar_type_name(b.dtype()));
  }
  if (a.dtype() == DType::kBool) errors::raise("\"{}\" not implemented for 'Bool'", name);
}

void require_factors(const Variable& mat1, const Variable& mat2) {
  if (mat1.shape()[1] == mat2.shape()[0]) return;
  errors::raise("mat1 and mat2 shapes cannot be multiplied ({})", shapes_of_factors(mat1, mat2));
}

void require_stacks(const Variable& batch1, const Variable& batch2) {
  if (batch1.rank() != 3) errors::raise("batch1 must be a 3D tensor");
  if (batch2.rank() != 3) errors::raise("batch2 must be a 3D tensor");
}
void require_batches(const Variable& batch1, const Variable& batch2) {
  require_stacks(batch1, batch2);
  const Shape& a = batch1.shape();
  const Shape& b = batch2.shape();
  if (a[0] == b[0] && a[2] == b[1]) return;
  errors::raise(
      "Expected size for first two dimensions of batch2 tensor to be: [{}, {}] but got: [{}, {}].",
      a[0], a[2], b[0], b[1]);
}

void require_vector(const Variable& mat, const Variable& vec, std::int64_t size) {
  if (mat.rank() != 2 || vec.rank() != 1) {
    errors::raise("vector + matrix @ vector expected, got 1, {}, {}",
                  static_cast<std::int64_t>(mat.rank()), static_cast<std::int64_t>(vec.rank()));
  }
  if (mat.shape()[1] == vec.shape()[0] && (size == mat.shape()[0] || size == 1)) return;
  errors::raise("size mismatch, got {}, {}x{},{}", size, mat.shape()[0], mat.shape()[1],
                vec.shape()[0]);
}

bool is_turned(const Variable& x) {
  const tensor::Strides strides = x.value().strides();
  return strides[0] == 1 && strides[1] == x.shape()[0] && x.shape()[0] != 1;
}

Variable gradient_of_left(const Variable& grad, const Variable& right, bool left_is_turned) {
  return left_is_turned ? turned(mm(right, turned(grad))) : mm(grad, turned(right));
}
Variable gradient_of_right(const Variable& grad, const Variable& left, bool right_is_turned) {
  return right_is_turned ? turned(mm(turned(grad), left)) : mm(turned(left), grad);
}

}  // namespace playground::operations
