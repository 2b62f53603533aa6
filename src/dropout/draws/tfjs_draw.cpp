#include "dropout/draws/tfjs_draw.hpp"

#include <cmath>

#include "dropout/draws/one_pass.hpp"
#include "dropout/draws/word_decisions.hpp"

namespace playground::dropout {

TfjsDraw::TfjsDraw(std::u16string_view seed, const DrawRequest& request) noexcept
    : words_(seed), keep_probability_(static_cast<float>(request.p.keep_probability())) {}

Decision TfjsDraw::next() noexcept {
  const float uniform = random::alea_uniform(words_());
  const float sum = uniform + keep_probability_;
  // Expressed as a comparison of the draw with p, which ignores the rounding of the sum.
  return {uniform, 1.0 - keep_probability_, std::floor(sum) == 1};
}

void TfjsDraw::apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept {
  OnePass<InvertedDropout> use(x.data(), p, y.data());
  each_in_turn(*this, x.size(), use);
}

}  // namespace playground::dropout
