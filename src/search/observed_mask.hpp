// What an input and its printed output tell about the mask between them, and about p.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "dropout/drop_probability.hpp"
#include "tensor/tensor.hpp"

namespace playground::search {

/// What is known of one element. Dropped and kept are the 0 and 1 of masks.
enum class Observation : std::uint8_t { kDropped = 0, kKept = 1, kUnknown = 2 };

class ObservedMask {
 public:
  /// An element is dropped if the output is 0 (or nan for an infinite input), and kept if the
  /// output is the input times 1 / (1 - p). It is unknown if both print alike: if the input is 0,
  /// nan or tiny.
  ///
  /// Numbers may be rounded as print(tensor) rounds them: to 4 decimals or, if some number of their
  /// tensor has more, to 5 digits. Without a p, it is the roundest number that fits all survivors.
  ///
  /// input, output  of one shape, float32 or float64
  /// Throws an Error, naming places and values, if p is not between 0 and 1 (kProbability), if all
  /// is dropped and there is no p (kNothingSurvives), if no p or not this one turns the input into
  /// the output, and if several p may (kValue); nothing is observed then.
  ObservedMask(const tensor::Tensor& input, const tensor::Tensor& output, std::optional<double> p);

  dropout::DropProbability p() const noexcept { return p_; }
  std::span<const Observation> elements() const noexcept { return elements_; }

  /// How many elements are not unknown; never 0.
  std::size_t known() const noexcept;

  /// The probability that a mask drawn by chance agrees.
  double chance() const noexcept;

 private:
  dropout::DropProbability p_;
  std::vector<Observation> elements_;
};

}  // namespace playground::search
