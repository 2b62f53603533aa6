// How a program draws a mask of dropout: as its framework's layer does, or by hand.
#pragma once

#include <cstdint>

namespace playground::random {

/// By hand, PyTorch compares float32 uniforms with p or 1 - p rounded to float32, a word for each
/// element; NumPy compares float64 uniforms, as does its binomial.
enum class MaskForm : std::uint8_t {
  kLayer,          // torch.nn.Dropout, or bernoulli_(1 - p)
  kRandBelowKeep,  // rand(...) < 1 - p; torch.bernoulli of a tensor draws the same
  kRandAboveP,     // rand(...) > p, rand_like(x) > p
  kBinomial,       // np.random.binomial(1, 1 - p, ...)
};

}  // namespace playground::random
