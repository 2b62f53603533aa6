// The decisions of one dropout call, in order: one class for each engine, and Draw, which is any.
//
// Each class has next(), one decision in the framework's own words, and each(), the same for many,
// four at a time: it hands them to a use (decision_use.hpp) while they are in a register, so that
// dropout is one pass over memory and no mask is ever written.
//
// A draw is a value. Copied before its first decision it gives them all again, which is how a mask
// is drawn twice without being stored.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <variant>

#include "dropout/decision.hpp"
#include "dropout/drop_probability.hpp"
#include "dropout/quad_table.hpp"
#include "random/cuda_dropout_launch.hpp"
#include "random/fast_generator.hpp"
#include "random/generator.hpp"
#include "random/mcg31.hpp"

namespace playground::dropout {

/// What a framework knows when it draws a mask.
struct DrawRequest {
  std::size_t size;             // decisions
  DropProbability p;            // in (0, 1); for NumPy, which makes no exceptions, in [0, 1]
  std::uint32_t element_bytes;  // 4 for float32, 8 for float64
};

/// keep iff uniform64() < 1 - p, in float64: two words of the twister for each element.
/// Source  at::native::bernoulli_, default kernel.
class TorchCpuDraw {
 public:
  TorchCpuDraw(const random::TorchCpuGenerator& generator, const DrawRequest& request) noexcept;

  Decision next() noexcept;

  template <class Use>
  void each(std::size_t count, Use use) noexcept;

  /// The generator, as far as it has been drawn from.
  const random::TorchCpuGenerator& generator() const noexcept { return generator_; }

 private:
  random::TorchCpuGenerator generator_;
  std::uint64_t threshold_;
};

/// keep iff the float32 of an MCG31 value / 2^31 is below the float32 of 1 - p. One word of the
/// twister seeds the whole call.
/// Source  at::native::bernoulli_mkl_kernel and MKL's viRngBernoulli.
class TorchCpuMklDraw {
 public:
  TorchCpuMklDraw(random::TorchCpuGenerator& generator, const DrawRequest& request) noexcept;

  Decision next() noexcept;

  template <class Use>
  void each(std::size_t count, Use use) noexcept;

 private:
  random::Mcg31 values_;
  float keep_probability_;
  std::uint32_t limit_;  // values below it are kept
};

/// keep iff curand's float32 uniform is below 1 - p, in float32 for float32 tensors and in float64
/// for float64 ones. Which word an element reads depends on the launch.
/// Source  at::native::fused_dropout_kernel.
class TorchCudaDraw {
 public:
  TorchCudaDraw(random::TorchCudaGenerator& generator, random::CudaGpu gpu,
                const DrawRequest& request) noexcept;

  Decision next() noexcept;

  template <class Use>
  void each(std::size_t count, Use use) noexcept;

 private:
  template <class Use>
  std::size_t each_of_four_threads(std::size_t count, Use& use) noexcept;

  random::TorchCudaGenerator before_;
  random::CudaDropoutLaunch launch_;
  double threshold_;
  std::uint32_t limit_;  // words below it are kept
  std::uint64_t position_ = 0;
};

/// keep iff jax.random.uniform(key) is below the float32 of 1 - p.
/// Source  jax.random.bernoulli.
class JaxDraw {
 public:
  JaxDraw(random::ThreefryKey key, random::JaxLayout layout, const DrawRequest& request) noexcept;

  Decision next() noexcept;

  template <class Use>
  void each(std::size_t count, Use use) noexcept;

 private:
  random::ThreefryKey key_;
  random::JaxLayout layout_;
  float threshold_;
  std::uint32_t limit_;  // words whose upper 23 bits are below it are kept
  std::uint64_t size_;
  std::uint64_t position_ = 0;
};

/// keep iff rand() < 1 - p, in float64: the usual NumPy line `D = np.random.rand(...) < keep_prob`.
template <class Words>
class NumpyDraw {
 public:
  NumpyDraw(const Words& generator, const DrawRequest& request) noexcept
      : generator_(generator), threshold_(request.p.keep_probability()) {}

  Decision next() noexcept;

  template <class Use>
  void each(std::size_t count, Use use) noexcept;

  const Words& generator() const noexcept { return generator_; }

 private:
  Words generator_;
  double threshold_;
};

/// keep iff floor(uniform + (1 - p)) is 1, the sum rounded to float32.
/// Source  tf.dropout of TensorFlow.js.
class TfjsDraw {
 public:
  TfjsDraw(std::u16string_view seed, const DrawRequest& request) noexcept;

  Decision next() noexcept;

  template <class Use>
  void each(std::size_t count, Use use) noexcept;

 private:
  random::Alea words_;
  float keep_probability_;
};

/// A byte, or where that is not enough a word more, decides four elements: exactly with probability
/// 1 - p each, and independently. Element i depends on the seed, the call and i alone.
/// Source  docs/decisions/0009-the-fast-engine.md
class FastDraw {
 public:
  FastDraw(random::FastGenerator& generator, const DrawRequest& request);

  /// Nothing is compared here: the uniform is the byte / 256, and the threshold nan.
  Decision next() noexcept;

  template <class Use>
  void each(std::size_t count, Use use) noexcept;

 private:
  class RowOffsets;

  std::size_t row_of(std::uint64_t quad) const noexcept;

  random::FastBytes bytes_;
  std::shared_ptr<const QuadTable> table_;
  std::uint64_t position_ = 0;
};

/// The decisions of one call on any engine.
class Draw {
 public:
  /// Begins a call: keys and offsets of the generator are spent at once.
  Draw(random::Generator& generator, const DrawRequest& request);

  /// The next keep.size() decisions: 1 to keep, 0 to drop.
  void decide(std::span<std::uint8_t> keep) noexcept;

  /// The same, with the reasons.
  void explain(std::span<Decision> decisions) noexcept;

  /// y = the framework's dropout of x by the next x.size() decisions, in one pass.
  ///
  /// x, y  [n]; y may be x itself, any other overlap is undefined.
  void apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept;

  /// Ends a call whose decisions have all been made: streams of words go on behind them.
  void end(random::Generator& generator) const noexcept;

 private:
  using AnyDraw = std::variant<TorchCpuDraw, TorchCpuMklDraw, TorchCudaDraw, JaxDraw,
                               NumpyDraw<random::NumpyLegacyGenerator>,
                               NumpyDraw<random::NumpyPcg64Generator>, TfjsDraw, FastDraw>;

  static AnyDraw begin(random::Generator& generator, const DrawRequest& request);

  void apply(std::span<const float> x, float scale, float keep_probability,
             std::span<float> y) noexcept;

  AnyDraw draw_;
};

}  // namespace playground::dropout
