#include "text/parse.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <utility>
#include <vector>

#include "text/reader.hpp"

namespace playground::text {
namespace {

using tensor::DType;
using tensor::Shape;
using tensor::Tensor;

constexpr std::string_view kMinusSign = "\u2212";  // what web pages print for '-'
constexpr std::size_t kDeepest = 64;               // PyTorch's own limit on dimensions

struct Number {
  double value;
  // The value of a number without point or exponent, if it fits.
  std::optional<std::int64_t> whole;
  bool has_point;
};

// Numbers of a nested list, with the shape they make.
struct Literal {
  std::vector<std::int64_t> extents;
  std::vector<Number> numbers;
  std::string_view from;
};

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(
      a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

std::size_t count_digits(std::string_view text) {
  const auto end =
      std::ranges::find_if_not(text, [](unsigned char c) { return std::isdigit(c) != 0; });
  return static_cast<std::size_t>(end - text.begin());
}

// Length of the unsigned decimal number that `text` begins with, 0 if none does.
std::size_t decimal_length(std::string_view text, bool& has_point) {
  has_point = false;
  std::size_t digits = count_digits(text);
  std::size_t length = digits;
  if (text.substr(length).starts_with('.')) {
    has_point = true;
    const std::size_t decimals = count_digits(text.substr(length + 1));
    digits += decimals;
    length += 1 + decimals;
  }
  if (digits == 0) return 0;
  const std::string_view rest = text.substr(length);
  if (rest.starts_with('e') || rest.starts_with('E')) {
    const bool sign = rest.size() > 1 && (rest[1] == '+' || rest[1] == '-');
    const std::size_t exponent = count_digits(rest.substr(sign ? 2 : 1));
    if (exponent > 0) {
      has_point = true;
      length += (sign ? 2 : 1) + exponent;
    }
  }
  return length;
}

bool begins_number(std::string_view text) {
  return !text.empty() &&
         (std::isalnum(static_cast<unsigned char>(text.front())) != 0 || text.front() == '.' ||
          text.front() == '+' || text.front() == '-' || text.starts_with(kMinusSign));
}

Number read_number(Reader& reader) {
  if (reader.rest().starts_with("...")) {
    reader.fail_at(reader.rest(),
                   "this print is abbreviated: '...' stands for numbers that are not here");
  }
  const bool minus = reader.take("-") || reader.take(kMinusSign);
  if (!minus) reader.take("+");

  const std::string_view from = reader.rest();
  if (const std::string_view name = reader.take_name(); !name.empty()) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (equals_ignoring_case(name, "nan")) {
      return {std::numeric_limits<double>::quiet_NaN(), {}, true};
    }
    if (equals_ignoring_case(name, "inf") || equals_ignoring_case(name, "infinity")) {
      return {minus ? -kInfinity : kInfinity, {}, true};
    }
    reader.fail_at(from, "expected a number, but found '" + std::string(name) + "'");
  }

  bool has_point = false;
  const std::string digits(from.substr(0, decimal_length(from, has_point)));
  if (digits.empty()) reader.fail_expecting("a number");
  reader.advance(digits.size());

  // Read as a double and rounded to the dtype later, as Python hands numbers to PyTorch.
  const double magnitude = std::strtod(digits.c_str(), nullptr);
  Number number{minus ? -magnitude : magnitude, {}, has_point};
  if (!has_point) {
    const std::string signed_digits = (minus ? "-" : "") + digits;
    std::int64_t whole = 0;
    const auto [_, error] =
        std::from_chars(signed_digits.data(), signed_digits.data() + signed_digits.size(), whole);
    if (error == std::errc{}) number.whole = whole;
  }
  return number;
}

// Reads one element of a list whose elements are `depth` deep in brackets. The first path down
// fixes the extents; every later list must agree with them.
void read_nested(Reader& reader, std::size_t depth, bool first, Literal& literal) {
  const std::string_view from = reader.rest();
  if (!reader.take("[")) {
    if (!first && depth < literal.extents.size()) {
      reader.fail_expecting("a list of " + std::to_string(literal.extents[depth]) +
                            ", like the ones before");
    }
    if (!begins_number(from)) reader.fail_expecting("a number or '['");
    literal.numbers.push_back(read_number(reader));
    return;
  }
  if (depth == kDeepest) reader.fail_at(from, "more than 64 dimensions");
  if (first) {
    literal.extents.push_back(-1);  // not yet known
  } else if (depth == literal.extents.size()) {
    reader.fail_at(from, "expected a number, like the ones before, but found a list");
  }

  std::int64_t length = 0;
  while (!reader.take("]")) {
    read_nested(reader, depth + 1, first && length == 0, literal);
    ++length;
    if (!reader.take(",") && !reader.rest().starts_with(']')) reader.fail_expecting("',' or ']'");
  }
  std::int64_t& extent = literal.extents[depth];
  if (extent == -1) extent = length;
  if (extent != length) {
    reader.fail_at(from, "expected sequence of length " + std::to_string(extent) + " at dim " +
                             std::to_string(depth) + " (got " + std::to_string(length) + ")");
  }
}

Literal read_literal(Reader& reader) {
  Literal literal;
  literal.from = reader.rest();
  read_nested(reader, 0, true, literal);
  return literal;
}

DType inferred(const std::vector<Number>& numbers) {
  const bool whole = !numbers.empty() && std::ranges::none_of(numbers, &Number::has_point);
  return whole ? DType::kInt64 : DType::kFloat32;
}

Tensor to_tensor(const Reader& reader, const Literal& literal, DType dtype) {
  Tensor x{Shape(literal.extents), dtype};
  tensor::with_type(dtype, [&]<class T>(T) {
    std::ranges::transform(literal.numbers, x.values<T>().begin(), [&](const Number& number) -> T {
      if constexpr (std::is_floating_point_v<T>) {
        return static_cast<T>(number.value);
      } else {
        if (!number.whole) reader.fail_at(literal.from, "not every number is an int64");
        return *number.whole;
      }
    });
  });
  return x;
}

DType read_dtype(Reader& reader) {
  const std::string_view from = reader.rest();
  std::string_view name = reader.take_name();
  if (name.starts_with("torch.")) name.remove_prefix(6);
  constexpr std::array<std::pair<std::string_view, DType>, 6> kNames{{
      {"float32", DType::kFloat32},
      {"float", DType::kFloat32},
      {"float64", DType::kFloat64},
      {"double", DType::kFloat64},
      {"int64", DType::kInt64},
      {"long", DType::kInt64},
  }};
  for (const auto& [spelling, dtype] : kNames) {
    if (name == spelling) return dtype;
  }
  reader.fail_at(from, "expected torch.float32, torch.float64 or torch.int64");
}

struct Keywords {
  std::optional<DType> dtype;
  std::optional<std::vector<std::int64_t>> size;
};

std::vector<std::int64_t> read_extents(Reader& reader, bool bare);

// Reads ", dtype=..." and such up to the closing parenthesis. What says where a tensor lives, or
// where it comes from, is of no account here.
Keywords read_keywords(Reader& reader) {
  Keywords keywords;
  while (!reader.take(")")) {
    reader.expect(",");
    if (reader.take(")")) break;
    const std::string_view from = reader.rest();
    const std::string_view keyword = reader.take_name();
    if (keyword.empty()) reader.fail_expecting("dtype=... or ')'");
    reader.expect("=");
    if (keyword == "dtype") {
      keywords.dtype = read_dtype(reader);
    } else if (keyword == "size") {
      keywords.size = read_extents(reader, false);
    } else if (keyword == "device" || keyword == "requires_grad" || keyword == "grad_fn") {
      reader.skip_argument();
    } else {
      reader.fail_at(from, "unexpected argument '" + std::string(keyword) + "'");
    }
  }
  return keywords;
}

std::int64_t read_extent(Reader& reader) {
  const std::string_view from = reader.rest();
  if (!begins_number(from)) reader.fail_expecting("a size");
  const Number number = read_number(reader);
  if (!number.whole) reader.fail_at(from, "a size must be a whole number");
  if (*number.whole < 0) {
    reader.fail_at(
        from, "Trying to create tensor with negative dimension " + std::to_string(*number.whole));
  }
  return *number.whole;
}

// "(2, 3)", "[2, 3]" or, where `bare` allows it, "2, 3".
std::vector<std::int64_t> read_extents(Reader& reader, bool bare) {
  const std::string_view close = reader.take("(") ? ")" : reader.take("[") ? "]" : "";
  if (close.empty() && !bare) reader.fail_expecting("'('");
  std::vector<std::int64_t> extents;
  while (close.empty() || !reader.take(close)) {
    extents.push_back(read_extent(reader));
    if (extents.size() > kDeepest) reader.fail_at(reader.rest(), "more than 64 dimensions");
    if (close.empty()) {
      // A comma may be followed by a keyword, which is not ours to read.
      Reader after = reader;
      if (!after.take(",") || !begins_number(after.rest()) || !after.take_name().empty()) break;
      reader.take(",");
    } else if (!reader.take(",") && !reader.rest().starts_with(close)) {
      reader.fail_expecting("',' or '" + std::string(close) + "'");
    }
  }
  return extents;
}

Tensor read_call(Reader& reader, std::string_view name, std::string_view from,
                 std::optional<DType> dtype) {
  std::string_view function = name;
  if (function.starts_with("torch.")) function.remove_prefix(6);

  if (function == "tensor") {
    reader.expect("(");
    Literal literal = read_literal(reader);
    const std::string_view after = reader.rest();
    const Keywords written = read_keywords(reader);
    if (written.size) {
      // print() writes the size of an empty tensor, and of no other.
      if (!literal.numbers.empty() || Shape(*written.size).size() != 0) {
        reader.fail_at(after, "size= goes with an empty tensor only");
      }
      literal.extents = *written.size;
    }
    return to_tensor(reader, literal,
                     dtype.value_or(written.dtype.value_or(inferred(literal.numbers))));
  }
  if (function == "ones" || function == "zeros") {
    reader.expect("(");
    Shape shape(read_extents(reader, true));
    const Keywords written = read_keywords(reader);
    return tensor::full(std::move(shape), function == "ones" ? 1 : 0,
                        dtype.value_or(written.dtype.value_or(DType::kFloat32)));
  }
  if (function == "full") {
    reader.expect("(");
    Shape shape(read_extents(reader, false));
    reader.expect(",");
    const Number value = read_number(reader);
    const Keywords written = read_keywords(reader);
    return tensor::full(std::move(shape), value.value,
                        dtype.value_or(written.dtype.value_or(inferred({value}))));
  }
  reader.fail_at(from, "unknown function '" + std::string(name) +
                           "'; known are torch.tensor, torch.ones, torch.zeros and torch.full");
}

bool is_number_word(std::string_view name) {
  return equals_ignoring_case(name, "nan") || equals_ignoring_case(name, "inf") ||
         equals_ignoring_case(name, "infinity");
}

}  // namespace

Tensor parse(std::string_view text, std::optional<DType> dtype) {
  Reader reader(text);
  if (reader.at_end()) reader.fail_expecting("a tensor, such as [1, 2, 3]");

  Reader ahead = reader;
  const std::string_view from = reader.rest();
  const std::string_view name = ahead.take_name();
  const auto read = [&] {
    if (!name.empty() && !is_number_word(name)) {
      reader = ahead;
      return read_call(reader, name, from, dtype);
    }
    return to_tensor(reader, read_literal(reader), dtype.value_or(DType::kFloat32));
  };
  Tensor x = read();
  if (!reader.at_end()) reader.fail_expecting("the end of the text");
  return x;
}

}  // namespace playground::text
