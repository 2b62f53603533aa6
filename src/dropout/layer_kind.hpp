// The dropout layers of torch.nn, and which elements of the input share a decision.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "tensor/shape.hpp"

namespace playground::dropout {

enum class LayerKind {
  kDropout,              // each element by itself
  kDropout1d,            // whole channels of x [n, c, l] or [c, l]
  kDropout2d,            // whole channels of x [n, c, h, w]; x [n, c, l] as PyTorch reads it
  kDropout3d,            // whole channels of x [n, c, d, h, w] or [c, d, h, w]
  kAlphaDropout,         // each element, to the negative saturation of SELU
  kFeatureAlphaDropout,  // whole channels of x [n, c, ...], likewise
};

/// What is to be known of a layer. The package reads it, too (bindings/records.cpp).
struct LayerRecord {
  static constexpr std::size_t kAnyRank = ~std::size_t{0};

  std::string_view name;      // of the class in torch.nn
  bool is_alpha = false;      // whether what is dropped becomes SELU's negative saturation, not 0
  bool has_channels = false;  // which are dropped as a whole
  std::size_t least_rank = 0;
  std::size_t most_rank = kAnyRank;
  /// How many dimensions an input has whose first two, batch and channel, tell channels apart; of
  /// other inputs it is the first alone.
  std::size_t batched_rank = kAnyRank;
};

/// In the order of LayerKind.
///
/// Source  torch/nn/functional.py and at::native::_dropout_impl. PyTorch puts a batch before an
///         input of dropout3d of any rank but 5.
inline constexpr std::array<LayerRecord, 6> kLayerRecords{{
    {.name = "Dropout"},
    {.name = "Dropout1d", .has_channels = true, .least_rank = 2, .most_rank = 3, .batched_rank = 3},
    {.name = "Dropout2d", .has_channels = true, .least_rank = 2},
    {.name = "Dropout3d", .has_channels = true, .least_rank = 1, .batched_rank = 5},
    {.name = "AlphaDropout", .is_alpha = true},
    {.name = "FeatureAlphaDropout", .is_alpha = true, .has_channels = true, .least_rank = 2},
}};

constexpr const LayerRecord& record(LayerKind kind) noexcept {
  return kLayerRecords[static_cast<std::size_t>(kind)];
}

/// The class name in torch.nn.
constexpr std::string_view name(LayerKind kind) noexcept { return record(kind).name; }

constexpr bool is_alpha(LayerKind kind) noexcept { return record(kind).is_alpha; }

/// Whether x has the dimensions that mask_shape needs.
bool has_mask_shape(LayerKind kind, const tensor::Shape& x) noexcept;

/// Whether the layer looks at the shape of its input before anything else, in eval mode too.
bool checks_shape_first(LayerKind kind) noexcept;

/// The shape of the mask: that of x, with 1 for every dimension inside a channel. One decision is
/// drawn for each of its elements, row-major.
///
/// Throws an Error (kValue), in PyTorch's words, for an x of too few or too many dimensions.
tensor::Shape mask_shape(LayerKind kind, const tensor::Shape& x);

}  // namespace playground::dropout
