#include "ops/kernels/softmax.hpp"

#include <cstddef>
#include <span>

namespace playground::ops {

template void softmax(std::span<const float>, std::size_t, std::span<float>) noexcept;
template void softmax(std::span<const double>, std::size_t, std::span<double>) noexcept;
template void softmax_backward(std::span<const float>, std::span<const float>, std::size_t,
                               std::span<float>) noexcept;
template void softmax_backward(std::span<const double>, std::span<const double>, std::size_t,
                               std::span<double>) noexcept;
template void log_softmax(std::span<const float>, std::size_t, std::span<float>) noexcept;
template void log_softmax(std::span<const double>, std::size_t, std::span<double>) noexcept;
template void log_softmax_backward(std::span<const float>, std::span<const float>, std::size_t,
                                   std::span<float>) noexcept;
template void log_softmax_backward(std::span<const double>, std::span<const double>, std::size_t,
                                   std::span<double>) noexcept;

}  // namespace playground::ops
