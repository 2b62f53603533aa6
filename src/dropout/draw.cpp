#include "dropout/draw.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "dropout/decision_use.hpp"
#include "random/mcg31_lanes.hpp"
#include "random/mt19937_steps.hpp"
#include "random/philox4x32_lanes.hpp"

namespace playground::dropout {
namespace {

constexpr std::size_t kBlock = 256;

std::vector<std::string_view> views(const std::vector<std::string>& path) {
  return {path.begin(), path.end()};
}

// The smallest word in [0, end) that is not kept, or `end`; is_kept holds below it and nowhere
// else.
template <class IsKept>
std::uint32_t first_dropped(std::uint32_t end, IsKept is_kept) {
  std::uint32_t first = 0;
  while (first < end) {
    const std::uint32_t middle = first + (end - first) / 2;
    if (is_kept(middle)) {
      first = middle + 1;
    } else {
      end = middle;
    }
  }
  return first;
}

// `count` decisions by draw.next(), one after another.
template <class AnyDraw, class Use>
void each_alone(AnyDraw& draw, std::size_t count, Use& use) {
  for (; count > 0; --count) use.one(draw.next().kept);
}

// The decisions of words already drawn: four at a time by `keep`, the rest by `keeps`.
template <class Use, class Keep>
void each_word(std::span<const std::uint32_t> words, Use& use, Keep keep) {
  std::size_t i = 0;
  for (; i + 4 <= words.size(); i += 4) use.four(keep(FourWords::load_unaligned(&words[i])));
  for (; i < words.size(); ++i) use.one(keep(FourWords(words[i])).get(0) != 0);
}

// The same of a draw that goes word after word, whose decisions are written down before they are
// used: a branch on each would be guessed wrong as often as elements are dropped.
template <class AnyDraw, class Use>
void each_in_turn(AnyDraw& draw, std::size_t count, Use& use) {
  std::array<std::uint32_t, kBlock> decisions;
  while (count > 0) {
    const auto block = std::span(decisions).first(std::min(count, kBlock));
    for (std::uint32_t& decision : block) decision = 0u - std::uint32_t{draw.next().kept};
    each_word(block, use, [](FourWords words) { return words; });
    count -= block.size();
  }
}

}  // namespace

TorchCpuDraw::TorchCpuDraw(const random::TorchCpuGenerator& generator,
                           const DrawRequest& request) noexcept
    // uniform64() is k / 2^53 for a whole k, so comparing k with the ceiling of (1 - p) * 2^53
    // (exact: a power of two) decides the same without a float.
    : generator_(generator),
      threshold_(static_cast<std::uint64_t>(std::ceil(request.p.keep_probability() * 0x1p53))) {}

Decision TorchCpuDraw::next() noexcept {
  const std::uint64_t k = generator_.random64() & ((std::uint64_t{1} << 53) - 1);
  return {static_cast<double>(k) * 0x1p-53, static_cast<double>(threshold_) * 0x1p-53,
          k < threshold_};
}

// The upper 21 of the 53 bits decide, unless they are equal: so every other word is tempered, and
// the one behind it hardly ever looked at.
template <class Use>
void TorchCpuDraw::each(std::size_t count, Use use) noexcept {
  constexpr std::uint32_t kUpperMask = (1u << 21) - 1;
  const auto upper_limit = static_cast<std::uint32_t>(threshold_ >> 32);
  const auto lower_limit = static_cast<std::uint32_t>(threshold_);
  const auto is_kept = [&](std::uint32_t first, std::uint32_t second) {
    const std::uint32_t upper = random::mt19937_temper(first) & kUpperMask;
    return upper != upper_limit ? upper < upper_limit
                                : random::mt19937_temper(second) < lower_limit;
  };
  while (count > 0) {
    const auto words = generator_.take_untempered(2 * count);
    std::size_t i = 0;
    for (; i + 8 <= words.size(); i += 8) {
      const FourWords upper =
          random::mt19937_temper(random::load_every_other(&words[i])) & FourWords(kUpperMask);
      if (xsimd::any(upper == FourWords(upper_limit))) [[unlikely]] {
        for (std::size_t j = i; j < i + 8; j += 2) use.one(is_kept(words[j], words[j + 1]));
      } else {
        use.four(random::below31(upper, upper_limit));
      }
    }
    for (; i + 2 <= words.size(); i += 2) use.one(is_kept(words[i], words[i + 1]));
    count -= words.size() / 2;
    if (i < words.size()) {
      // The second word of this one is the first of the twister's next block.
      const std::uint32_t first = words[i];
      use.one(is_kept(first, generator_.take_untempered(1)[0]));
      --count;
    }
  }
}

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

template <class Use>
void TorchCpuMklDraw::each(std::size_t count, Use use) noexcept {
  if (count >= random::Mcg31Lanes::kSize) {
    random::Mcg31Lanes lanes(values_);
    lanes.next(count / lanes.kSize, [&use, limit = limit_](FourWords values) {
      use.four(random::below31(values, limit));
    });
    count %= lanes.kSize;
    values_ = lanes.rest();
  }
  each_alone(*this, count, use);
}

TorchCudaDraw::TorchCudaDraw(random::TorchCudaGenerator& generator, random::CudaGpu gpu,
                             const DrawRequest& request) noexcept
    : before_(generator),
      launch_(random::cuda_dropout_launch(request.size, request.element_bytes, gpu)),
      threshold_(request.p.keep_probability()) {
  if (request.element_bytes <= sizeof(float)) threshold_ = static_cast<float>(threshold_);
  // The largest word's uniform is 1, which is never kept, so the limit is a word.
  limit_ = first_dropped(
      ~0u, [&](std::uint32_t word) { return random::curand_uniform(word) < threshold_; });
  generator.advance(launch_.offset_increment);
}

Decision TorchCudaDraw::next() noexcept {
  std::array<std::uint32_t, 1> word;
  random::cuda_dropout_words(before_, launch_, position_++, word);
  const double uniform = random::curand_uniform(word[0]);
  return {uniform, threshold_, uniform < threshold_};
}

template <class Use>
void TorchCudaDraw::each(std::size_t count, Use use) noexcept {
  while (count > 0) {
    std::size_t taken = each_of_four_threads(count, use);
    if (taken == 0) {
      use.one(next().kept);
      taken = 1;
    }
    count -= taken;
  }
}

// As many as four neighbouring threads, side by side in the lanes of one Philox, draw at once,
// again and again until the grid ends. None where fewer are left, or a thread's elements have
// begun.
template <class Use>
std::size_t TorchCudaDraw::each_of_four_threads(std::size_t count, Use& use) noexcept {
  const std::uint32_t width = launch_.vector_width;
  if (width > 4 || position_ % width != 0) return 0;
  const auto draw = random::cuda_dropout_draw(launch_, position_);
  const std::uint64_t until_grid_ends = launch_.threads - draw.thread;
  const std::size_t rounds =
      static_cast<std::size_t>(std::min<std::uint64_t>(until_grid_ends, count / width)) / 4;
  const auto keep = [limit = limit_](FourWords words) { return random::below(words, limit); };
  const random::TorchCudaGenerator generator = before_;
  // Inlined, or the lanes would go through memory.
  const auto use_lanes = [&](const random::PhiloxLanes& lanes) __attribute__((always_inline)) {
    const auto& words = lanes.words();
    if (width == 1) {
      // By comparison: an index that is not known while compiling would put all words in memory.
      const bool is_upper = draw.component >= 2;
      const FourWords even = is_upper ? words[2] : words[0];
      const FourWords odd = is_upper ? words[3] : words[1];
      use.four(keep(draw.component % 2 == 0 ? even : odd));
    } else if (width == 2) {
      use.four(keep(xsimd::zip_lo(words[0], words[1])));
      use.four(keep(xsimd::zip_hi(words[0], words[1])));
    } else {
      // From a register a word of the draw to a register a thread.
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
  // Two at a time: each round of one waits for products, and the other has work meanwhile.
  for (std::size_t round = 0; round < rounds; round += 2) {
    auto lanes = generator.lanes(draw.thread + 4 * round, draw.draw);
    auto more = generator.lanes(draw.thread + 4 * round + 4, draw.draw);
    for (std::size_t i = 0; i < lanes.kRoundsLeft; ++i) {
      lanes.round();
      more.round();
    }
    use_lanes(lanes);
    if (round + 1 < rounds) use_lanes(more);
  }
  const std::size_t taken = 4 * rounds * width;
  position_ += taken;
  return taken;
}

JaxDraw::JaxDraw(random::ThreefryKey key, random::JaxLayout layout,
                 const DrawRequest& request) noexcept
    : key_(key),
      layout_(layout),
      threshold_(static_cast<float>(request.p.keep_probability())),
      limit_(first_dropped(
          1u << 23,
          [&](std::uint32_t upper) { return random::jax_uniform(upper << 9) < threshold_; })),
      size_(request.size) {}

Decision JaxDraw::next() noexcept {
  std::array<std::uint32_t, 1> word;
  random::jax_bits(key_, size_, position_++, word, layout_);
  const float uniform = random::jax_uniform(word[0]);
  return {uniform, threshold_, uniform < threshold_};
}

template <class Use>
void JaxDraw::each(std::size_t count, Use use) noexcept {
  const auto keep = [limit = limit_](FourWords words) {
    return random::below31(words >> 9, limit);
  };
  std::array<std::uint32_t, kBlock> words;
  while (count > 0) {
    const auto block = std::span(words).first(std::min(count, kBlock));
    random::jax_bits(key_, size_, position_, block, layout_);
    each_word(block, use, keep);
    position_ += block.size();
    count -= block.size();
  }
}

template <class Words>
Decision NumpyDraw<Words>::next() noexcept {
  const double uniform = generator_.uniform64();
  return {uniform, threshold_, uniform < threshold_};
}

template <class Words>
template <class Use>
void NumpyDraw<Words>::each(std::size_t count, Use use) noexcept {
  each_in_turn(*this, count, use);
}

TfjsDraw::TfjsDraw(std::u16string_view seed, const DrawRequest& request) noexcept
    : words_(seed), keep_probability_(static_cast<float>(request.p.keep_probability())) {}

Decision TfjsDraw::next() noexcept {
  const float uniform = random::alea_uniform(words_());
  const float sum = uniform + keep_probability_;
  // Told as a comparison of the draw with p, the sum's rounding apart.
  return {uniform, 1.0 - keep_probability_, std::floor(sum) == 1};
}

template <class Use>
void TfjsDraw::each(std::size_t count, Use use) noexcept {
  each_in_turn(*this, count, use);
}

FastDraw::FastDraw(random::FastGenerator& generator, const DrawRequest& request)
    : bytes_(generator.next_call()), table_(QuadTable::of(request.p.keep_probability())) {}

std::size_t FastDraw::row_of(std::uint64_t quad) const noexcept {
  const std::uint8_t byte = bytes_.byte(quad);
  return byte < table_->undecided() ? table_->residual_row(bytes_.word(quad)) : byte;
}

Decision FastDraw::next() noexcept {
  const std::uint64_t quad = position_ / 4;
  const bool kept = table_->row(row_of(quad))[position_ % 4] != 0;
  ++position_;
  return {bytes_.byte(quad) / 256.0, std::numeric_limits<double>::quiet_NaN(), kept};
}

// Where in the table the rows of one group of bytes are, in bytes from its beginning.
class FastDraw::RowOffsets {
 public:
  static constexpr std::size_t kQuads = random::FastBytes::kGroup;

  // From the group's words, drawn to the end. Those of bytes that do not decide are wrong still.
  void set(const FastDraw& draw, const random::PhiloxLanes& drawn) noexcept {
    using Bytes = xsimd::make_sized_batch_t<std::uint8_t, 16>;
    const Bytes limit(static_cast<std::uint8_t>(draw.table_->undecided()));
    undecided_ = 0;
    for (std::size_t i = 0; i < drawn.words().size(); ++i) {
      const auto bytes = xsimd::bitwise_cast<std::uint8_t>(drawn.words()[i]);
      undecided_ |= (bytes < limit).mask() << (16 * i);
      random::widened_to_16_times(bytes, &offsets_[16 * i]);
    }
  }

  // Sets those right. About as many as there usually are without asking whether there are, since a
  // wrong guess of the processor costs more than one in vain.
  void mend(const FastDraw& draw, std::uint64_t group) noexcept {
    const std::uint32_t limit = draw.table_->undecided();
    if (limit == 0) return;
    for (std::uint32_t usual = 0; usual <= limit / 4; ++usual) mend_first(draw, group);
    while (undecided_ != 0) mend_first(draw, group);
  }

  FourWords row(const QuadTable& table, std::size_t quad) const noexcept {
    const auto* rows = reinterpret_cast<const std::byte*>(table.row(0));
    return FourWords::load_aligned(reinterpret_cast<const std::uint32_t*>(rows + offsets_[quad]));
  }

 private:
  // Where there is none left, countr_zero gives the place behind the last.
  void mend_first(const FastDraw& draw, std::uint64_t group) noexcept {
    const auto i = static_cast<std::size_t>(std::countr_zero(undecided_));
    const std::size_t row = draw.table_->residual_row(draw.bytes_.word(group * kQuads + i));
    offsets_[i] = static_cast<std::uint16_t>(16 * row);
    undecided_ &= undecided_ - 1;
  }

  alignas(16) std::array<std::uint16_t, kQuads + 8> offsets_;
  std::uint64_t undecided_;
};

// Three groups are under way. The elements of one are used; meanwhile the bytes of the group after
// the next are drawn, round by round, since a round waits for its products and memory can be read
// and written in that time. Between them is the group whose undecided bytes are mended: how many
// there are is known long before, so that the processor guesses wrong at little cost.
template <class Use>
void FastDraw::each(std::size_t count, Use use) noexcept {
  constexpr std::size_t kElements = 4 * RowOffsets::kQuads;
  constexpr std::size_t kQuadsARound = RowOffsets::kQuads / random::PhiloxLanes::kRoundsLeft;

  const std::size_t until_group = (kElements - position_ % kElements) % kElements;
  const std::size_t before = std::min(count, until_group);
  each_alone(*this, before, use);
  count -= before;
  if (count == 0) return;

  const QuadTable& table = *table_;
  std::uint64_t group = position_ / kElements;
  position_ += count;
  std::array<RowOffsets, 3> buffers;
  RowOffsets* used = &buffers[0];
  RowOffsets* mended = &buffers[1];
  RowOffsets* drawn = &buffers[2];
  const auto draw_group = [&](std::uint64_t which, RowOffsets& to, auto between_rounds) {
    auto lanes = bytes_.group(which);
    for (std::size_t round = 0; round < lanes.kRoundsLeft; ++round) {
      lanes.round();
      between_rounds(round);
    }
    to.set(*this, lanes);
  };
  const auto nothing = [](std::size_t) {};
  draw_group(group, *used, nothing);
  used->mend(*this, group);
  if (count > kElements) draw_group(group + 1, *mended, nothing);
  for (; count > kElements; count -= kElements, ++group) {
    draw_group(group + 2, *drawn, [&](std::size_t round) {
      for (std::size_t i = 0; i < kQuadsARound; ++i) {
        use.four(used->row(table, kQuadsARound * round + i));
      }
    });
    mended->mend(*this, group + 1);
    std::swap(used, mended);
    std::swap(mended, drawn);
  }
  for (std::size_t quad = 0; quad < count / 4; ++quad) use.four(used->row(table, quad));
  for (std::size_t i = 0; i < count % 4; ++i) use.one(used->row(table, count / 4).get(i) != 0);
}

Draw::Draw(random::Generator& generator, const DrawRequest& request)
    : draw_(begin(generator, request)) {}

Draw::AnyDraw Draw::begin(random::Generator& generator, const DrawRequest& request) {
  struct Begin {
    const DrawRequest& request;

    AnyDraw operator()(random::TorchCpuEngine& engine) const {
      return TorchCpuDraw(engine.generator, request);
    }
    AnyDraw operator()(random::TorchCpuMklEngine& engine) const {
      return TorchCpuMklDraw(engine.generator, request);
    }
    AnyDraw operator()(random::TorchCudaEngine& engine) const {
      return TorchCudaDraw(engine.generator, engine.gpu, request);
    }
    AnyDraw operator()(random::JaxEngine& engine) const {
      return JaxDraw(engine.key, engine.layout, request);
    }
    AnyDraw operator()(random::FlaxLinenEngine& engine) const {
      const auto key = random::linen_make_rng(engine.key, views(engine.path), ++engine.calls);
      return JaxDraw(key, engine.layout, request);
    }
    AnyDraw operator()(random::FlaxNnxEngine& engine) const {
      return JaxDraw(engine.stream(), engine.layout, request);
    }
    AnyDraw operator()(random::NumpyEngine& engine) const {
      return NumpyDraw(engine.generator, request);
    }
    AnyDraw operator()(random::NumpyPcg64Engine& engine) const {
      return NumpyDraw(engine.generator, request);
    }
    AnyDraw operator()(random::TfjsEngine& engine) const { return TfjsDraw(engine.seed, request); }
    AnyDraw operator()(random::FastEngine& engine) const {
      return FastDraw(engine.generator, request);
    }
  };
  return std::visit(Begin{request}, generator);
}

void Draw::explain(std::span<Decision> decisions) noexcept {
  std::visit([&](auto& draw) { std::ranges::generate(decisions, [&] { return draw.next(); }); },
             draw_);
}

void Draw::apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept {
  apply(x, p.survivor_scale<float>(), static_cast<float>(p.keep_probability()), y);
}

// What dropout makes of ones: each kernel is there once.
void Draw::decide(std::span<std::uint8_t> keep) noexcept {
  std::array<float, kBlock> ones;
  ones.fill(1);
  std::array<float, kBlock> kept;
  while (!keep.empty()) {
    const auto block = keep.first(std::min(keep.size(), kBlock));
    apply(std::span(ones).first(block.size()), 1, 1, std::span(kept).first(block.size()));
    std::transform(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(block.size()),
                   block.begin(), [](float factor) { return static_cast<std::uint8_t>(factor); });
    keep = keep.subspan(block.size());
  }
}

void Draw::apply(std::span<const float> x, float scale, float keep_probability,
                 std::span<float> y) noexcept {
  assert(x.size() == y.size());
  // What engine_rules' arithmetic() says, where it is known while compiling.
  std::visit(
      [&]<class AnyDraw>(AnyDraw& draw) {
        if constexpr (std::is_same_v<AnyDraw, JaxDraw>) {
          draw.each(x.size(), SelectedQuotient(x.data(), keep_probability, y.data()));
        } else if constexpr (std::is_same_v<AnyDraw, NumpyDraw<random::NumpyLegacyGenerator>> ||
                             std::is_same_v<AnyDraw, NumpyDraw<random::NumpyPcg64Generator>>) {
          draw.each(x.size(), QuotientOfProduct(x.data(), keep_probability, y.data()));
        } else {
          draw.each(x.size(), InvertedDropout(x.data(), scale, y.data()));
        }
      },
      draw_);
}

void Draw::end(random::Generator& generator) const noexcept {
  if (auto* engine = std::get_if<random::TorchCpuEngine>(&generator)) {
    engine->generator = std::get<TorchCpuDraw>(draw_).generator();
  } else if (auto* legacy = std::get_if<random::NumpyEngine>(&generator)) {
    legacy->generator = std::get<NumpyDraw<random::NumpyLegacyGenerator>>(draw_).generator();
  } else if (auto* pcg64 = std::get_if<random::NumpyPcg64Engine>(&generator)) {
    pcg64->generator = std::get<NumpyDraw<random::NumpyPcg64Generator>>(draw_).generator();
  }
}

}  // namespace playground::dropout
