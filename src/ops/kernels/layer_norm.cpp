#include "ops/kernels/layer_norm.hpp"

#include <cstddef>
#include <span>

namespace playground::ops {

template void layer_norm(std::span<const float>, std::span<const float>, std::span<const float>,
                         float, std::span<float>, std::span<float>, std::span<float>) noexcept;
template void layer_norm(std::span<const double>, std::span<const double>, std::span<const double>,
                         double, std::span<double>, std::span<double>, std::span<double>) noexcept;
template void layer_norm_backward(std::span<const float>, std::span<const float>,
                                  std::span<const float>, std::span<const float>,
                                  std::span<const float>, std::span<float>, std::span<float>,
                                  std::span<float>) noexcept;
template void layer_norm_backward(std::span<const double>, std::span<const double>,
                                  std::span<const double>, std::span<const double>,
                                  std::span<const double>, std::span<double>, std::span<double>,
                                  std::span<double>) noexcept;

}  // namespace playground::ops
