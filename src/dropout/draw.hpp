// The decisions of one dropout call, in order, on any engine.
//
// Each engine has a draw of its own (torch_cpu_draw.hpp and its like) with next(), one decision in
// the framework's own words, and apply(), dropout by many: made four at a time and used
// (decision_use.hpp) while they are in a register, so that it is one pass over memory and no mask
// is ever written.
//
// A draw is a value. Copied before its first decision it gives them all again, which is how a mask
// is drawn twice without being stored.
#pragma once

#include <cstdint>
#include <span>
#include <variant>

#include "dropout/decision.hpp"
#include "dropout/draw_request.hpp"
#include "dropout/drop_probability.hpp"
#include "dropout/fast_draw.hpp"
#include "dropout/jax_draw.hpp"
#include "dropout/numpy_draw.hpp"
#include "dropout/tfjs_draw.hpp"
#include "dropout/torch_cpu_draw.hpp"
#include "dropout/torch_cpu_mkl_draw.hpp"
#include "dropout/torch_cuda_draw.hpp"
#include "random/generator.hpp"

namespace playground::dropout {

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

  AnyDraw draw_;
};

}  // namespace playground::dropout
