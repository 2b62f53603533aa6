#include "tensor/shape.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

#include "errors/error.hpp"
#include "wording/format.hpp"

namespace playground::tensor {
namespace {

using errors::Kind;

// No element is larger than 8 bytes, so a byte count below PTRDIFF_MAX cannot overflow.
constexpr std::size_t kMostElements = std::numeric_limits<std::ptrdiff_t>::max() / 8;

std::size_t count_elements(const std::vector<std::int64_t>& extents) {
  const auto negative = std::ranges::find_if(extents, [](std::int64_t n) { return n < 0; });
  if (negative != extents.end()) {
    errors::fail(Kind::kValue, "Trying to create tensor with negative dimension {0}: {1}"_words,
                 *negative, std::span(extents));
  }
  if (std::ranges::find(extents, 0) != extents.end()) return 0;
  std::size_t size = 1;
  for (const std::int64_t extent : extents) {
    if (static_cast<std::uint64_t>(extent) > kMostElements / size) {
      errors::fail(Kind::kMemory, "a tensor of shape {0} does not fit into memory"_words,
                   std::span(extents));
    }
    size *= static_cast<std::size_t>(extent);
  }
  return size;
}

}  // namespace

constinit Shape::Shared Shape::scalar;

Shape::Shape() noexcept : shared_(&scalar) { ++scalar.handles; }
Shape::Shape(const Shape& other) noexcept : shared_(other.shared_) { ++shared_->handles; }
Shape::Shape(Shape&& other) noexcept : Shape() { std::swap(shared_, other.shared_); }
Shape& Shape::operator=(Shape other) noexcept {
  std::swap(shared_, other.shared_);
  return *this;
}
Shape::~Shape() {
  if (--shared_->handles == 0) delete shared_;
}

bool operator==(const Shape& one, const Shape& other) noexcept {
  return one.shared_ == other.shared_ || one.extents() == other.extents();
}

Shape::Shape(std::initializer_list<std::int64_t> extents)
    : Shape(std::vector<std::int64_t>(extents)) {}

Shape::Shape(std::vector<std::int64_t> extents) : Shape() {
  if (extents.empty()) return;
  const std::size_t size = count_elements(extents);
  auto* const own = new Shared{std::move(extents), size};
  --scalar.handles;
  shared_ = own;
}

Shape inferred_shape(std::vector<std::int64_t> extents, std::size_t size) {
  const auto unknown = std::ranges::find(extents, -1);
  std::uint64_t known = 1;
  bool overflow = false;
  for (auto extent = extents.begin(); extent != extents.end(); ++extent) {
    if (extent == unknown) continue;
    if (*extent == -1) errors::fail(Kind::kValue, "only one dimension can be inferred"_words);
    if (*extent < 0) errors::fail(Kind::kValue, "invalid shape dimension {0}"_words, *extent);
    overflow |= __builtin_mul_overflow(known, static_cast<std::uint64_t>(*extent), &known);
  }
  const bool inferred = unknown != extents.end();
  // After an overflow the product means nothing, unless an extent is 0.
  if (std::ranges::find(extents, 0) == extents.end() && overflow) known = size + 1;
  if (inferred ? known != 0 && size % known != 0 : size != known) {
    errors::fail(Kind::kValue, "shape '{0}' is invalid for input of size {1}"_words,
                 std::span<const std::int64_t>(extents), size);
  }
  if (inferred && known == 0) {
    errors::fail(
        Kind::kValue,
        "cannot reshape tensor of 0 elements into shape {0} because the unspecified dimension "
        "size -1 can be any value and is ambiguous"_words,
        std::span<const std::int64_t>(extents));
  }
  if (inferred) *unknown = static_cast<std::int64_t>(size / known);
  return Shape(std::move(extents));
}

std::string to_string(const Shape& shape) { return wording::list(shape.extents()); }

}  // namespace playground::tensor
