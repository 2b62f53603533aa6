#include "text/literal.hpp"

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

#include "errors/error.hpp"
#include "tensor/dispatch.hpp"
#include "text/scalar.hpp"

namespace playground::text {
namespace {

using errors::Kind;
using tensor::DType;
using tensor::Shape;
using tensor::Tensor;

class LiteralReader {
 public:
  explicit LiteralReader(Reader& reader) : reader_(reader) { literal_.from = reader.rest(); }

  Literal read() {
    read_element(0, true);
    return std::move(literal_);
  }

 private:
  enum class Separator { kUnknown, kComma, kSpace };

  // Reads one element of a list whose elements are `depth` deep in brackets. The first path down
  // fixes the extents; every later list must agree with them.
  void read_element(std::size_t depth, bool first) {
    const std::string_view from = reader_.rest();
    const std::string_view close = reader_.take("[") ? "]" : reader_.take("(") ? ")" : "";
    if (close.empty()) {
      if (is_print_next()) return read_print(depth, first);
      if (!first && depth < literal_.extents.size() && !from.starts_with("...")) {
        reader_.fail_expecting("a list of {0}, like the ones before"_words,
                               literal_.extents[depth]);
      }
      literal_.numbers.push(read_scalar_element());
      return;
    }
    if (depth == kDeepest) reader_.fail_at(from, "more than {0} dimensions"_words, kDeepest);
    if (first) {
      literal_.extents.push_back(-1);  // not yet known
    } else if (depth == literal_.extents.size()) {
      reader_.fail_at(from, "expected {0}, but found {1}"_words,
                      errors::Phrase("a number, like the ones before"_words),
                      errors::Phrase("a list"_words));
    }

    if (depth == 0 && close == ")" && is_print_next()) {
      reader_.fail_at(from, "this is a tuple of tensors: paste one of them"_words);
    }
    const std::size_t before = literal_.numbers.size();
    std::int64_t length = 0;
    bool after_comma = false;
    for (; !reader_.take(close); ++length) {
      read_element(depth + 1, first && length == 0);
      after_comma = separate(close);
    }
    if (close == ")" && length == 1 && !after_comma) {
      reader_.fail_at(from, "a tuple of one is written with a comma, as in (1,)"_words);
    }
    if (depth > 0) length *= repeat_from(depth, before, from);
    std::int64_t& extent = literal_.extents[depth];
    if (extent == -1) extent = length;
    if (extent != length) {
      reader_.fail_at(from, "expected sequence of length {0} at dim {1} (got {2})"_words, extent,
                      depth, length);
    }
  }

  // As in [[0.] * 3] * 2, of which this is the inner list, whose numbers begin at `before`. Returns
  // how often it stands there.
  std::int64_t repeat_from(std::size_t depth, std::size_t before, std::string_view from) {
    Reader ahead = reader_;
    if (!ahead.take("*")) return 1;
    const auto [number, length] = number_at(ahead.rest());
    if (length == 0 || !number.whole) return 1;
    ahead.advance(length);
    const auto times = std::max<std::int64_t>(0, *number.whole);
    const std::size_t size = std::max<std::size_t>(1, literal_.numbers.size() - before);
    if (static_cast<std::uint64_t>(times) > kMostRepeated / size) {
      reader_.fail_at(from, "a list of more than {0} elements"_words, kMostRepeated);
    }
    literal_.numbers.repeat(before, static_cast<std::size_t>(times));
    if (times == 0) literal_.extents.resize(depth + 1);  // an empty list has no lists in it
    reader_ = ahead;
    return times;
  }

  // Most elements are a number and nothing else.
  Number read_scalar_element() {
    Reader ahead = reader_;
    const auto [number, length] = number_at(reader_.rest());
    if (length > 0) {
      ahead.advance(length);
      if (operator_at(ahead.rest()).empty()) {
        reader_ = ahead;
        return number;
      }
    }
    return read_element_scalar(reader_, "a number or '['"_words);
  }

  // As in [tensor([1., 2.]), tensor([3., 4.])]; tensor(1.) is read as a number.
  bool is_print_next() const {
    Reader ahead = reader_;
    const std::string_view name = ahead.take_name();
    if (name.empty() || !ahead.take("(")) return false;
    constexpr std::array<std::string_view, 7> kPrints{
        "tensor", "array", "Array", "np.array", "DeviceArray", "torch.tensor", "jnp.array"};
    return ahead.rest().starts_with('[') && std::ranges::find(kPrints, name) != kPrints.end();
  }

  void read_print(std::size_t depth, bool first) {
    reader_.take_name();
    reader_.expect("(");
    read_element(depth, first);
    while (reader_.take(",")) reader_.skip_argument();
    reader_.expect(")");
  }

  // Takes what separates two elements, which is the same in the whole literal. Returns whether it
  // was a comma.
  bool separate(std::string_view close) {
    const bool spaced = reader_.after_space();
    if (separator_ != Separator::kSpace && reader_.take(",")) {
      separator_ = Separator::kComma;
      return true;
    }
    if (reader_.rest().starts_with(close)) return false;
    if (separator_ == Separator::kComma || reader_.at_end() ||
        !(spaced || reader_.rest().starts_with('['))) {
      reader_.fail_expecting("',' or '{0}'"_words, close);
    }
    separator_ = Separator::kSpace;
    return false;
  }

  Reader& reader_;
  Literal literal_;
  Separator separator_ = Separator::kUnknown;
};

}  // namespace

Literal::Literal() = default;
Literal::~Literal() = default;
Literal::Literal(Literal&&) noexcept = default;
Literal& Literal::operator=(Literal&&) noexcept = default;

void Numbers::push(const Number& number) {
  values_.push_back(number.value);
  any_point_ = any_point_ || number.has_point;
  any_number_ = any_number_ || !number.is_bool;
  if (!all_whole_) return;
  if (number.whole) {
    wholes_.push_back(*number.whole);
  } else {
    all_whole_ = false;
    wholes_ = {};
  }
}

void Numbers::repeat(std::size_t from, std::size_t times) {
  const std::size_t size = values_.size() - from;
  const auto repeated = [=](auto& numbers) {
    numbers.resize(from + std::min<std::size_t>(times, 1) * size);
    numbers.reserve(from + size * times);
    for (std::size_t i = size; i < size * times; ++i) numbers.push_back(numbers[from + i - size]);
  };
  repeated(values_);
  if (all_whole_) repeated(wholes_);
}

void Numbers::append(const Numbers& others) {
  values_.insert(values_.end(), others.values_.begin(), others.values_.end());
  all_whole_ = all_whole_ && others.all_whole_;
  any_point_ = any_point_ || others.any_point_;
  any_number_ = any_number_ || others.any_number_;
  if (all_whole_) {
    wholes_.insert(wholes_.end(), others.wholes_.begin(), others.wholes_.end());
  } else {
    wholes_ = {};
  }
}

void Numbers::scale(double factor) {
  for (double& value : values_) value *= factor;
  all_whole_ = false;
  any_point_ = true;
  wholes_ = {};
}

Tensor Numbers::to_tensor(Shape shape, DType dtype) const {
  if (dtype == DType::kInt64 && !all_whole_) {
    errors::fail(Kind::kValue, "not every number is an int64"_words);
  }
  Tensor x(std::move(shape), dtype);
  tensor::with_type(dtype, [&]<class T>(T) {
    const auto elements = x.values<T>();
    if constexpr (std::is_floating_point_v<T>) {
      std::ranges::transform(values_, elements.begin(), [](double v) { return static_cast<T>(v); });
    } else {
      std::ranges::copy(wholes_, elements.begin());
    }
  });
  return x;
}

Literal read_literal(Reader& reader) { return LiteralReader(reader).read(); }

Tensor to_tensor(const Reader& reader, const Literal& literal, DType dtype) {
  try {
    return literal.numbers.to_tensor(Shape(literal.extents), dtype);
  } catch (...) {
    reader.rethrow_at(literal.from);
  }
}

}  // namespace playground::text
