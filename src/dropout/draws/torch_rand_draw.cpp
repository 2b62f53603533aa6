#include "dropout/draws/torch_rand_draw.hpp"

#include "dropout/draws/one_pass.hpp"
#include "dropout/draws/word_decisions.hpp"

namespace playground::dropout {

TorchRandDraw::TorchRandDraw(const random::TorchCpuGenerator& generator, random::MaskForm form,
                             const DrawRequest& request) noexcept
    : generator_(generator),
      keeps_above_(form == random::MaskForm::kRandAboveP),
      threshold_(
          static_cast<float>(keeps_above_ ? request.p.value() : request.p.keep_probability())) {}

Decision TorchRandDraw::next() noexcept {
  const float uniform = generator_.uniform32();
  return {uniform, threshold_, keeps_above_ ? uniform > threshold_ : uniform < threshold_};
}

void TorchRandDraw::apply(std::span<const float> x, DropProbability p,
                          std::span<float> y) noexcept {
  OnePass<QuotientOfProduct> use(x.data(), p, y.data());
  each_in_turn(*this, x.size(), use);
}

}  // namespace playground::dropout
