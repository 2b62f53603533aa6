// The dropout layers of torch.nn, and which elements of the input share a decision.
#pragma once

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

/// The class name in torch.nn.
std::string_view name(LayerKind kind) noexcept;

bool is_alpha(LayerKind kind) noexcept;

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
