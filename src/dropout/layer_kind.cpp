#include "dropout/layer_kind.hpp"

#include <utility>
#include <vector>

#include "errors/error.hpp"

namespace playground::dropout {
namespace {

using errors::Kind;
using tensor::Shape;

[[noreturn]] void refuse(LayerKind kind, const Shape& x) {
  if (kind == LayerKind::kDropout1d) {
    errors::fail(
        Kind::kValue,
        "dropout1d: Expected 2D or 3D input, but received a {0}D input. Note that dropout1d exists "
        "to provide channel-wise dropout on inputs with 1 spatial dimension, a channel dimension, "
        "and an optional batch dimension (i.e. 2D or 3D inputs)."_words,
        x.rank());
  }
  errors::fail(Kind::kValue, "Feature dropout requires at least 2 dimensions in the input"_words);
}

// The number of leading dimensions that distinguish channels.
std::size_t outer_dimensions(LayerKind kind, const Shape& x) {
  switch (kind) {
    case LayerKind::kDropout:
    case LayerKind::kAlphaDropout:
      break;
    case LayerKind::kDropout1d:
      return x.rank() - 1;
    case LayerKind::kDropout2d:
    case LayerKind::kFeatureAlphaDropout:
      return 2;
    case LayerKind::kDropout3d:
      return x.rank() == 5 ? 2 : 1;  // PyTorch puts a batch dimension before any other rank
  }
  return x.rank();
}

}  // namespace

std::string_view name(LayerKind kind) noexcept {
  switch (kind) {
    case LayerKind::kDropout:
      return "Dropout";
    case LayerKind::kDropout1d:
      return "Dropout1d";
    case LayerKind::kDropout2d:
      return "Dropout2d";
    case LayerKind::kDropout3d:
      return "Dropout3d";
    case LayerKind::kAlphaDropout:
      return "AlphaDropout";
    case LayerKind::kFeatureAlphaDropout:
      break;
  }
  return "FeatureAlphaDropout";
}

bool is_alpha(LayerKind kind) noexcept {
  return kind == LayerKind::kAlphaDropout || kind == LayerKind::kFeatureAlphaDropout;
}

bool has_mask_shape(LayerKind kind, const Shape& x) noexcept {
  switch (kind) {
    case LayerKind::kDropout:
    case LayerKind::kAlphaDropout:
      break;
    case LayerKind::kDropout1d:
      return x.rank() == 2 || x.rank() == 3;
    case LayerKind::kDropout2d:
    case LayerKind::kFeatureAlphaDropout:
      return x.rank() >= 2;
    case LayerKind::kDropout3d:
      return x.rank() >= 1;
  }
  return true;
}

bool checks_shape_first(LayerKind kind) noexcept { return kind == LayerKind::kDropout1d; }

Shape mask_shape(LayerKind kind, const Shape& x) {
  if (!has_mask_shape(kind, x)) refuse(kind, x);
  std::vector<std::int64_t> extents(x.extents());
  for (std::size_t dim = outer_dimensions(kind, x); dim < extents.size(); ++dim) extents[dim] = 1;
  return Shape(std::move(extents));
}

}  // namespace playground::dropout
