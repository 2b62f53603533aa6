#include "tensor/shape.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <stdexcept>
#include <utility>

#include "wording/fail.hpp"

namespace playground::tensor {
namespace {

// No element is larger than 8 bytes, so a byte count below PTRDIFF_MAX cannot overflow.
constexpr std::size_t kMostElements = std::numeric_limits<std::ptrdiff_t>::max() / 8;

std::size_t count_elements(const Shape& shape) {
  const auto& extents = shape.extents();
  const auto negative = std::ranges::find_if(extents, [](std::int64_t n) { return n < 0; });
  if (negative != extents.end()) {
    wording::fail<std::invalid_argument>("Trying to create tensor with negative dimension ",
                                         *negative, ": ", std::span(extents));
  }
  if (std::ranges::find(extents, 0) != extents.end()) return 0;
  std::size_t size = 1;
  for (const std::int64_t extent : extents) {
    if (static_cast<std::uint64_t>(extent) > kMostElements / size) {
      wording::fail<std::length_error>("a tensor of shape ", std::span(extents),
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

Shape inferred_shape(std::vector<std::int64_t> extents, std::size_t size) {
  const auto unknown = std::ranges::find(extents, -1);
  const auto fail = [](const auto&... pieces) { wording::fail<std::invalid_argument>(pieces...); };
  std::uint64_t known = 1;
  bool overflow = false;
  for (auto extent = extents.begin(); extent != extents.end(); ++extent) {
    if (extent == unknown) continue;
    if (*extent == -1) fail("only one dimension can be inferred");
    if (*extent < 0) fail("invalid shape dimension ", *extent);
    overflow |= __builtin_mul_overflow(known, static_cast<std::uint64_t>(*extent), &known);
  }
  const bool inferred = unknown != extents.end();
  // After an overflow the product means nothing, unless an extent is 0.
  if (std::ranges::find(extents, 0) == extents.end() && overflow) known = size + 1;
  if (inferred ? known != 0 && size % known != 0 : size != known) {
    fail("shape '", std::span<const std::int64_t>(extents), "' is invalid for input of size ",
         size);
  }
  if (inferred && known == 0) {
    fail("cannot reshape tensor of 0 elements into shape ", std::span<const std::int64_t>(extents),
         " because the unspecified dimension size -1 can be any value and is ambiguous");
  }
  if (inferred) *unknown = static_cast<std::int64_t>(size / known);
  return Shape(std::move(extents));
}

std::string to_string(const Shape& shape) { return wording::sentence(std::span(shape.extents())); }

}  // namespace playground::tensor
