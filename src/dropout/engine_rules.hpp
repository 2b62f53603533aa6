// The rules of each framework's dropout besides drawing, as the records of the engines say them:
// which layers and dtypes it has, how it scales, and what it does if p is 0 or 1.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "dropout/drop_probability.hpp"
#include "dropout/layer_kind.hpp"
#include "random/generator.hpp"
#include "tensor/dtype.hpp"
#include "tensor/tensor.hpp"

namespace playground::dropout {

using random::Arithmetic;
using random::Shortcut;

Arithmetic arithmetic(const random::Generator& generator) noexcept;

Shortcut shortcut(const random::Generator& generator, DropProbability p) noexcept;

/// The order in which a call decides about the elements of x: its dimensions, outermost first.
/// Empty for row-major order, which most have.
///
/// Throws an Error (kEngine) for an x that is not contiguous where the order is not known.
std::vector<std::size_t> draw_order(const random::Generator& generator, LayerKind kind,
                                    const tensor::Tensor& x);

/// The generator of a new layer, if the layer does not share `generator`: with Flax 0.11 and later,
/// a fork of it.
std::optional<random::Generator> layer_generator(random::Generator& generator);

/// Takes from the generator what a training call on an empty tensor takes.
void spend_on_empty(random::Generator& generator);

/// Throws an Error (kLayer) if the engine has no such layer.
void check_layer(const random::Generator& generator, LayerKind kind);

/// Throws an Error (kProbability), in the framework's words, for a p that PyTorch takes and it does
/// not.
void check_probability(const random::Generator& generator, DropProbability p);

/// What integers become where the framework divides them: float64 in NumPy, float32 in JAX as it
/// comes.
tensor::DType quotient_dtype(const random::Generator& generator) noexcept;

/// Throws an Error (kDType, kIntegers), in the framework's words where it has some, or (kEngine),
/// for a dtype that a drawing call cannot take.
void check_dtype(const random::Generator& generator, tensor::DType dtype);

}  // namespace playground::dropout
