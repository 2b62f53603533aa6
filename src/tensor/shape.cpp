#include "tensor/shape.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

namespace playground::tensor {
namespace {

// No element is larger than 8 bytes, so a byte count below PTRDIFF_MAX cannot overflow.
constexpr std::size_t kMostElements = std::numeric_limits<std::ptrdiff_t>::max() / 8;

std::size_t count_elements(const Shape& shape) {
  const auto& extents = shape.extents();
  const auto negative = std::ranges::find_if(extents, [](std::int64_t n) { return n < 0; });
  if (negative != extents.end()) {
    throw std::invalid_argument("Trying to create tensor with negative dimension " +
                                std::to_string(*negative) + ": " + to_string(shape));
  }
  if (std::ranges::find(extents, 0) != extents.end()) return 0;
  std::size_t size = 1;
  for (const std::int64_t extent : extents) {
    if (static_cast<std::uint64_t>(extent) > kMostElements / size) {
      throw std::length_error("a tensor of shape " + to_string(shape) +
                              " does not fit into memory");
    }
    size *= static_cast<std::size_t>(extent);
  }
  return size;
}

}  // namespace

Shape::Shape(std::initializer_list<std::int64_t> extents)
    : Shape(std::vector<std::int64_t>(extents)) {}

Shape::Shape(std::vector<std::int64_t> extents)
    : extents_(std::move(extents)), size_(count_elements(*this)) {}

std::string to_string(const Shape& shape) {
  std::string text = "[";
  for (const std::int64_t extent : shape.extents()) {
    if (text.size() > 1) text += ", ";
    text += std::to_string(extent);
  }
  return text + "]";
}

}  // namespace playground::tensor
