#include "dropout/draws/numpy_draw.hpp"

#include "dropout/draws/one_pass.hpp"
#include "dropout/draws/word_decisions.hpp"

namespace playground::dropout {

using random::MaskForm;

template <class Words>
NumpyDraw<Words>::NumpyDraw(const Words& generator, MaskForm form,
                            const DrawRequest& request) noexcept
    : generator_(generator) {
  const double keep = request.p.keep_probability();
  keeps_above_ = form == MaskForm::kRandAboveP || (form == MaskForm::kBinomial && keep <= 0.5);
  keeps_equal_ = form == MaskForm::kBinomial && !keeps_above_;
  threshold_ = !keeps_above_ ? keep : form == MaskForm::kBinomial ? 1 - keep : request.p.value();
}

template <class Words>
Decision NumpyDraw<Words>::next() noexcept {
  const double uniform = generator_.uniform64();
  const bool kept = keeps_above_ ? uniform > threshold_
                                 : uniform < threshold_ || (keeps_equal_ && uniform == threshold_);
  return {uniform, threshold_, kept};
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
