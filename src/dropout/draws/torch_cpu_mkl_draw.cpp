#include "dropout/draws/torch_cpu_mkl_draw.hpp"

#include "dropout/draws/one_pass.hpp"
#include "dropout/draws/word_decisions.hpp"
#include "random/algorithms/four_words.hpp"
#include "random/algorithms/mcg31_lanes.hpp"
#include "random/algorithms/mcg31_ring.hpp"

namespace playground::dropout {
namespace {

// With this many decisions or more, the ring is worth the cost of its start.
constexpr std::size_t kLarge = 3 * random::Mcg31Ring::kSize;

}  // namespace

TorchCpuMklDraw::TorchCpuMklDraw(random::TorchCpuGenerator& generator,
                                 const DrawRequest& request) noexcept
    : values_(generator.random()),
      keep_probability_(static_cast<float>(request.p.keep_probability())),
      limit_(first_dropped(random::Mcg31::kModulus, [&](std::uint32_t value) {
        return random::mcg31_uniform(value) < keep_probability_;
      })) {}

Decision TorchCpuMklDraw::next() noexcept {
  const float uniform = random::mcg31_uniform(values_());
  return {uniform, keep_probability_, uniform < keep_probability_};
}

void TorchCpuMklDraw::apply(std::span<const float> x, DropProbability p,
                            std::span<float> y) noexcept {
  OnePass<InvertedDropout> use(x.data(), p, y.data());
  std::size_t count = x.size();
  const auto use_four = [&use, limit = limit_](FourWords values) {
    use.four(random::below31(values, limit));
  };
  if (count >= kLarge) {
    random::Mcg31Ring ring(values_);
    for (; count >= ring.kSize; count -= ring.kSize) ring.next(use_four);
    values_ = ring.rest();
  }
  if (count >= random::Mcg31Lanes::kSize) {
    random::Mcg31Lanes lanes(values_);
    lanes.next(count / lanes.kSize, use_four);
    count %= lanes.kSize;
    values_ = lanes.rest();
  }
  each_alone(*this, count, use);
}

}  // namespace playground::dropout
