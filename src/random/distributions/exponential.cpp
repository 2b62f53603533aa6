#include "random/distributions/exponential.hpp"

#include <algorithm>

#include "maths/logarithm.hpp"

namespace playground::random {
namespace {

template <class T>
void fill(TorchCpuGenerator& generator, double lambd, std::span<T> x) noexcept {
  const double scale = -1 / lambd;
  std::ranges::generate(x, [&] {
    return static_cast<T>(scale * maths::log(1 - generator.uniform64()));  // exactly 1 - u
  });
}

}  // namespace

void fill_exponential(TorchCpuGenerator& generator, double lambd, std::span<float> x) noexcept {
  fill(generator, lambd, x);
}

void fill_exponential(TorchCpuGenerator& generator, double lambd, std::span<double> x) noexcept {
  fill(generator, lambd, x);
}

}  // namespace playground::random
