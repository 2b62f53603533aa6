#include "operations/padding.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/planes.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "operations/window_sizes.hpp"
#include "tensor/views.hpp"
#include "tensor/walk.hpp"

namespace playground::operations {
namespace {

// Where an element of a padded line comes from.
enum class Mode : std::uint8_t { kReflect, kReplicate, kCircular };

std::int64_t source(Mode mode, std::int64_t at, std::int64_t size) {
  switch (mode) {
    case Mode::kReflect:
      at = at < 0 ? -at : at;
      return at < size ? at : 2 * (size - 1) - at;
    case Mode::kReplicate:
      return std::clamp<std::int64_t>(at, 0, size - 1);
    case Mode::kCircular:
      break;
  }
  return at < 0 ? at + size : at < size ? at : at - size;
}

void require_length(const Integers& pad, std::size_t rank) {
  if (pad.size() % 2 != 0) errors::raise("Padding length must be divisible by 2");
  if (pad.size() > 2 * rank) errors::raise("Padding length too large");
  require_small(pad, "pad");
}

// Throws Raised, in PyTorch's words, if a side takes more elements than there are to mirror.
void require_enough(Mode mode, const Shape& input, const Integers& pad, std::size_t dim,
                    std::size_t side) {
  const std::int64_t size = input[dim];
  const std::int64_t before = pad[side];
  const std::int64_t after = pad[side + 1];
  if (mode == Mode::kReflect && (before >= size || after >= size)) {
    errors::raise(
        "Argument #{}: Padding size should be less than the corresponding input dimension, but "
        "got: padding ({}, {}) at dimension {} of input {}",
        side + 4, before, after, dim,
        pad.size() == 2 ? to_string(input) : std::to_string(input.rank()));
  }
  if (mode == Mode::kCircular && (before > size || after > size)) {
    errors::raise("Padding value causes wrapping around more than once.");
  }
  if (size < 1) {
    errors::raise(
        "Expected 2D or 3D (batch mode) tensor with possibly 0 batch size and other non-zero "
        "dimensions for input, but got: {}",
        to_string(input));
  }
  if (size + before + after < 1) {
    errors::raise("input (H: {}) is too small. Calculated output H: {}", size,
                  size + before + after);
  }
}

// For each element of a padded plane, the number of the one of the plane that it is.
Variable numbers(Mode mode, const Shape& input, const Shape& output, const Integers& pad,
                 Device device) {
  const std::size_t spatial = pad.size() / 2;
  const std::size_t first = input.rank() - spatial;
  if (output.size() == 0) return Variable(Tensor(Shape{0}, DType::kInt64), device);
  std::vector<std::int64_t> found{0};
  for (std::size_t i = 0; i < spatial; ++i) {
    const std::int64_t size = input[first + i];
    const std::int64_t before = pad[2 * (spatial - 1 - i)];
    std::vector<std::int64_t> finer;
    finer.reserve(found.size() * static_cast<std::size_t>(output[first + i]));
    for (const std::int64_t line : found) {
      for (std::int64_t at = 0; at < output[first + i]; ++at) {
        finer.push_back(line * size + source(mode, at - before, size));
      }
    }
    found = std::move(finer);
  }
  const Shape shape{static_cast<std::int64_t>(found.size())};
  return Variable(Tensor::of(shape, found), device);
}

std::string_view node_of(Mode mode, std::size_t spatial) {
  static constexpr std::array<std::string_view, 3> kReflection{
      "ReflectionPad1DBackward0", "ReflectionPad2DBackward0", "ReflectionPad3DBackward0"};
  static constexpr std::array<std::string_view, 3> kReplication{
      "ReplicationPad1DBackward0", "ReplicationPad2DBackward0", "ReplicationPad3DBackward0"};
  if (mode == Mode::kReflect) return kReflection[spatial - 1];
  if (mode == Mode::kReplicate) return kReplication[spatial - 1];
  return "CopySlices";
}

Variable padded(Mode mode, const Variable& self, const Integers& pad) {
  require_length(pad, self.rank());
  const std::size_t spatial = pad.size() / 2;
  const bool has_places = self.rank() == spatial + 1 || self.rank() == spatial + 2;
  if (spatial < 1 || spatial > 3 || !has_places) {
    errors::raise(errors::Exception::kNotImplementedError,
                  "Only 2D, 3D, 4D, 5D padding with non-constant padding are supported for now");
  }
  if (mode == Mode::kCircular && self.rank() != spatial + 2) {
    errors::raise("Invalid padding size, expected {} but got {}", 2 * (self.rank() - 2),
                  pad.size());
  }
  std::vector<std::int64_t> extents = self.shape().extents();
  std::size_t plane = 1;
  for (std::size_t i = 0; i < spatial; ++i) {
    const std::size_t dim = self.rank() - 1 - i;
    require_enough(mode, self.shape(), pad, dim, 2 * i);
    plane *= static_cast<std::size_t>(extents[dim]);
    extents[dim] += pad[2 * i] + pad[2 * i + 1];
  }
  const Shape shape(std::move(extents));
  require_room(shape, self.dtype());
  return picked(self, plane, numbers(mode, self.shape(), shape, pad, self.device()), shape,
                node_of(mode, spatial));
}

// What negative sides leave of it.
Variable without_negative(const Variable& self, const Integers& pad) {
  const autograd::GradMode without_history(false);
  Variable left = self;
  for (std::size_t i = 0; i < pad.size() / 2; ++i) {
    const std::size_t dim = self.rank() - 1 - i;
    const auto at = static_cast<std::int64_t>(dim);
    const std::int64_t before = std::min<std::int64_t>(pad[2 * i], 0);
    const std::int64_t after = std::min<std::int64_t>(pad[2 * i + 1], 0);
    if (before < 0) left = narrow(left, at, -before, left.shape()[dim] + before);
    if (after < 0) left = narrow(left, at, 0, left.shape()[dim] + after);
  }
  return left;
}

template <Mode kMode, std::size_t kSpatial>
Variable pad_by(const Variable& self, const Integers& padding) {
  if (padding.size() != 2 * kSpatial) {
    errors::raise("padding size is expected to be {}", 2 * kSpatial);
  }
  return padded(kMode, self, padding);
}

Variable pad(const Variable& self, const Integers& pad, const std::string& mode,
             std::optional<double> value) {
  require_length(pad, self.rank());
  if (mode == "constant") return constant_pad_nd(self, pad, value.value_or(0));
  if (value.value_or(0) != 0) {
    errors::raise("Padding mode \"{}\" doesn't take in value argument", mode);
  }
  if (mode == "reflect") return padded(Mode::kReflect, self, pad);
  if (mode == "replicate") return padded(Mode::kReplicate, self, pad);
  if (mode == "circular") return padded(Mode::kCircular, self, pad);
  errors::raise(errors::Exception::kNotImplementedError, "Unrecognised padding mode {}", mode);
}

}  // namespace

Variable constant_pad_nd(const Variable& self, const Integers& pad, const Scalar& value) {
  if (pad.size() % 2 != 0) {
    errors::raise("Length of pad must be even but instead it equals {}", pad.size());
  }
  if (pad.size() > 2 * self.rank()) {
    errors::raise(
        "Length of pad should be no more than twice the number of dimensions of the input. Pad "
        "length is {}while the input has {}dimensions.",
        pad.size(), self.rank());
  }
  require_small(pad, "pad");
  std::vector<std::int64_t> extents = self.shape().extents();
  const Tensor from = without_negative(self, pad).value();
  for (std::size_t i = 0; i < pad.size() / 2; ++i) {
    extents[self.rank() - 1 - i] += pad[2 * i] + pad[2 * i + 1];
  }
  Tensor y = tensor::full(Shape(std::move(extents)), value.number, self.dtype());
  Tensor inside = y;
  for (std::size_t i = 0; i < pad.size() / 2; ++i) {
    const std::size_t dim = self.rank() - 1 - i;
    const std::int64_t start = std::max<std::int64_t>(pad[2 * i], 0);
    inside = tensor::slice(inside, dim, start, start + from.shape()[dim]);
  }
  copy_into(inside, contiguous(from));
  Variable result(std::move(y), self.device());
  if (!autograd::needs_history({self})) return result;
  Integers back = pad;
  for (std::int64_t& side : back) side = -side;
  autograd::record(result, "ConstantPadNdBackward0", {self}, {},
                   [back = std::move(back)](autograd::Backward& b) {
                     b.give(0, constant_pad_nd(b.grad(), back, 0));
                   });
  return result;
}

std::span<const Row> padding_rows() {
  static constexpr Row kRows[] = {
      row<&constant_pad_nd>("constant_pad_nd(Tensor self, int[] pad, Scalar value=0) -> Tensor",
                            Where::kFunction),
      row<&pad>("pad(Tensor self, int[] pad, str mode=\"constant\", float? value=None) -> Tensor",
                Where::kInner),
      row<&pad_by<Mode::kReflect, 1>>("reflection_pad1d(Tensor self, int[2] padding) -> Tensor",
                                      Where::kInner),
      row<&pad_by<Mode::kReflect, 2>>("reflection_pad2d(Tensor self, int[4] padding) -> Tensor",
                                      Where::kInner),
      row<&pad_by<Mode::kReplicate, 1>>("replication_pad1d(Tensor self, int[2] padding) -> Tensor",
                                        Where::kInner),
      row<&pad_by<Mode::kReplicate, 2>>("replication_pad2d(Tensor self, int[4] padding) -> Tensor",
                                        Where::kInner),
  };
  return kRows;
}

}  // namespace playground::operations
