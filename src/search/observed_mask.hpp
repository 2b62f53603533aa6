// What an input and its printed output tell about the mask between them, and about p.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "dropout/drop_probability.hpp"
#include "dropout/layer_kind.hpp"
#include "search/printed_pair.hpp"
#include "tensor/tensor.hpp"

namespace playground::search {

/// What is known of one element of the mask. Dropped and kept are the 0 and 1 of masks.
enum class Observation : std::uint8_t { kDropped = 0, kKept = 1, kUnknown = 2 };

/// What the output is of a mask.
enum class OutputKind : std::uint8_t {
  kScaled,    // a layer's output
  kUnscaled,  // the input, where it was kept, and 0
  kMask,      // the mask itself: 1 and 0
};

class ObservedMask {
 public:
  /// An element is dropped if the output is what the layer makes of what it drops, 0 or with the
  /// alpha kinds the saturation (also nan for an infinite input); it is kept if the output is what
  /// it makes of survivors, for most kinds the input times 1 / (1 - p). It is unknown if both print
  /// alike: if the input is 0, nan or tiny. Where a layer drops whole channels, all elements of a
  /// channel say the same or nothing.
  ///
  /// Numbers may be rounded as `roundings` say. Without a p, it is the roundest number that fits.
  ///
  /// input, output  of one shape, float32 or float64
  /// Throws an Error, naming places and values: kProbability if p is not between 0 and 1;
  /// kNothingSurvives if there is none and the output does not tell it, since all is dropped, it is
  /// not scaled or several p fit; kValue if no p or not this one turns the input into the output.
  ObservedMask(const tensor::Tensor& input, const tensor::Tensor& output, Roundings roundings,
               dropout::LayerKind layer, OutputKind kind, std::optional<double> p);

  dropout::LayerKind layer() const noexcept { return layer_; }
  dropout::DropProbability p() const noexcept { return p_; }

  /// Of the mask, row-major.
  std::span<const Observation> elements() const noexcept { return elements_; }

  /// How many elements of the mask are not unknown; never 0.
  std::size_t known() const noexcept;

  /// The probability that a mask drawn by chance agrees.
  double chance() const noexcept;

 private:
  dropout::LayerKind layer_;
  dropout::DropProbability p_;
  std::vector<Observation> elements_;
};

}  // namespace playground::search
