// What a layer remembers of a forward, for its mask and its gradient.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "dropout/draw.hpp"
#include "dropout/drop_probability.hpp"
#include "dropout/engine_rules.hpp"
#include "dropout/layer_kind.hpp"
#include "tensor/dtype.hpp"
#include "tensor/shape.hpp"
#include "tensor/tensor.hpp"

namespace playground::dropout {

struct Call {
  LayerKind kind;
  Arithmetic arithmetic;
  Shortcut shortcut;
  DropProbability p;
  tensor::Shape shape;
  tensor::DType dtype;
  tensor::Shape mask_shape;
  std::vector<std::size_t> order;  // as draw_order() gives it
  std::optional<Draw> draw;        // before its first decision; none if a shortcut was taken

  /// Throws an Error, kValue if the shape, and kDType if the dtype, of a gradient
  /// is not that of the output, in PyTorch's words.
  void check_gradient(const tensor::Tensor& gradient) const;
};

/// What a call that takes a shortcut, but does not give x back, makes of x, and of a gradient. y
/// may be x.
void take_shortcut(Shortcut shortcut, const tensor::Tensor& x, tensor::Tensor& y);

}  // namespace playground::dropout
