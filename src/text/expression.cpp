#include "text/expression.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "text/arguments.hpp"
#include "text/arithmetic.hpp"
#include "text/literal.hpp"

namespace playground::text {
namespace {

using tensor::DType;
using tensor::Shape;
using tensor::Tensor;

// A step may take as long as memory has room, so that a text must not ask for any number of steps.
constexpr int kMostSteps = 100;

// Whether the parenthesis that `text` begins with is empty or has a comma that is in no inner one.
bool is_tuple(std::string_view text) {
  std::size_t depth = 0;
  bool empty = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ')' || c == ']') {
      if (--depth == 0) return empty;
    }
    if (c == ',' && depth == 1) return true;
    if (depth > 0 && space_length(text.substr(i)) == 0) empty = false;
    if (c == '(' || c == '[') ++depth;
  }
  return false;
}

// Few texts need the functions that are noinline, so that the core's first part can do without
// them.
class Expression {
 public:
  Expression(Reader& reader, const ParseOptions& options) : reader_(reader), options_(options) {}

  Tensor read() {
    const std::string_view from = reader_.rest();
    Value value = read_sum();
    if (auto* array = std::get_if<Array>(&value)) return std::move(array->tensor);
    Literal scalar;
    scalar.numbers.push(std::get<Number>(value));
    scalar.from = from;
    return to_tensor(reader_, scalar, literal_dtype());
  }

 private:
  Value read_sum() {
    Value value = read_term();
    for (;;) {
      const std::string_view from = reader_.rest();
      if (reader_.take("+")) {
        value = combine(from, std::move(value), Operator::kAdd, read_term());
      } else if (take_minus()) {
        value = combine(from, std::move(value), Operator::kSubtract, read_term());
      } else {
        return value;
      }
    }
  }

  Value read_term() {
    Value value = read_factor();
    for (;;) {
      const std::string_view from = reader_.rest();
      if (from.starts_with("**")) return value;
      if (reader_.take("*")) {
        value = combine(from, std::move(value), Operator::kMultiply, read_factor());
      } else if (reader_.take("/")) {
        value = combine(from, std::move(value), Operator::kDivide, read_factor());
      } else {
        return value;
      }
    }
  }

  Value read_factor() {
    const std::string_view from = reader_.rest();
    bool minus = false;
    for (;;) {
      if (take_minus()) {
        minus = !minus;
      } else if (!reader_.take("+")) {
        break;
      }
    }
    Value value = read_power();
    if (!minus) return value;
    return step(from, [&] { return negated(std::move(value)); });
  }

  Value read_power() {
    Value value = read_primary();
    while (std::holds_alternative<Array>(value) && reader_.rest().starts_with('.')) {
      value = step(reader_.rest(), [&] { return read_method(std::get<Array>(std::move(value))); });
    }
    const std::string_view from = reader_.rest();
    if (!reader_.take("**")) return value;
    return nested(from, [&] {
      Value exponent = read_factor();
      return combine(from, std::move(value), Operator::kPower, std::move(exponent));
    });
  }

  Value read_primary() {
    const std::string_view from = reader_.rest();
    if (from.starts_with('[') || (from.starts_with('(') && is_tuple(from))) {
      return step(from, [&]() -> Value {
        return Array{to_tensor(reader_, read_literal(reader_), literal_dtype())};
      });
    }
    if (reader_.take("(")) {
      return nested(from, [&] {
        Value value = read_sum();
        reader_.expect(")");
        return value;
      });
    }
    Reader ahead = reader_;
    const std::string_view name = ahead.take_name();
    const bool is_word = name.find('.') == std::string_view::npos && !ahead.rest().starts_with('(');
    if (name.empty() || is_word) return read_number(reader_, "a number or '['"_words);
    reader_ = ahead;
    return step(from, [&]() -> Value { return read_call(reader_, name, options_); });
  }

  [[gnu::noinline]] Array read_method(Array array) {
    const std::string_view from = reader_.rest();
    reader_.expect(".");
    const std::string_view name = reader_.take_name();
    constexpr std::array<std::pair<std::string_view, DType>, 3> kCasts{
        {{"float", DType::kFloat32}, {"double", DType::kFloat64}, {"long", DType::kInt64}}};
    const auto* cast =
        std::ranges::find(kCasts, name, [](const auto& known) { return known.first; });
    const bool reshapes = name == "reshape" || name == "view";
    if (cast == kCasts.end() && !reshapes && name != "to" && name != "astype") {
      reader_.fail_at(
          from, "expected a method: .reshape, .view, .float, .double, .long, .to or .astype"_words);
    }
    reader_.expect("(");
    if (reshapes) {
      array.tensor = std::move(array.tensor).reshaped(read_shape(array.tensor));
    } else {
      array.tensor = to(array.tensor, cast == kCasts.end() ? read_dtype(reader_) : cast->second);
      reader_.expect(")");
    }
    return array;
  }

  // Reads sizes up to the closing parenthesis. One may be -1, which stands for the only size that
  // fits.
  [[gnu::noinline]] Shape read_shape(const Tensor& x) {
    const std::string_view close = reader_.take("(") ? ")" : reader_.take("[") ? "]" : "";
    std::vector<std::int64_t> extents;
    while (!reader_.rest().starts_with(close.empty() ? ")" : close)) {
      const std::string_view from = reader_.rest();
      const auto extent = read_number(reader_, "a size"_words).whole;
      if (!extent) reader_.fail_at(from, "a size must be a whole number"_words);
      if (extents.size() == kDeepest) {
        reader_.fail_at(from, "more than {0} dimensions"_words, kDeepest);
      }
      extents.push_back(*extent);
      if (!reader_.take(",")) break;
    }
    if (!close.empty()) reader_.expect(close);
    reader_.expect(")");
    return tensor::inferred_shape(std::move(extents), x.size());
  }

  bool take_minus() { return reader_.take("-") || reader_.take("\u2212"); }

  [[gnu::noinline]] Value combine(std::string_view from, Value left, Operator op, Value right) {
    return step(from, [&] { return combined(std::move(left), op, std::move(right)); });
  }

  // Does a step, and counts it. Its errors are reported at the place where the step is written.
  template <class Act>
  Value step(std::string_view from, Act act) {
    if (++steps_ > kMostSteps) {
      reader_.fail_at(from, "more than {0} calls and operators"_words, kMostSteps);
    }
    try {
      return act();
    } catch (...) {
      reader_.rethrow_at(from);
    }
  }

  template <class Read>
  Value nested(std::string_view from, Read read) {
    if (++depth_ > kDeepest) {
      reader_.fail_at(from, "more than {0} parentheses or powers"_words, kDeepest);
    }
    Value value = read();
    --depth_;
    return value;
  }

  DType literal_dtype() const { return options_.dtype.value_or(DType::kFloat32); }

  Reader& reader_;
  const ParseOptions& options_;
  int steps_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

Tensor read_expression(Reader& reader, const ParseOptions& options) {
  return Expression(reader, options).read();
}

}  // namespace playground::text
