// An input and its printed output: the numbers, and how far each may be from what was printed.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "errors/phrase.hpp"
#include "tensor/tensor.hpp"

namespace playground::search {

/// Numbers from `low` to `high`, both included.
struct Interval {
  double low;
  double high;
};

/// How far numbers may be from their printed text: half a unit of the last digit that was printed,
/// or 0 for a number that is exact; one for each element.
struct Roundings {
  std::span<const double> input;
  std::span<const double> output;
};

class PrintedPair {
 public:
  /// input, output  of one shape, float32 or float64
  /// Throws an Error (kValue) if they, or the roundings, are of different shapes.
  PrintedPair(const tensor::Tensor& input, const tensor::Tensor& output, Roundings roundings);

  const tensor::Shape& shape() const noexcept { return shape_; }
  std::size_t size() const noexcept { return x_.size(); }
  double x(std::size_t i) const noexcept { return x_[i]; }
  double y(std::size_t i) const noexcept { return y_[i]; }

  double x_slack(std::size_t i) const noexcept { return x_slack_[i]; }

  /// Besides what was printed, a few roundings of float32.
  double y_slack(std::size_t i, double y) const noexcept;

  /// Whether output i is `factor` times input i plus `shift`, as far as both were printed.
  bool fits(std::size_t i, double factor, double shift) const noexcept;

  /// A description such as "at [1][2] the input is 3 and the output 4".
  errors::Phrase told(std::size_t i) const;

 private:
  tensor::Shape shape_;
  std::vector<double> x_;
  std::vector<double> y_;
  std::vector<double> x_slack_;
  std::vector<double> y_slack_;
};

/// The elements as float64.
std::vector<double> numbers_of(const tensor::Tensor& x);

}  // namespace playground::search
