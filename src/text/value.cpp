#include "text/value.hpp"

#include <utility>

#include "ops/arithmetic.hpp"

namespace playground::text {
namespace {

Number apply(const Number& left, Operator op, const Number& right) {
  return ops::applied(left, op, right);
}
Array apply(Array left, Operator op, const Number& right) {
  return {ops::applied(std::move(left.tensor), op, right, left.library), left.library};
}
Array apply(const Number& left, Operator op, Array right) {
  return {ops::applied(left, op, std::move(right.tensor), right.library), right.library};
}
Array apply(Array left, Operator op, Array right) {
  return {ops::applied(std::move(left.tensor), op, std::move(right.tensor), left.library),
          left.library};
}

}  // namespace

Value negated(Value x) {
  if (auto* array = std::get_if<Array>(&x)) {
    array->tensor = ops::negated(std::move(array->tensor));
    return x;
  }
  return ops::negated(std::get<Number>(x));
}

Value combined(Value left, Operator op, Value right) {
  return std::visit(
      [&](auto& a, auto& b) -> Value { return apply(std::move(a), op, std::move(b)); }, left,
      right);
}

}  // namespace playground::text
