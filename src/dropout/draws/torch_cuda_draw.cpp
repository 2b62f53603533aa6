#include "dropout/draws/torch_cuda_draw.hpp"

#include <algorithm>
#include <array>

#include "dropout/draws/one_pass.hpp"
#include "dropout/draws/word_decisions.hpp"
#include "random/algorithms/four_words.hpp"
#include "random/algorithms/philox4x32_lanes.hpp"
#include "random/engines/torch/torch_cuda_lanes.hpp"

namespace playground::dropout {

TorchCudaDraw::TorchCudaDraw(random::TorchCudaGenerator& generator, random::CudaGpu gpu,
                             const DrawRequest& request) noexcept
    : before_(generator),
      launch_(random::cuda_dropout_launch(request.size, request.element_bytes, gpu)),
      threshold_(request.p.keep_probability()) {
  if (request.element_bytes <= sizeof(float)) threshold_ = static_cast<float>(threshold_);
  generator.advance(launch_.offset_increment);
}

Decision TorchCudaDraw::next() noexcept {
  std::array<std::uint32_t, 1> word;
  random::cuda_dropout_words(before_, launch_, position_++, word);
  const double uniform = random::curand_uniform(word[0]);
  return {uniform, threshold_, uniform < threshold_};
}

void TorchCudaDraw::apply(std::span<const float> x, DropProbability p,
                          std::span<float> y) noexcept {
  // Not for each draw, since a search begins many of which it needs only the first decision. The
  // uniform of the largest word is 1, which is never kept, so that the limit fits into a word.
  if (!limit_) {
    limit_ = first_dropped(
        ~0u, [&](std::uint32_t word) { return random::curand_uniform(word) < threshold_; });
  }
  OnePass<InvertedDropout> use(x.data(), p, y.data());
  std::size_t count = x.size();
  while (count > 0) {
    std::size_t taken = use_four_threads(count, use);
    if (taken == 0) {
      use.one(next().kept);
      taken = 1;
    }
    count -= taken;
  }
}

// Applies the decisions of four neighbouring threads, side by side in the lanes of one Philox, and
// so on until the end of the grid. Returns 0 if fewer threads are left, or in the middle of a
// thread's elements.
std::size_t TorchCudaDraw::use_four_threads(std::size_t count,
                                            OnePass<InvertedDropout>& use) noexcept {
  const std::uint32_t width = launch_.vector_width;
  if (width > 4 || position_ % width != 0) return 0;
  const auto draw = random::cuda_dropout_draw(launch_, position_);
  const std::uint64_t until_grid_ends = launch_.threads - draw.thread;
  const std::size_t fours =
      static_cast<std::size_t>(std::min<std::uint64_t>(until_grid_ends, count / width)) / 4;
  const auto keep = [limit = *limit_](FourWords words) { return random::below(words, limit); };
  const auto use_words = [&](const std::array<FourWords, 4>& words) {
    if (width == 1) {
      use.four(keep(words[draw.component]));
    } else if (width == 2) {
      use.four(keep(xsimd::zip_lo(words[0], words[1])));
      use.four(keep(xsimd::zip_hi(words[0], words[1])));
    } else {
      // Transposes: from a register for each word of the draw to a register for each thread.
      const FourWords even_low = xsimd::zip_lo(words[0], words[2]);
      const FourWords even_high = xsimd::zip_hi(words[0], words[2]);
      const FourWords odd_low = xsimd::zip_lo(words[1], words[3]);
      const FourWords odd_high = xsimd::zip_hi(words[1], words[3]);
      use.four(keep(xsimd::zip_lo(even_low, odd_low)));
      use.four(keep(xsimd::zip_hi(even_low, odd_low)));
      use.four(keep(xsimd::zip_lo(even_high, odd_high)));
      use.four(keep(xsimd::zip_hi(even_high, odd_high)));
    }
  };
  const random::TorchCudaGenerator generator = before_;
  const random::PhiloxRoundKeys third_round(generator.key());
  constexpr std::size_t kSideBySide = 4;
  // Each round of one waits for products while the others have work. The loops must stay loops: of
  // unrolled rounds, newer engines compute all of one first, and then those of the next.
  for (std::size_t four = 0; four < fours; four += kSideBySide) {
    const auto at = [&](std::size_t i) __attribute__((always_inline)) {
      return random::torch_cuda_lanes(generator, draw.thread + 4 * (four + i), draw.draw);
    };
    std::array<random::PhiloxLanes, kSideBySide> lanes{at(0), at(1), at(2), at(3)};
    auto keys = third_round;
#pragma GCC unroll 1
    for (std::size_t i = 0; i < random::PhiloxLanes::kRoundsLeft; ++i, keys.advance()) {
      for (auto& one : lanes) one.round(keys);
    }
#pragma GCC unroll 1
    for (std::size_t i = 0; i < std::min(kSideBySide, fours - four); ++i) {
      use_words(lanes[i].words());
    }
  }
  const std::size_t taken = 4 * fours * width;
  position_ += taken;
  return taken;
}

}  // namespace playground::dropout
