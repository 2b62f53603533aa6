#include "search/printed_pair.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "errors/error.hpp"
#include "wording/format.hpp"

namespace playground::search {

using errors::Kind;
using errors::Phrase;
using tensor::Tensor;

std::vector<double> numbers_of(const Tensor& x) {
  const Tensor floats = to(x, tensor::DType::kFloat64);
  const auto numbers = floats.values<double>();
  return {numbers.begin(), numbers.end()};
}

PrintedPair::PrintedPair(const Tensor& input, const Tensor& output, Roundings roundings)
    : shape_(input.shape()),
      x_(numbers_of(input)),
      y_(numbers_of(output)),
      x_slack_(roundings.input.begin(), roundings.input.end()),
      y_slack_(roundings.output.begin(), roundings.output.end()) {
  if (input.shape() != output.shape()) {
    errors::fail(Kind::kValue, "an output has the shape of its input, but got {0} for {1}"_words,
                 std::span(output.shape().extents()), std::span(input.shape().extents()));
  }
  x_slack_.resize(x_.size());
  y_slack_.resize(y_.size());
}

double PrintedPair::y_slack(std::size_t i, double y) const noexcept {
  return y_slack_[i] + std::abs(y) * 0x1p-21;
}

bool PrintedPair::fits(std::size_t i, double factor, double shift) const noexcept {
  const double expected = x_[i] * factor + shift;
  const double y = y_[i];
  if (std::isnan(expected)) return std::isnan(y);
  if (std::isinf(y)) {  // of float32, too, which ends earlier
    constexpr double kLargest = std::numeric_limits<float>::max();
    return std::abs(expected) >= kLargest && std::signbit(expected) == std::signbit(y);
  }
  if (std::isinf(expected)) return false;
  return std::abs(y - expected) <= y_slack(i, expected) + std::abs(factor) * x_slack_[i];
}

Phrase PrintedPair::told(std::size_t i) const {
  std::string place;
  std::size_t rest = i;
  for (std::size_t dim = shape_.rank(); dim-- > 0;) {
    const auto extent = static_cast<std::size_t>(shape_[dim]);
    place = '[' + wording::natural(rest % extent) + ']' + place;
    rest /= extent;
  }
  if (place.empty()) return Phrase("the input is {0} and the output {1}"_words, x_[i], y_[i]);
  return Phrase("at {0} the input is {1} and the output {2}"_words, place, x_[i], y_[i]);
}

}  // namespace playground::search
