#include "dropout/draw.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

namespace playground::dropout {
namespace {

constexpr std::size_t kBlock = 256;

// Calls `use` with consecutive pieces of `out`, none longer than kBlock.
template <class Out, class Use>
void for_each_piece(std::span<Out> out, Use use) {
  while (!out.empty()) {
    const auto piece = out.first(std::min(out.size(), kBlock));
    use(piece);
    out = out.subspan(piece.size());
  }
}

std::vector<std::string_view> views(const std::vector<std::string>& path) {
  return {path.begin(), path.end()};
}

}  // namespace

TorchCpuDraw::TorchCpuDraw(const random::TorchCpuGenerator& generator,
                           const DrawRequest& request) noexcept
    // uniform64() is k / 2^53 for a whole k, so comparing k with the ceiling of (1 - p) * 2^53
    // (exact: a power of two) decides the same without a float.
    : generator_(generator),
      threshold_(static_cast<std::uint64_t>(std::ceil(request.p.keep_probability() * 0x1p53))) {}

template <class Out>
void TorchCpuDraw::next(std::span<Out> out) noexcept {
  constexpr std::uint64_t kMask = (std::uint64_t{1} << 53) - 1;
  std::array<std::uint32_t, 2 * kBlock> words;
  for_each_piece(out, [&](std::span<Out> piece) {
    generator_.fill(std::span(words).first(2 * piece.size()));
    for (std::size_t i = 0; i < piece.size(); ++i) {
      const std::uint64_t k = (std::uint64_t{words[2 * i]} << 32 | words[2 * i + 1]) & kMask;
      put(piece[i], {static_cast<double>(k) * 0x1p-53, static_cast<double>(threshold_) * 0x1p-53,
                     k < threshold_});
    }
  });
}

TorchCpuMklDraw::TorchCpuMklDraw(random::TorchCpuGenerator& generator,
                                 const DrawRequest& request) noexcept
    : values_(generator.random()),
      keep_probability_(static_cast<float>(request.p.keep_probability())) {}

template <class Out>
void TorchCpuMklDraw::next(std::span<Out> out) noexcept {
  std::array<std::uint32_t, kBlock> values;
  for_each_piece(out, [&](std::span<Out> piece) {
    values_.fill(std::span(values).first(piece.size()));
    for (std::size_t i = 0; i < piece.size(); ++i) {
      const float uniform = random::mcg31_uniform(values[i]);
      put(piece[i], {uniform, keep_probability_, uniform < keep_probability_});
    }
  });
}

TorchCudaDraw::TorchCudaDraw(random::TorchCudaGenerator& generator, random::CudaGpu gpu,
                             const DrawRequest& request) noexcept
    : before_(generator),
      launch_(random::cuda_dropout_launch(request.size, request.element_bytes, gpu)),
      threshold_(request.p.keep_probability()) {
  if (request.element_bytes <= sizeof(float)) threshold_ = static_cast<float>(threshold_);
  generator.advance(launch_.offset_increment);
}

template <class Out>
void TorchCudaDraw::next(std::span<Out> out) noexcept {
  std::array<std::uint32_t, kBlock> words;
  for_each_piece(out, [&](std::span<Out> piece) {
    random::cuda_dropout_words(before_, launch_, position_, std::span(words).first(piece.size()));
    for (std::size_t i = 0; i < piece.size(); ++i) {
      const double uniform = random::curand_uniform(words[i]);
      put(piece[i], {uniform, threshold_, uniform < threshold_});
    }
    position_ += piece.size();
  });
}

JaxDraw::JaxDraw(random::ThreefryKey key, random::JaxLayout layout,
                 const DrawRequest& request) noexcept
    : key_(key),
      layout_(layout),
      threshold_(static_cast<float>(request.p.keep_probability())),
      size_(request.size) {}

template <class Out>
void JaxDraw::next(std::span<Out> out) noexcept {
  std::array<std::uint32_t, kBlock> words;
  for_each_piece(out, [&](std::span<Out> piece) {
    random::jax_bits(key_, size_, position_, std::span(words).first(piece.size()), layout_);
    for (std::size_t i = 0; i < piece.size(); ++i) {
      const float uniform = random::jax_uniform(words[i]);
      put(piece[i], {uniform, threshold_, uniform < threshold_});
    }
    position_ += piece.size();
  });
}

template <class Words>
template <class Out>
void NumpyDraw<Words>::next(std::span<Out> out) noexcept {
  for (Out& element : out) {
    const double uniform = generator_.uniform64();
    put(element, {uniform, threshold_, uniform < threshold_});
  }
}

TfjsDraw::TfjsDraw(std::u16string_view seed, const DrawRequest& request) noexcept
    : words_(seed), keep_probability_(static_cast<float>(request.p.keep_probability())) {}

template <class Out>
void TfjsDraw::next(std::span<Out> out) noexcept {
  for (Out& element : out) {
    const float uniform = random::alea_uniform(words_());
    const float sum = uniform + keep_probability_;
    // Told as a comparison of the draw with p, the sum's rounding apart.
    put(element, {uniform, 1.0 - keep_probability_, std::floor(sum) == 1});
  }
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
  };
  return std::visit(Begin{request}, generator);
}

void Draw::decide(std::span<std::uint8_t> keep) noexcept {
  std::visit([&](auto& draw) { draw.next(keep); }, draw_);
}

void Draw::explain(std::span<Decision> decisions) noexcept {
  std::visit([&](auto& draw) { draw.next(decisions); }, draw_);
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
