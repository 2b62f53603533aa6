#include "random/engines/torch/torch_cpu_integers.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <numeric>
#include <utility>

namespace playground::random {

void fill_integers(TorchCpuGenerator& generator, std::int64_t first, std::uint64_t count,
                   std::span<std::int64_t> x, std::uint64_t wide_from) noexcept {
  const bool is_wide = count == 0 || count >= wide_from;
  std::ranges::generate(x, [&] {
    const std::uint64_t draw = is_wide ? generator.random64() : generator.random();
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(first) +
                                     (count == 0 ? draw : draw % count));
  });
}

void fill_randint(TorchCpuGenerator& generator, std::int64_t low, std::int64_t high,
                  std::span<std::int64_t> x, std::uint64_t wide_from) noexcept {
  assert(low < high);
  // Unsigned, since the difference of two int64 may not fit into an int64.
  fill_integers(generator, low, static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low),
                x, wide_from);
}

void fill_randperm(TorchCpuGenerator& generator, std::span<std::int64_t> x) noexcept {
  std::iota(x.begin(), x.end(), std::int64_t{0});
  for (std::size_t i = 0; i + 1 < x.size(); ++i) {
    std::swap(x[i], x[i + generator.random() % (x.size() - i)]);
  }
}

}  // namespace playground::random
