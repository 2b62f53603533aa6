// The operations that the tests of gradients use: src/autograd knows none but sums.
#pragma once

#include <cmath>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "autograd/arithmetic.hpp"
#include "autograd/node.hpp"
#include "autograd/variable.hpp"
#include "errors/raised.hpp"
#include "tensor/views.hpp"

namespace playground::autograd {

inline Variable numbers(std::vector<float> values, bool requires_grad = false) {
  const auto size = static_cast<std::int64_t>(values.size());
  Variable variable(Tensor::of({size}, values));
  variable.set_requires_grad(requires_grad);
  return variable;
}

inline std::vector<float> list(const Variable& x) {
  const Tensor values = tensor::contiguous(x.value());
  return {values.values<float>().begin(), values.values<float>().end()};
}

inline Variable product(const Variable& a, const Variable& b) {
  std::vector<float> values = list(a);
  const std::vector<float> factors = list(b);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] *= factors[i];
  const Variable y(Tensor::of(a.shape(), values));
  record(y, "MulBackward0", {a, b}, {Saved(a), Saved(b)}, [](Backward& back) {
    back.give(0, product(back.grad(), back.saved(1)));
    back.give(1, product(back.grad(), back.saved(0)));
  });
  return y;
}

/// The message of what is raised, or "nothing".
inline std::string raised(const std::function<void()>& use) {
  try {
    use();
  } catch (const errors::Raised& error) {
    return error.message();
  }
  return "nothing";
}

/// e^x, whose way back needs what it gave.
inline Variable exponential(const Variable& x) {
  std::vector<float> values = list(x);
  for (float& value : values) value = std::exp(value);
  const Variable y(Tensor::of(x.shape(), values));
  record(y, "ExpBackward0", {x}, {Saved::output(y)},
         [](Backward& back) { back.give(0, product(back.grad(), back.saved(0))); });
  return y;
}

/// x[start:end], a view.
inline Variable part(const Variable& x, std::int64_t start, std::int64_t end,
                     ViewKind kind = ViewKind::kPlain) {
  Variable y(tensor::slice(x.value(), 0, start, end));
  y.set_view_of(x, kind);
  record(y, "SliceBackward0", {x}, {}, [start, size = x.size()](Backward& back) {
    std::vector<float> whole(size);
    const std::vector<float> given = list(back.grad());
    for (std::size_t i = 0; i < given.size(); ++i) whole[start + i] = given[i];
    back.give(0, numbers(whole));
  });
  return y;
}

}  // namespace playground::autograd
