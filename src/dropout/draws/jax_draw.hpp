// Decisions of JAX, and of Flax, which only makes the key.
#pragma once

#include <cstdint>
#include <span>

#include "dropout/decision.hpp"
#include "dropout/draw_request.hpp"
#include "dropout/drop_probability.hpp"
#include "random/algorithms/threefry2x32.hpp"
#include "random/engines/jax/jax_random.hpp"

namespace playground::dropout {

/// Words whose upper 23 bits are below it are kept.
std::uint32_t jax_limit(DropProbability p) noexcept;

/// keep iff jax.random.uniform(key) is below the float32 of 1 - p.
/// Source  jax.random.bernoulli.
class JaxDraw {
 public:
  JaxDraw(random::ThreefryKey key, random::JaxLayout layout, const DrawRequest& request) noexcept;

  Decision next() noexcept;

  void apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept;

 private:
  // For all elements in the original layout, where each block of Threefry decides one in each half.
  void apply_to_halves(std::span<const float> x, DropProbability p, std::span<float> y) noexcept;

  // At most as many decisions as Threefry's lanes make at once.
  template <class Use>
  [[gnu::noinline]] void apply_words(std::uint64_t position, std::size_t count,
                                     Use& use) const noexcept;

  random::ThreefryKey key_;
  random::JaxLayout layout_;
  float threshold_;
  std::uint32_t limit_;
  std::uint64_t size_;
  std::uint64_t position_ = 0;
};

}  // namespace playground::dropout
