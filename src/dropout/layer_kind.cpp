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
  const LayerRecord& layer = record(kind);
  if (!layer.has_channels) return x.rank();
  const bool is_batched =
      layer.batched_rank == LayerRecord::kAnyRank || layer.batched_rank == x.rank();
  return is_batched ? 2 : 1;
}

}  // namespace

bool has_mask_shape(LayerKind kind, const Shape& x) noexcept {
  const LayerRecord& layer = record(kind);
  return x.rank() >= layer.least_rank && x.rank() <= layer.most_rank;
}

bool checks_shape_first(LayerKind kind) noexcept { return kind == LayerKind::kDropout1d; }

Shape mask_shape(LayerKind kind, const Shape& x) {
  if (!has_mask_shape(kind, x)) refuse(kind, x);
  std::vector<std::int64_t> extents(x.extents());
  for (std::size_t dim = outer_dimensions(kind, x); dim < extents.size(); ++dim) extents[dim] = 1;
  return Shape(std::move(extents));
}

}  // namespace playground::dropout
