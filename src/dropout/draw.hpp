// The decisions of one dropout call, in order, on any engine.
//
// Each engine has a draw of its own, in draws/. Its next() makes one decision as the framework's
// source does. Its apply() makes many, four at a time, and applies them while they are in a
// register (one_pass.hpp), so that dropout is one pass over memory and no mask is ever written.
//
// A draw is a value. A copy from before the first decision makes all decisions again, so that a
// mask can be drawn twice without being stored.
#pragma once

#include <cstdint>
#include <span>
#include <variant>

#include "dropout/decision.hpp"
#include "dropout/draw_request.hpp"
#include "dropout/draws/fast_draw.hpp"
#include "dropout/draws/jax_draw.hpp"
#include "dropout/draws/numpy_draw.hpp"
#include "dropout/draws/tfjs_draw.hpp"
#include "dropout/draws/torch_cpu_draw.hpp"
#include "dropout/draws/torch_cpu_mkl_draw.hpp"
#include "dropout/draws/torch_cuda_draw.hpp"
#include "dropout/draws/torch_rand_draw.hpp"
#include "dropout/drop_probability.hpp"
#include "random/generator.hpp"

namespace playground::dropout {

/// The decisions of one call on any engine.
class Draw {
 public:
  /// Begins a call, and takes the keys or offsets that it needs from the generator.
  Draw(random::Generator& generator, const DrawRequest& request);

  /// The next keep.size() decisions: 1 to keep, 0 to drop.
  void decide(std::span<std::uint8_t> keep) noexcept;

  /// The same, with the reasons.
  void explain(std::span<Decision> decisions) noexcept;

  /// y = the framework's dropout of x by the next x.size() decisions, in one pass.
  ///
  /// x, y  [n]; y may be x itself, any other overlap is undefined.
  void apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept;

  /// Ends a call after all its decisions: moves the stream of the generator behind them.
  void end(random::Generator& generator) const noexcept;

 private:
#ifdef DROPOUT_PLAYGROUND_FIGURE
  using AnyDraw = std::variant<TorchCpuDraw, TorchRandDraw>;
#else
  using AnyDraw = std::variant<TorchCpuDraw, TorchCpuMklDraw, TorchRandDraw, TorchCudaDraw, JaxDraw,
                               NumpyDraw<random::NumpyLegacyGenerator>,
                               NumpyDraw<random::NumpyPcg64Generator>, TfjsDraw, FastDraw>;
#endif

  static AnyDraw begin(random::Generator& generator, const DrawRequest& request);

  AnyDraw draw_;
};

}  // namespace playground::dropout
