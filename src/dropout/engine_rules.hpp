// What each framework's dropout does besides drawing: which layers and dtypes it has, how it
// scales, and what it makes of p = 0 and p = 1.
#pragma once

#include <optional>

#include "dropout/drop_probability.hpp"
#include "dropout/layer_kind.hpp"
#include "random/generator.hpp"
#include "tensor/dtype.hpp"

namespace playground::dropout {

using random::UnsupportedByEngine;

enum class Arithmetic {
  kProduct,            // x * (keep / (1 - p)): inverted_dropout
  kSelectedQuotient,   // keep ? x / (1 - p) : 0
  kQuotientOfProduct,  // x * keep / (1 - p)
};

/// What a call makes of p, before anything is drawn.
enum class Shortcut {
  kNone,       // it draws
  kUnchanged,  // the input comes back
  kTimesZero,  // all is multiplied by 0
  kZero,       // all becomes +0
};

Arithmetic arithmetic(const random::Generator& generator) noexcept;

Shortcut shortcut(const random::Generator& generator, DropProbability p) noexcept;

/// The generator of its own that a new layer draws from, if it does not share `generator`: with
/// Flax 0.11 and later, a fork of it.
std::optional<random::FlaxNnxEngine> layer_generator(random::Generator& generator);

/// Spends what a training call on an empty tensor spends: Flax asks for a key before it looks.
void spend_on_empty(random::Generator& generator);

/// Throws UnsupportedByEngine if the engine has no such layer.
void check_layer(const random::Generator& generator, LayerKind kind);

/// Throws std::invalid_argument, in the framework's words, for a p that PyTorch takes and it does
/// not.
void check_probability(const random::Generator& generator, DropProbability p);

/// Throws std::domain_error, in the framework's words where it has some, or UnsupportedByEngine,
/// for a dtype that a drawing call cannot take.
void check_dtype(const random::Generator& generator, tensor::DType dtype);

}  // namespace playground::dropout
