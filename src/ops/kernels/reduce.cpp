#include "ops/kernels/reduce.hpp"

#include <cstddef>
#include <span>

namespace playground::ops {

template float sum(std::span<const float>) noexcept;
template double sum(std::span<const double>) noexcept;
template float dot(std::span<const float>, std::span<const float>) noexcept;
template double dot(std::span<const double>, std::span<const double>) noexcept;
template std::size_t argmax(std::span<const float>) noexcept;
template std::size_t argmax(std::span<const double>) noexcept;
template void add_column_sums(std::span<const float>, std::span<float>) noexcept;
template void add_column_sums(std::span<const double>, std::span<double>) noexcept;

}  // namespace playground::ops
