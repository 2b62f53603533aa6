#include "text/scalar.hpp"

#include <variant>

#include "text/literal.hpp"
#include "text/value.hpp"

namespace playground::text {
namespace {

constexpr std::string_view kMinusSign = "\u2212";

bool is_sign(std::string_view op) { return op == "+" || op == "-" || op == kMinusSign; }

Operator operator_named(std::string_view op) {
  if (op == "+") return Operator::kAdd;
  if (op == "*") return Operator::kMultiply;
  if (op == "/") return Operator::kDivide;
  if (op == "//") return Operator::kFloorDivide;
  if (op == "%") return Operator::kRemainder;
  if (op == "**") return Operator::kPower;
  return Operator::kSubtract;
}

class Scalar {
 public:
  Scalar(Reader& reader, bool in_list) : reader_(reader), in_list_(in_list) {}

  Number sum(errors::Words<0> expected) {
    Number value = term(factor(expected));
    for (;;) {
      const std::string_view from = reader_.rest();
      const std::string_view op = operator_at(from);
      if (!is_sign(op) || !is_sum(from, op)) return value;
      reader_.advance(op.size());
      value = combine(from, value, operator_named(op), term(factor("a number"_words)));
    }
  }

 private:
  Number term(Number value) {
    for (;;) {
      const std::string_view from = reader_.rest();
      const std::string_view op = operator_at(from);
      if (op.empty() || is_sign(op)) return value;
      reader_.advance(op.size());
      value = combine(from, value, operator_named(op), factor("a number"_words));
    }
  }

  Number factor(errors::Words<0> expected) {
    const std::string_view from = reader_.rest();
    const std::string_view op = operator_at(from);
    // Not of the number itself, since a power binds more tightly: -2 ** 2 is -4.
    if (!is_sign(op) || !starts_operand(from.substr(op.size()))) return power(expected);
    reader_.advance(op.size());
    return nested(from, [&] {
      const Number value = factor("a number"_words);
      return op == "+" ? value : ops::negated(value);
    });
  }

  Number power(errors::Words<0> expected) {
    const std::string_view from = reader_.rest();
    const Number base = primary(expected);
    const std::string_view op = operator_at(reader_.rest());
    if (op != "**") return base;
    const std::string_view at = reader_.rest();
    reader_.advance(op.size());
    return nested(from,
                  [&] { return combine(at, base, Operator::kPower, factor("a number"_words)); });
  }

  Number primary(errors::Words<0> expected) {
    const std::string_view from = reader_.rest();
    if (!in_list_ && reader_.take("(")) {
      return nested(from, [&] {
        const Number value = sum("a number"_words);
        reader_.expect(")");
        return value;
      });
    }
    return read_number(reader_, expected);
  }

  // 1 - 2, 1-2 and in a list 1 - 2 alone, where [1 -2] has two numbers.
  bool is_sum(std::string_view from, std::string_view op) const {
    return !in_list_ || (reader_.after_space() && space_length(from.substr(op.size())) > 0);
  }

  // Numbers have a sign of their own, so that most need no operator.
  static bool starts_operand(std::string_view text) {
    Reader after(text);
    const std::string_view operand = after.rest();
    const auto [number, length] = number_at(operand);
    if (length == 0) return true;
    after.advance(length);
    return after.rest().starts_with("**");
  }

  Number combine(std::string_view from, const Number& left, Operator op, const Number& right) {
    try {
      return ops::applied(left, op, right);
    } catch (...) {
      reader_.rethrow_at(from);
    }
  }

  template <class Read>
  Number nested(std::string_view from, Read read) {
    if (++depth_ > kDeepest) {
      reader_.fail_at(from, "more than {0} parentheses or powers"_words, kDeepest);
    }
    const Number value = read();
    --depth_;
    return value;
  }

  Reader& reader_;
  bool in_list_;
  std::size_t depth_ = 0;
};

}  // namespace

std::string_view operator_at(std::string_view rest) {
  for (const std::string_view op : {"**", "//", "*", "/", "%", "+", "-"}) {
    if (rest.starts_with(op)) return rest.substr(0, op.size());
  }
  return rest.starts_with(kMinusSign) ? rest.substr(0, kMinusSign.size()) : std::string_view();
}

Number read_scalar(Reader& reader, errors::Words<0> expected) {
  return Scalar(reader, false).sum(expected);
}

Number read_element_scalar(Reader& reader, errors::Words<0> expected) {
  return Scalar(reader, true).sum(expected);
}

}  // namespace playground::text
