// The extents of a tensor, and nothing about where its elements lie.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

namespace playground::tensor {

/// An immutable list of extents, outermost first; the empty list is the shape of a scalar. A copy
/// shares the list, since most tensors have the shape of another.
class Shape {
 public:
  Shape() noexcept;
  Shape(std::initializer_list<std::int64_t> extents);

  /// Throws an Error (kValue), in PyTorch's words, if an extent is negative, and (kMemory) if the
  /// elements are more than memory can ever hold.
  explicit Shape(std::vector<std::int64_t> extents);

  Shape(const Shape& other) noexcept;
  Shape(Shape&& other) noexcept;
  Shape& operator=(Shape other) noexcept;
  ~Shape();

  std::size_t rank() const noexcept { return extents().size(); }
  std::int64_t operator[](std::size_t dim) const noexcept { return extents()[dim]; }
  const std::vector<std::int64_t>& extents() const noexcept { return shared_->extents; }

  /// Number of elements: 1 for a scalar, 0 if any extent is 0.
  std::size_t size() const noexcept { return shared_->size; }

  friend bool operator==(const Shape& one, const Shape& other) noexcept;

 private:
  struct Shared {
    std::vector<std::int64_t> extents;
    std::size_t size = 1;
    std::uint32_t handles = 1;
  };

  static Shared scalar;  // never released, since it is a handle of its own

  Shared* shared_;
};

/// The shape that torch.reshape means by `extents` for `size` elements, one of which may be -1: as
/// many as there must be. Throws an Error (kValue), in PyTorch's words, if there is none.
Shape inferred_shape(std::vector<std::int64_t> extents, std::size_t size);

/// "[2, 3]", as torch.Size prints between its parentheses.
std::string to_string(const Shape& shape);

}  // namespace playground::tensor
