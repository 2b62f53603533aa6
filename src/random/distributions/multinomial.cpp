#include "random/distributions/multinomial.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

#include "random/distributions/exponential.hpp"

namespace playground::random {
namespace {

template <class T>
void without_replacement(TorchCpuGenerator& generator, std::span<const T> weights, std::size_t rows,
                         std::span<std::int64_t> result) {
  if (rows == 0) return;
  const std::size_t categories = weights.size() / rows;
  const std::size_t samples = result.size() / rows;
  std::vector<T> scores(weights.size());
  fill_exponential(generator, 1, std::span(scores));
  for (std::size_t i = 0; i < weights.size(); ++i) scores[i] = weights[i] / scores[i];

  std::vector<std::int64_t> order(categories);
  for (std::size_t row = 0; row < rows; ++row) {
    const auto score = std::span(scores).subspan(row * categories, categories);
    std::iota(order.begin(), order.end(), std::int64_t{0});
    // Of equal scores, as those of weights 0, the first category comes first, on every machine.
    std::ranges::sort(order, [score](std::int64_t a, std::int64_t b) {
      const T first = score[static_cast<std::size_t>(a)];
      const T second = score[static_cast<std::size_t>(b)];
      return first != second ? first > second : a < b;
    });
    std::copy_n(order.begin(), samples, result.subspan(row * samples, samples).begin());
  }
}

template <class T>
void with_replacement(TorchCpuGenerator& generator, std::span<const T> weights, std::size_t rows,
                      std::span<std::int64_t> result) {
  if (rows == 0) return;
  const std::size_t categories = weights.size() / rows;
  const std::size_t samples = result.size() / rows;
  std::vector<T> until(categories);
  for (std::size_t row = 0; row < rows; ++row) {
    const auto weight = weights.subspan(row * categories, categories);
    std::partial_sum(weight.begin(), weight.end(), until.begin());
    const T total = until.back();
    for (T& sum : until) sum /= total;
    for (std::int64_t& category : result.subspan(row * samples, samples)) {
      const double u = generator.uniform64();
      const auto found = std::ranges::lower_bound(until, u, {}, [](T sum) { return double{sum}; });
      // Sums that overflow are no numbers, beyond which everything lies.
      category = std::min(found, until.end() - 1) - until.begin();
    }
  }
}

}  // namespace

void fill_multinomial_without_replacement(TorchCpuGenerator& generator,
                                          std::span<const float> weights, std::size_t rows,
                                          std::span<std::int64_t> result) {
  without_replacement(generator, weights, rows, result);
}

void fill_multinomial_without_replacement(TorchCpuGenerator& generator,
                                          std::span<const double> weights, std::size_t rows,
                                          std::span<std::int64_t> result) {
  without_replacement(generator, weights, rows, result);
}

void fill_multinomial_with_replacement(TorchCpuGenerator& generator, std::span<const float> weights,
                                       std::size_t rows, std::span<std::int64_t> result) {
  with_replacement(generator, weights, rows, result);
}

void fill_multinomial_with_replacement(TorchCpuGenerator& generator,
                                       std::span<const double> weights, std::size_t rows,
                                       std::span<std::int64_t> result) {
  with_replacement(generator, weights, rows, result);
}

}  // namespace playground::random
