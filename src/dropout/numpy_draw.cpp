#include "dropout/numpy_draw.hpp"

#include "dropout/one_pass.hpp"
#include "dropout/word_decisions.hpp"

namespace playground::dropout {

template <class Words>
Decision NumpyDraw<Words>::next() noexcept {
  const double uniform = generator_.uniform64();
  return {uniform, threshold_, uniform < threshold_};
}

template <class Words>
void NumpyDraw<Words>::apply(std::span<const float> x, DropProbability p,
                             std::span<float> y) noexcept {
  OnePass<QuotientOfProduct> use(x.data(), p, y.data());
  each_in_turn(*this, x.size(), use);
}

template class NumpyDraw<random::NumpyLegacyGenerator>;
template class NumpyDraw<random::NumpyPcg64Generator>;

}  // namespace playground::dropout
