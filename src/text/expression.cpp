#include "text/expression.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <variant>

#include "text/literal.hpp"
#include "text/value.hpp"

namespace playground::text {
namespace {

using tensor::DType;
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

class Expression final : public Operands {
 public:
  Expression(Reader& reader, const ParseOptions& options) : reader_(reader), options_(options) {}

  Tensor read() {
    const std::string_view from = reader_.rest();
    Operand operand = read_sum();
    if (auto* array = std::get_if<Array>(&operand)) return std::move(array->tensor);
    Literal scalar;
    scalar.numbers.push(std::get<Number>(operand));
    scalar.from = from;
    return to_tensor(reader_, scalar, literal_dtype());
  }

  Operand read_operand() override {
    ++calls_;
    Operand operand = nested(reader_.rest(), [&] { return read_sum(); });
    --calls_;
    return operand;
  }

  Array read_array() override {
    const std::string_view from = reader_.rest();
    Operand operand = read_operand();
    if (auto* array = std::get_if<Array>(&operand)) return std::move(*array);
    Literal literal;
    if (auto* list = std::get_if<Literal>(&operand)) {
      literal = std::move(*list);
    } else {
      literal.numbers.push(std::get<Number>(operand));
      literal.from = from;
    }
    const bool whole = literal.numbers.without_point();
    const DType inferred = whole ? DType::kInt64 : DType::kFloat32;
    return {to_tensor(reader_, literal, options_.dtype.value_or(inferred))};
  }

 private:
  Operand read_sum() {
    Operand value = read_term();
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

  Operand read_term() {
    Operand value = read_factor();
    for (;;) {
      const std::string_view from = reader_.rest();
      if (from.starts_with("**")) return value;
      if (reader_.take("*")) {
        value = combine(from, std::move(value), Operator::kMultiply, read_factor());
      } else if (reader_.take("//")) {
        value = combine(from, std::move(value), Operator::kFloorDivide, read_factor());
      } else if (reader_.take("/")) {
        value = combine(from, std::move(value), Operator::kDivide, read_factor());
      } else if (reader_.take("%")) {
        value = combine(from, std::move(value), Operator::kRemainder, read_factor());
      } else {
        return value;
      }
    }
  }

  Operand read_factor() {
    const std::string_view from = reader_.rest();
    bool minus = false;
    for (;;) {
      if (take_minus()) {
        minus = !minus;
      } else if (!reader_.take("+")) {
        break;
      }
    }
    Operand value = read_power();
    if (!minus) return value;
    return step(from, [&] { return to_operand(negated(to_value(std::move(value)))); });
  }

  Operand read_power() {
    Operand value = read_primary();
    while (std::holds_alternative<Array>(value) && reader_.rest().starts_with('.')) {
      value = step(reader_.rest(), [&]() -> Operand {
        return read_method(reader_, std::get<Array>(std::move(value)), options_, *this);
      });
    }
    const std::string_view from = reader_.rest();
    if (std::holds_alternative<Array>(value) && from.starts_with('[') && !reader_.after_space()) {
      reader_.fail_at(from, "an index is not read here; paste what it prints instead"_words);
    }
    if (!reader_.take("**")) return value;
    return nested(from, [&] {
      Operand exponent = read_factor();
      return combine(from, std::move(value), Operator::kPower, std::move(exponent));
    });
  }

  Operand read_primary() {
    const std::string_view from = reader_.rest();
    if (from.starts_with('[') || (from.starts_with('(') && is_tuple(from))) {
      return step(from, [&]() -> Operand {
        Literal literal = read_literal(reader_);
        if (calls_ > 0) return literal;
        return Array{to_tensor(reader_, literal, literal_dtype())};
      });
    }
    if (reader_.take("(")) {
      return nested(from, [&] {
        Operand value = read_sum();
        reader_.expect(")");
        return value;
      });
    }
    Reader ahead = reader_;
    const std::string_view name = ahead.take_name();
    if (name.empty() || !is_call(name, ahead)) {
      return read_number(reader_, "a number or '['"_words);
    }
    reader_ = ahead;
    return step(from, [&]() -> Operand { return read_call(reader_, name, options_, *this); });
  }

  // A name in front of a parenthesis, but for float('inf'), or with dots, but for math.inf.
  bool is_call(std::string_view name, const Reader& after) const {
    if (name == "float") return false;
    if (after.rest().starts_with('(')) return true;
    return name.find('.') != std::string_view::npos && !is_constant(name);
  }

  bool take_minus() { return reader_.take("-") || reader_.take("\u2212"); }

  static Operand to_operand(Value value) {
    return std::visit([](auto&& one) -> Operand { return std::move(one); }, std::move(value));
  }

  // A list counts as a tensor of PyTorch.
  Value to_value(Operand operand) {
    if (auto* number = std::get_if<Number>(&operand)) return *number;
    if (auto* array = std::get_if<Array>(&operand)) return std::move(*array);
    return Array{to_tensor(reader_, std::get<Literal>(operand), literal_dtype())};
  }

  Operand combine(std::string_view from, Operand left, Operator op, Operand right) {
    return step(from, [&] {
      if (auto list = combined_lists(from, left, op, right)) return *std::move(list);
      return to_operand(combined(to_value(std::move(left)), op, to_value(std::move(right))));
    });
  }

  // What Python makes of lists: list * 3, list + list. Nothing if neither is one.
  std::optional<Operand> combined_lists(std::string_view from, Operand& left, Operator op,
                                        Operand& right) {
    auto* list = std::get_if<Literal>(&left);
    auto* other = std::get_if<Literal>(&right);
    if (list == nullptr && other == nullptr) return {};
    if (list != nullptr && other != nullptr && op == Operator::kAdd) {
      return concatenated(from, std::move(*list), std::move(*other));
    }
    const auto* number = std::get_if<Number>(list != nullptr ? &right : &left);
    if (op != Operator::kMultiply || number == nullptr) return {};
    if (!number->whole && other != nullptr) {
      // What PyTorch 0.4 prints: tensor(1.00000e-03 * [1.0000, 2.0000]).
      other->numbers.scale(number->value);
      return std::move(*other);
    }
    if (!number->whole) {
      reader_.fail_at(from, "can't multiply sequence by non-int of type 'float'"_words);
    }
    return repeated(from, std::move(list != nullptr ? *list : *other), *number->whole);
  }

  Literal repeated(std::string_view from, Literal list, std::int64_t times) {
    const std::size_t size = std::max<std::size_t>(1, list.numbers.size());
    times = std::max<std::int64_t>(0, times);
    if (static_cast<std::uint64_t>(times) > kMostRepeated / size) {
      reader_.fail_at(from, "a list of more than {0} elements"_words, kMostRepeated);
    }
    list.extents.front() *= times;
    if (times == 0) list.extents.resize(1);  // an empty list has no lists in it
    list.numbers.repeat(0, static_cast<std::size_t>(times));
    return list;
  }

  Literal concatenated(std::string_view from, Literal list, Literal other) {
    const auto rows = [](const Literal& of) {
      return std::span(of.extents).subspan(1);  // all but the first
    };
    if (list.numbers.size() == 0) return other;
    if (other.numbers.size() == 0) return list;
    if (!std::ranges::equal(rows(list), rows(other))) {
      reader_.fail_at(from, "expected {0}, but found {1}"_words,
                      errors::Phrase("a list of lists like the ones before"_words),
                      errors::Phrase("a list"_words));
    }
    list.extents.front() += other.extents.front();
    list.numbers.append(other.numbers);
    return list;
  }

  // Does a step, and counts it. Its errors are reported at the place where the step is written.
  template <class Act>
  Operand step(std::string_view from, Act act) {
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
  Operand nested(std::string_view from, Read read) {
    if (++depth_ > kDeepest) {
      reader_.fail_at(from, "more than {0} parentheses or powers"_words, kDeepest);
    }
    Operand value = read();
    --depth_;
    return value;
  }

  DType literal_dtype() const { return options_.dtype.value_or(DType::kFloat32); }

  Reader& reader_;
  const ParseOptions& options_;
  int steps_ = 0;
  int calls_ = 0;  // that the reader is in the parentheses of
  std::size_t depth_ = 0;
};

}  // namespace

Tensor read_expression(Reader& reader, const ParseOptions& options) {
  return Expression(reader, options).read();
}

}  // namespace playground::text
