// The gamma function's logarithm and what follows from it.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/elementwise.hpp"
#include "operations/pointwise.hpp"
#include "operations/table.hpp"

namespace playground::operations {
namespace {

using Of = Slope::Of;
using autograd::Backward;
using autograd::Saved;
using V = const Variable&;
using Numbers = const double*;

Variable polygamma(std::int64_t n, V self);

Variable digamma(V self) {
  return floating_function_of(ops::loops::kDigamma, self,
                              {"DigammaBackward0", Of::kInput,
                               [](V grad, V x, Numbers) { return mul(grad, polygamma(1, x)); }});
}

Variable lgamma(V self) {
  return floating_function_of(
      ops::loops::kLgamma, self,
      {"LgammaBackward0", Of::kInput, [](V grad, V x, Numbers) { return mul(grad, digamma(x)); }});
}

Variable polygamma(std::int64_t n, V self) {
  if (n < 0) errors::raise("polygamma(n, x) does not support negative n.");
  const Variable x = is_floating(self.dtype()) ? self : to_dtype(self, default_dtype());
  return function_of(n == 0   ? ops::loops::kDigamma
                     : n == 1 ? ops::loops::kTrigamma
                              : ops::loops::kPolygamma,
                     x,
                     {"PolygammaBackward0", Of::kInput,
                      [](V grad, V x, Numbers numbers) {
                        constexpr double kMost = 0x1p62;
                        const auto next =
                            static_cast<std::int64_t>(std::min(numbers[0], kMost)) + 1;
                        return mul(grad, polygamma(next, x));
                      }},
                     {static_cast<double>(n)});
}

// x, x - 1/2, … p of them, in their function's sum.
Variable sum_of_halves(Variable (*function)(V), V x, std::int64_t p) {
  Variable sum = function(x);
  for (std::int64_t i = 1; i < p; ++i) {
    sum = add(sum, function(sub(x, Scalar(0.5 * static_cast<double>(i)))));
  }
  return sum;
}

Variable mvlgamma(V self, std::int64_t p) {
  if (p < 1) errors::raise("p has to be greater than or equal to 1");
  // PyTorch makes a tensor of as many: what has no room for it does not compute for years either.
  const Tensor terms(Shape({p}), DType::kFloat64);
  const auto rank = static_cast<double>(p);
  const Variable own = self.detach();
  const Variable x = is_floating(own.dtype()) ? own : to_dtype(own, default_dtype());
  const Scalar shift(rank * (rank - 1) / 4 * std::log(std::numbers::pi));
  Variable y = add(sum_of_halves(&lgamma, x, p), shift);
  record(y, "MvlgammaBackward0", {self}, {Saved(self)},
         [p](Backward& b) { b.give(0, mul(b.grad(), sum_of_halves(&digamma, b.saved(0), p))); });
  return y;
}

}  // namespace

std::span<const Row> gamma_rows() {
  static constexpr Row kRows[] = {
      row<&lgamma>("lgamma(Tensor self) -> Tensor"),
      row<&digamma>("digamma(Tensor self) -> Tensor"),
      row<&polygamma>("polygamma(int n, Tensor self) -> Tensor"),
      row<&mvlgamma>("mvlgamma(Tensor self, int p) -> Tensor"),
      row_in_place<&lgamma>("lgamma_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&digamma>("digamma_(Tensor(a!) self) -> Tensor(a!)"),
  };
  return kRows;
}

}  // namespace playground::operations
