#include "dropout/layer_kind.hpp"

#include <stdexcept>
#include <string>
#include <vector>

namespace playground::dropout {
namespace {

using tensor::Shape;

// The first `kept` extents, then ones.
Shape leading(const Shape& x, std::size_t kept) {
  std::vector<std::int64_t> extents(x.extents());
  for (std::size_t dim = kept; dim < extents.size(); ++dim) extents[dim] = 1;
  return Shape(std::move(extents));
}

Shape batched(const Shape& x) {
  if (x.rank() < 2) {
    throw std::invalid_argument("Feature dropout requires at least 2 dimensions in the input");
  }
  return leading(x, 2);
}

Shape dropout1d(const Shape& x) {
  if (x.rank() == 2) return leading(x, 1);
  if (x.rank() == 3) return leading(x, 2);
  throw std::invalid_argument(
      "dropout1d: Expected 2D or 3D input, but received a " + std::to_string(x.rank()) +
      "D input. Note that dropout1d exists to provide channel-wise dropout on inputs with 1 "
      "spatial dimension, a channel dimension, and an optional batch dimension (i.e. 2D or 3D "
      "inputs).");
}

// PyTorch puts a batch dimension before whatever is not of five.
Shape dropout3d(const Shape& x) {
  if (x.rank() == 5) return leading(x, 2);
  return x.rank() == 0 ? batched(x) : leading(x, 1);
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
  switch (kind) {
    case LayerKind::kDropout:
    case LayerKind::kAlphaDropout:
      break;
    case LayerKind::kDropout1d:
      return dropout1d(x);
    case LayerKind::kDropout2d:
    case LayerKind::kFeatureAlphaDropout:
      return batched(x);
    case LayerKind::kDropout3d:
      return dropout3d(x);
  }
  return x;
}

}  // namespace playground::dropout
