// torch.randint and torch.randperm on the CPU: integers drawn from PyTorch's CPU generator.
//
// Source    at::native::templates::cpu::random_from_to_kernel and randperm_cpu.
// Verified  tests/fixtures/torch-cpu-default.json, printed by PyTorch 1.13, 2.6 and 2.14.
#pragma once

#include <cstdint>
#include <span>

#include "random/engines/torch/torch_cpu_generator.hpp"

namespace playground::random {

/// From this range on randint draws 64 bits for each integer instead of 32: in PyTorch 2.14, and up
/// to 2.6.
inline constexpr std::uint64_t kRandintWideFrom = std::uint64_t{1} << 28;
inline constexpr std::uint64_t kRandintWideFromUpTo2_6 = std::uint64_t{1} << 32;

/// torch.randint(low, high, …): integers in [low, high), each a draw modulo high - low.
void fill_randint(TorchCpuGenerator& generator, std::int64_t low, std::int64_t high,
                  std::span<std::int64_t> x, std::uint64_t wide_from = kRandintWideFrom) noexcept;

/// `count` whole numbers from `first` on, each a draw modulo `count`: of 64 bits if there are so
/// many as `wide_from`, else of 32. A count of 0 stands for 2^64, which are all there are.
void fill_integers(TorchCpuGenerator& generator, std::int64_t first, std::uint64_t count,
                   std::span<std::int64_t> x, std::uint64_t wide_from) noexcept;

/// torch.randperm(x.size()): 0 … x.size() - 1, shuffled with one word for each but the last.
void fill_randperm(TorchCpuGenerator& generator, std::span<std::int64_t> x) noexcept;

}  // namespace playground::random
