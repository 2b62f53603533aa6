// One forward of a layer, as it has to be remembered to give its mask and its gradient.
#pragma once

#include <optional>

#include "dropout/draw.hpp"
#include "dropout/drop_probability.hpp"
#include "dropout/engine_rules.hpp"
#include "dropout/layer_kind.hpp"
#include "tensor/dtype.hpp"
#include "tensor/shape.hpp"

namespace playground::dropout {

struct Call {
  LayerKind kind;
  Arithmetic arithmetic;
  Shortcut shortcut;
  DropProbability p;
  tensor::Shape shape;
  tensor::DType dtype;
  tensor::Shape mask_shape;
  std::optional<Draw> draw;  // as it began; there is one unless a shortcut was taken
};

}  // namespace playground::dropout
