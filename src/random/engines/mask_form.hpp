// How a program draws a mask of dropout: as its framework's layer does, or by hand.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace playground::random {

/// By hand, PyTorch compares float32 uniforms with p or 1 - p rounded to float32, a word for each
/// element; NumPy compares float64 uniforms, as does its binomial.
enum class MaskForm : std::uint8_t {
  kLayer,          // torch.nn.Dropout, or bernoulli_(1 - p)
  kRandBelowKeep,  // rand(...) < 1 - p; torch.bernoulli of a tensor draws the same
  kRandAboveP,     // rand(...) > p, rand_like(x) > p
  kBinomial,       // np.random.binomial(1, 1 - p, ...)
};

/// What the package calls them, in the order of MaskForm.
inline constexpr std::array<std::string_view, 4> kMaskFormNames{"layer", "rand<keep", "rand>p",
                                                                "binomial"};

}  // namespace playground::random
