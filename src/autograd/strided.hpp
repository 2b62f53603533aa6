// The gradient of elements that a view reaches, within the gradient of all elements of its base.
#pragma once

#include <cstdint>

#include "tensor/tensor.hpp"

namespace playground::autograd {

/// Where the elements of a view lie among those of its base.
struct Reach {
  tensor::Shape base_shape;
  tensor::Strides base_strides;
  tensor::Shape shape;
  tensor::Strides strides;
  std::int64_t offset;  // of the first, from the base's first, in elements
};

Reach reach(const tensor::Tensor& view, const tensor::Tensor& base);

/// Of the gradient of the base, the part that the view reaches.
tensor::Tensor part_of(const tensor::Tensor& grad_base, const Reach& reach);

/// The same with 0 in that part.
tensor::Tensor without_part(const tensor::Tensor& grad_base, const Reach& reach);

/// The gradient of the base from that of the view: what the view has twice is added.
tensor::Tensor from_part(const tensor::Tensor& grad_view, const Reach& reach);

}  // namespace playground::autograd
