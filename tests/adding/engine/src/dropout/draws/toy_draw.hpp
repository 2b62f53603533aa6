// Decisions of the engine `toy`.
#pragma once

#include <span>

#include "dropout/decision.hpp"
#include "dropout/draw_request.hpp"
#include "dropout/draws/one_pass.hpp"
#include "dropout/draws/word_decisions.hpp"
#include "random/engines/toy/toy_engine.hpp"

namespace playground::dropout {

/// keep iff word / 2^32 < 1 - p.
class ToyDraw {
 public:
  ToyDraw(const random::ToyGenerator& generator, const DrawRequest& request) noexcept
      : generator_(generator), keep_probability_(request.p.keep_probability()) {}

  Decision next() noexcept {
    const double uniform = generator_.random32() / 4294967296.0;
    return {uniform, keep_probability_, uniform < keep_probability_};
  }

  void apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept {
    OnePass<InvertedDropout> use(x.data(), p, y.data());
    each_in_turn(*this, x.size(), use);
  }

  const random::ToyGenerator& generator() const noexcept { return generator_; }

 private:
  random::ToyGenerator generator_;
  double keep_probability_;
};

}  // namespace playground::dropout
