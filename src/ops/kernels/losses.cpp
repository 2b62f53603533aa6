#include "ops/kernels/losses.hpp"

#include <cstddef>
#include <span>

namespace playground::ops {

template void mse_loss(std::span<const float>, std::span<const float>, std::span<float>) noexcept;
template void mse_loss(std::span<const double>, std::span<const double>,
                       std::span<double>) noexcept;
template void mse_loss_backward(std::span<const float>, std::span<const float>,
                                std::span<const float>, std::span<float>) noexcept;
template void mse_loss_backward(std::span<const double>, std::span<const double>,
                                std::span<const double>, std::span<double>) noexcept;
template void smooth_l1_loss(std::span<const float>, std::span<const float>, double,
                             std::span<float>) noexcept;
template void smooth_l1_loss(std::span<const double>, std::span<const double>, double,
                             std::span<double>) noexcept;
template void smooth_l1_loss_backward(std::span<const float>, std::span<const float>,
                                      std::span<const float>, double, std::span<float>) noexcept;
template void smooth_l1_loss_backward(std::span<const double>, std::span<const double>,
                                      std::span<const double>, double, std::span<double>) noexcept;
template void huber_loss(std::span<const float>, std::span<const float>, double,
                         std::span<float>) noexcept;
template void huber_loss(std::span<const double>, std::span<const double>, double,
                         std::span<double>) noexcept;
template void huber_loss_backward(std::span<const float>, std::span<const float>,
                                  std::span<const float>, double, std::span<float>) noexcept;
template void huber_loss_backward(std::span<const double>, std::span<const double>,
                                  std::span<const double>, double, std::span<double>) noexcept;
template void binary_cross_entropy(std::span<const float>, std::span<const float>,
                                   std::span<float>) noexcept;
template void binary_cross_entropy(std::span<const double>, std::span<const double>,
                                   std::span<double>) noexcept;
template void binary_cross_entropy_backward(std::span<const float>, std::span<const float>,
                                            std::span<const float>, std::span<float>) noexcept;
template void binary_cross_entropy_backward(std::span<const double>, std::span<const double>,
                                            std::span<const double>, std::span<double>) noexcept;
template void binary_cross_entropy_with_logits(std::span<const float>, std::span<const float>,
                                               std::span<float>) noexcept;
template void binary_cross_entropy_with_logits(std::span<const double>, std::span<const double>,
                                               std::span<double>) noexcept;

}  // namespace playground::ops
